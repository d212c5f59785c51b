import GraphStore
public import SourceText

/// Reads our JSON Lines without loss.
///
/// Lines may stand in any order, and empty ones are passed over. Members that follow from others (`weight`
/// of a relation, its `relation_id` …) are not read, unknown members neither.
///
/// Errors, all of a file at once: `jsonl.malformed` (with line and column), `jsonl.missing-key`,
/// `jsonl.encoding`, `jsonl.version`, `file.unreadable`. Warnings: `jsonl.unknown-kind`, `jsonl.bad-value`.
///
/// - Complexity: O(size of the file), then O(n log n) to sort the graph.
public struct JSONLinesReader: Sendable {
  /// Makes a reader.
  public init() {}

  /// Reads a file in pieces.
  ///
  /// - Throws: Every error of the file.
  public func read(path: String) throws(Diagnostics) -> GraphReading {
    var parser = JSONLinesParser(file: path, byteCount: LineSource.byteCount(path: path))
    do throws(Diagnostic) {
      try LineSource.read(path: path) { (line, number) in parser.parse(line, number) }
    } catch {
      throw Diagnostics(parser.log.all + [error])
    }
    return try parser.finish()
  }

  /// Reads a file that is in memory; `file` names it in diagnostics.
  ///
  /// - Throws: Every error of the file.
  public func read(bytes: [UInt8], file: String? = nil) throws(Diagnostics) -> GraphReading {
    var parser = JSONLinesParser(file: file, byteCount: bytes.count)
    var lines = LineSource()
    lines.add(bytes) { (line, number) in parser.parse(line, number) }
    lines.finish { (line, number) in parser.parse(line, number) }
    return try parser.finish()
  }
}
