import ArgumentParser
import Duikou

/// Writes a graph to a file whose extension names the format.
enum GraphOutput {
  /// - Throws: A usage error for an unknown extension.
  static func validate(_ path: String) throws {
    if GraphFile.format(ofPath: path) == nil {
      throw ValidationError("“\(path)” has none of the extensions .graphml, .dot, .jsonl, .svg, .png.")
    }
  }

  /// Writes the whole file or nothing; everything that the graph holds goes into it.
  static func write(_ graph: Graph, to path: String, options: ExportOptions = ExportOptions()) async throws {
    guard let format = GraphFile.format(ofPath: path) else { return }
    if format.isDrawn { try await Graphviz.check() }
    var files = GraphFiles(formats: [format])
    files.options = options
    try await files.write(graph, as: format, to: path)
    Console.note(path)
  }
}
