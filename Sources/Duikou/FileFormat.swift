public import GraphFormats

/// The file formats of graphs; the raw value is the extension and what the command calls it.
public enum FileFormat: String, Sendable, Hashable, CaseIterable {
  /// GraphML, for Gephi, networkx, igraph, Cytoscape and others.
  case graphml
  /// DOT, for Graphviz.
  case dot
  /// JSON Lines, the lossless form.
  case jsonl
  /// A picture that scales, with the evidence as tooltips; drawn by Graphviz.
  case svg
  /// A picture of pixels; drawn by Graphviz.
  case png

  /// Whether Graphviz makes it from the DOT form.
  public var isDrawn: Bool { self == .svg || self == .png }

  /// The writer of the format; of drawn ones the writer of the DOT form that they are made from.
  public func writer(options: ExportOptions = ExportOptions(), style: GraphStyle = .builtIn)
    -> any GraphWriter
  {
    switch self {
    case .graphml: GraphMLWriter(options: options, style: style)
    case .jsonl: JSONLinesWriter(options: options)
    case .dot, .svg, .png: DOTWriter(options: options, style: style)
    }
  }
}
