public import GraphStore
public import SourceText

/// Writes DOT for Graphviz: helpers left, recipients right, a box for each province, colours by field of
/// help with a legend, and the evidence as tooltip.
///
/// Nodes without an edge are drawn on request only. Above `ExportOptions.largeGraph` nodes the layout
/// changes to `sfdp`, which draws no boxes.
///
/// - Complexity: O(n log n) in nodes and edges.
public struct DOTWriter: GraphWriter, Sendable {
  /// What goes into the file.
  public var options: ExportOptions
  /// Labels and colours.
  public var style: GraphStyle

  /// Makes a writer.
  public init(options: ExportOptions = ExportOptions(), style: GraphStyle = .builtIn) {
    self.options = options
    self.style = style
  }

  /// Writes the graph; see `GraphWriter`.
  public func write(_ graph: Graph, to consumer: @escaping ByteConsumer) throws(Diagnostic) {
    let drawing = DOTDrawing(graph.filtered(minCertainty: options.minCertainty), options, style)
    var output = OutputBuffer(consumer)
    header(drawing, &output)
    for index in drawing.nodes {
      drawing.node(index, &output)
      try output.flushIfFull()
    }
    if !drawing.isLarge {
      for (province, members) in drawing.clusters {
        drawing.cluster(province, members, &output)
        try output.flushIfFull()
      }
      drawing.writeColumns(&output)
    }
    for edge in drawing.edges {
      drawing.edge(edge, &output)
      try output.flushIfFull()
    }
    drawing.legend(&output)
    output.raw("}\n")
    try output.flush()
  }

  private func header(_ drawing: DOTDrawing, _ output: inout OutputBuffer) {
    output.raw("digraph \"duikou\" {\n  graph [fontname=")
    output.dotText(Self.fonts)
    if let title = options.title, !title.isEmpty {
      output.raw(", label=")
      output.dotText(title)
      output.raw(", labelloc=\"t\"")
    }
    if drawing.isLarge {
      output.raw(
        ", layout=\"sfdp\", overlap=\"prism\", K=\"1.2\", repulsiveforce=\"1.5\"")
      output.raw(", splines=\"line\", outputorder=\"edgesfirst\"")
    } else {
      output.raw(", rankdir=\"LR\", nodesep=\"0.2\", ranksep=\"1.6\", splines=\"true\"")
      output.raw(", concentrate=\"false\", newrank=\"true\"")
    }
    output.raw(", fontsize=\"14\", charset=\"UTF-8\"];\n  node [fontname=")
    output.dotText(Self.fonts)
    output.raw(", fontsize=\"12\", shape=\"box\", style=\"rounded,filled\"")
    output.raw(
      ", color=\"#666666\", margin=\"0.14,0.06\", height=\"0.3\"];\n  edge [fontname=")
    output.dotText(Self.fonts)
    output.raw(", fontsize=\"10\", arrowsize=\"0.7\"];\n")
  }

  /// The first that a machine has is used; browsers take the list as it is.
  static let fonts = "Noto Sans CJK SC,Microsoft YaHei,PingFang SC"
}
