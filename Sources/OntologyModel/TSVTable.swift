import SourceText

/// A table of tab-separated values with a header line; `#` starts a comment line.
///
/// Cells are trimmed of spaces. Problems (wrong cell count, missing header) are collected, not thrown.
public struct TSVTable: Sendable {
  /// One line of the table.
  public struct Row: Sendable {
    /// The cells, one for each column.
    public let cells: [String]
    /// Line in the file, from 1.
    public let line: Int
  }

  /// The file as named to the user.
  public let file: String
  /// Column names, from the header.
  public let columns: [String]
  /// The rows, in file order.
  public let rows: [Row]
  /// Lines that could not be read.
  public let problems: [Diagnostic]

  /// Reads a table from UTF-8 bytes; a byte order mark and CR LF are accepted. O(bytes).
  ///
  /// - Parameter required: columns that must be present.
  public init(file: String, bytes: [UInt8], required: [String] = []) {
    self.file = file
    var columns: [String] = []
    var rows: [Row] = []
    var problems: [Diagnostic] = []
    var line = 0
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for raw in bytes[start...].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      line += 1
      var raw = raw
      if raw.last == UInt8(ascii: "\r") { raw = raw.dropLast() }
      guard let first = raw.first, first != UInt8(ascii: "#") else { continue }
      let cells = raw.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
        TSVTable.trimmed($0)
      }
      if columns.isEmpty {
        columns = cells
        for name in required where !cells.contains(name) {
          problems.append(
            Diagnostic(
              .error, id: "table.missing-column", file: file,
              position: SourcePosition(line: line, column: 1),
              message: "the header lacks the column “\(name)”"))
        }
      } else if cells.count > columns.count || cells.count < 1 {
        problems.append(
          Diagnostic(
            .error, id: "table.cell-count", file: file, position: SourcePosition(line: line, column: 1),
            message: "\(cells.count) cells where the header names \(columns.count) columns"))
      } else {
        rows.append(
          Row(cells: cells + Array(repeating: "", count: columns.count - cells.count), line: line))
      }
    }
    if columns.isEmpty, !required.isEmpty {
      problems.append(
        Diagnostic(
          .error, id: "table.no-header", file: file, position: SourcePosition(line: 1, column: 1),
          message: "the table has no header line"))
    }
    self.columns = columns
    self.rows = rows
    self.problems = problems
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes
    while bytes.first == UInt8(ascii: " ") { bytes = bytes.dropFirst() }
    while bytes.last == UInt8(ascii: " ") { bytes = bytes.dropLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Position of a column, when the header has it.
  public func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// The cell of a row by column name; empty when the column is missing.
  public func cell(_ row: Row, _ name: String) -> String {
    column(name).map { row.cells[$0] } ?? ""
  }

  /// The position of a cell of a row, for messages: the column counts scalars of the cells before it.
  public func position(_ row: Row, _ name: String) -> SourcePosition {
    let before = row.cells[..<(column(name) ?? 0)]
    return SourcePosition(
      line: row.line, column: before.reduce(1) { $0 + $1.unicodeScalars.count + 1 })
  }
}
