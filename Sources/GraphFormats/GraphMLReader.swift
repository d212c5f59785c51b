import GraphStore
public import SourceText
import XMLStream

/// Reads GraphML: ours without loss of what it holds, and that of others as far as it has names, types,
/// weights and the like.
///
/// Foreign nodes keep their ids as entity ids. Attributes are known by `attr.name`; unknown ones are left
/// out with a warning, numbers that are none too. Nested graphs are flattened, undirected edges taken as
/// directed from source to target, `located_in` edges as links of the hierarchy. Several edges of one type
/// between the same nodes become one edge with as many statements.
///
/// Of several statements our GraphML quotes only the best, so it stands for all of them (`Evidence.count`).
///
/// Errors: `graphml.not-graphml`, `graphml.missing-id`, `graphml.missing-end`, and those of `XMLReader`.
/// Warnings: `graphml.unknown-key`, `graphml.unknown-attribute`, `graphml.bad-value`,
/// `graphml.unknown-node`, `graphml.undirected`, `graphml.left-out`.
///
/// - Complexity: O(size of the file), then O(n log n) to sort the graph.
public struct GraphMLReader: Sendable {
  /// The style the file was written with: colours and sizes that follow from it are not kept as a node's own.
  public var style: GraphStyle

  /// Makes a reader.
  public init(style: GraphStyle = .builtIn) {
    self.style = style
  }

  /// Reads a file in pieces.
  ///
  /// - Throws: Every error of the file.
  public func read(path: String) throws(Diagnostics) -> GraphReading {
    let byteCount = LineSource.byteCount(path: path)
    let handler = GraphMLHandler(GraphMLImport(file: path, style: style, byteCount: byteCount))
    return try finish(handler) { () throws(Diagnostics) in
      try GraphMLImport.reader.read(path: path, handler: handler)
    }
  }

  /// Reads a file that is in memory; `file` names it in diagnostics.
  ///
  /// - Throws: Every error of the file.
  public func read(bytes: [UInt8], file: String? = nil) throws(Diagnostics) -> GraphReading {
    let handler = GraphMLHandler(GraphMLImport(file: file, style: style, byteCount: bytes.count))
    return try finish(handler) { () throws(Diagnostics) in
      try GraphMLImport.reader.read(bytes: bytes, file: file, handler: handler)
    }
  }

  private func finish(
    _ handler: GraphMLHandler, _ read: () throws(Diagnostics) -> [Diagnostic]
  ) throws(Diagnostics) -> GraphReading {
    let warnings: [Diagnostic]
    do throws(Diagnostics) {
      warnings = try read()
    } catch {
      throw Diagnostics(handler.log.all + error.all)
    }
    let graph = handler.makeGraph()
    if handler.log.hasErrors { throw Diagnostics(handler.log.all + warnings) }
    return GraphReading(
      graph: graph, title: handler.title, warnings: handler.log.all + warnings)
  }
}
