import DocumentReading
public import SourceText

extension GoldFile {
  /// Reads gold files as one.
  ///
  /// - Parameters:
  ///   - paths: The files; `-` for standard input.
  ///   - fields: The fields of help that there are; nil allows any.
  /// - Throws: every problem of all files, with file, line and column: `input.unreadable`, `gold.encoding`,
  ///   `gold.malformed`, `gold.wrong-value`, `gold.missing-key`, `gold.unknown-type`,
  ///   `gold.unknown-relation`, `gold.unknown-field`, `gold.entity-id`, `gold.unknown-entity`.
  public static func read(_ paths: [String], fields: Set<String>? = nil) throws(Diagnostics) -> GoldFile {
    var gold = GoldFile(records: [])
    var problems: [Diagnostic] = []
    for path in paths {
      do {
        let bytes = try InputFiles.bytes(of: InputFiles.Input(path: path))
        problems += gold.add(bytes, file: path == "-" ? nil : path, fields: fields)
      } catch {
        problems.append(error)
      }
    }
    if problems.contains(where: { $0.severity == .error }) { throw Diagnostics(problems) }
    gold.warnings = problems
    return gold
  }

  /// Reads gold from bytes in UTF-8; see `read(_:fields:)`.
  public static func read(
    bytes: [UInt8], file: String? = nil, fields: Set<String>? = nil
  ) throws(Diagnostics) -> GoldFile {
    var gold = GoldFile(records: [])
    let problems = gold.add(bytes, file: file, fields: fields)
    if problems.contains(where: { $0.severity == .error }) { throw Diagnostics(problems) }
    gold.warnings = problems
    return gold
  }

  private mutating func add(_ bytes: [UInt8], file: String?, fields: Set<String>?) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    var number = 0
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    for line in rest.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      line.withUnsafeBufferPointer { line in
        guard String(validating: line, as: UTF8.self) != nil else {
          problems.append(
            Diagnostic(
              .error, id: "gold.encoding", file: file, position: SourcePosition(line: number, column: 1),
              message: "the line is not valid UTF-8"))
          return
        }
        var parser = GoldLineParser(line, number: number, file: file, fields: fields)
        if let record = parser.parse() { records.append(record) }
        problems += parser.problems
      }
    }
    return problems
  }
}
