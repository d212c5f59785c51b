public import GraphStore
public import SourceText

/// Writes JSON Lines, the lossless form: one object a line with a `kind` and sorted keys.
///
/// `graph` comes first, then every `document`, `entity`, `mention` and `relation`. Relations carry all their
/// statements, also denials, and for convenience what follows from them; readers of ours ignore the latter.
/// Of the options only `title` and `minCertainty` apply.
///
/// - Complexity: O(n) in everything that the graph holds; the file is never held as a whole.
public struct JSONLinesWriter: GraphWriter, Sendable {
  /// What goes into the file.
  public var options: ExportOptions

  /// Makes a writer.
  public init(options: ExportOptions = ExportOptions()) {
    self.options = options
  }

  /// Writes the graph; see `GraphWriter`.
  public func write(_ graph: Graph, to consumer: @escaping ByteConsumer) throws(Diagnostic) {
    let graph = graph.filtered(minCertainty: options.minCertainty)
    var output = OutputBuffer(consumer)
    output.raw("{")
    output.member("format", "duikou-graph")
    output.member("kind", "graph")
    output.member("title", options.title)
    output.member("version", 1)
    output.raw("}\n")
    for document in graph.documents {
      output.line(document)
      try output.flushIfFull()
    }
    for id in graph.nodeIDs {
      output.line(graph.node(id))
      try output.flushIfFull()
    }
    for index in 0..<graph.mentionCount {
      output.line(graph.mention(at: index))
      try output.flushIfFull()
    }
    for id in graph.edgeIDs {
      output.line(graph.edge(id))
      try output.flushIfFull()
    }
    try output.flush()
  }
}
