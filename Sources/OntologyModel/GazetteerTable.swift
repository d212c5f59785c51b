import SourceText

/// A large table of tab-separated values that keeps the bytes and makes strings only when asked.
///
/// The same file form as `TSVTable`, about ten times as fast; every row must have exactly as many cells
/// as the header, unless `allowsShortRows`.
struct GazetteerTable {
  /// The file as named to the user.
  let file: String
  /// Column names, from the header.
  let columns: [String]
  /// Lines that could not be read, missing columns, bytes that are no UTF-8.
  private(set) var problems: [Diagnostic] = []

  private let bytes: [UInt8]
  /// Start and end of every cell, row by row.
  private var cells: [Int32] = []
  private var lines: [Int32] = []

  var rowCount: Int { lines.count }

  /// A table without columns and rows.
  init(file: String) {
    self.file = file
    columns = []
    bytes = []
  }

  init(file: String, bytes: [UInt8], required: [String], allowsShortRows: Bool = false) {
    self.file = file
    self.bytes = bytes
    var columns: [String] = []
    var problems: [Diagnostic] = []
    var cells: [Int32] = []
    var lines: [Int32] = []
    cells.reserveCapacity(bytes.count / 8)
    lines.reserveCapacity(bytes.count / 24)
    bytes.withUnsafeBufferPointer { buffer in
      var line = 0
      var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      while at < buffer.count {
        line += 1
        let start = at
        var cellStart = at
        let firstCell = cells.count
        while at < buffer.count, buffer[at] != UInt8(ascii: "\n") {
          if buffer[at] == UInt8(ascii: "\t") {
            GazetteerTable.append(cellStart, at, of: buffer, to: &cells)
            cellStart = at + 1
          }
          at += 1
        }
        var end = at
        at += 1
        if end > cellStart, buffer[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        GazetteerTable.append(cellStart, end, of: buffer, to: &cells)
        if end == start || buffer[start] == UInt8(ascii: "#") {
          cells.removeSubrange(firstCell...)
          continue
        }
        let found = (cells.count - firstCell) / 2
        if columns.isEmpty {
          for cell in 0..<found {
            let range = Int(cells[firstCell + 2 * cell])..<Int(cells[firstCell + 2 * cell + 1])
            columns.append(String(decoding: buffer[range], as: UTF8.self))
          }
          cells.removeSubrange(firstCell...)
        } else if found == columns.count || (allowsShortRows && found < columns.count) {
          for _ in found..<columns.count {
            cells.append(Int32(end))
            cells.append(Int32(end))
          }
          lines.append(Int32(line))
        } else {
          cells.removeSubrange(firstCell...)
          problems.append(
            Diagnostic(
              .error, id: "table.cell-count", file: file,
              position: SourcePosition(line: line, column: 1),
              message: "\(found) cells where the header names \(columns.count) columns"))
        }
      }
    }
    self.columns = columns
    self.cells = cells
    self.lines = lines
    if columns.isEmpty {
      problems.append(
        Diagnostic(
          .error, id: "table.no-header", file: file, position: SourcePosition(line: 1, column: 1),
          message: "the table has no header line"))
    }
    for name in required where !columns.isEmpty && !columns.contains(name) {
      problems.append(
        Diagnostic(
          .error, id: "table.missing-column", file: file, position: SourcePosition(line: 1, column: 1),
          message: "the header lacks the column “\(name)”"))
    }
    if String(validating: bytes, as: UTF8.self) == nil {
      problems.append(GazetteerTable.invalidText(in: bytes, file: file))
    }
    self.problems = problems
  }

  private static func append(
    _ start: Int, _ end: Int, of buffer: UnsafeBufferPointer<UInt8>, to cells: inout [Int32]
  ) {
    var start = start
    var end = end
    while start < end, buffer[start] == UInt8(ascii: " ") { start += 1 }
    while end > start, buffer[end - 1] == UInt8(ascii: " ") { end -= 1 }
    cells.append(Int32(start))
    cells.append(Int32(end))
  }

  private static func invalidText(in bytes: [UInt8], file: String) -> Diagnostic {
    var line = 1
    for raw in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if String(validating: raw, as: UTF8.self) == nil { break }
      line += 1
    }
    return Diagnostic(
      .error, id: "table.encoding", file: file, position: SourcePosition(line: line, column: 1),
      message: "the line is not UTF-8 text")
  }

  /// Position of a column, when the header has it.
  func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  private func range(_ row: Int, _ column: Int) -> Range<Int> {
    let at = 2 * (row * columns.count + column)
    return Int(cells[at])..<Int(cells[at + 1])
  }

  /// Whether a cell is empty; cells of a column that the header lacks are.
  func isEmpty(_ row: Int, _ column: Int?) -> Bool {
    guard let column else { return true }
    return range(row, column).isEmpty
  }

  /// The text of a cell; empty for a column that the header lacks.
  func string(_ row: Int, _ column: Int?) -> String {
    guard let column else { return "" }
    return string(in: range(row, column))
  }

  private func string(in range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    return bytes.withUnsafeBufferPointer { String(decoding: $0[range], as: UTF8.self) }
  }

  /// Adds the bytes of a cell to a hash.
  func hash(_ row: Int, _ column: Int?, into hash: inout EntityHash) {
    guard let column else { return }
    bytes.withUnsafeBufferPointer { hash.combine(UnsafeBufferPointer(rebasing: $0[range(row, column)])) }
  }

  /// The parts of a cell between `|`; none for an empty cell.
  func list(_ row: Int, _ column: Int?) -> [String] {
    guard let column else { return [] }
    let range = range(row, column)
    guard !range.isEmpty else { return [] }
    var parts: [String] = []
    var start = range.lowerBound
    for at in range where bytes[at] == UInt8(ascii: "|") {
      parts.append(string(in: start..<at))
      start = at + 1
    }
    parts.append(string(in: start..<range.upperBound))
    return parts
  }

  /// The decimal digits of a cell as a number; nil when it holds anything else or nothing.
  func integer(_ row: Int, _ column: Int?) -> Int? {
    guard let column else { return nil }
    let range = range(row, column)
    guard !range.isEmpty, range.count <= 12 else { return nil }
    var value = 0
    for at in range {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[at]) else { return nil }
      value = value * 10 + Int(bytes[at] - UInt8(ascii: "0"))
    }
    return value
  }

  /// A decimal fraction without exponent; nil when the cell holds anything else or nothing.
  func decimal(_ row: Int, _ column: Int?) -> Double? {
    guard let column else { return nil }
    return decimal(in: range(row, column))
  }

  /// The fractions of a cell between `|`; nothing when one of them is none.
  func decimals(_ row: Int, _ column: Int?) -> [Double] {
    guard let column else { return [] }
    var values: [Double] = []
    let range = range(row, column)
    var start = range.lowerBound
    for at in range.lowerBound...range.upperBound
    where at == range.upperBound || bytes[at] == UInt8(ascii: "|") {
      guard let value = decimal(in: start..<at) else { return [] }
      values.append(value)
      start = at + 1
    }
    return values
  }

  private func decimal(in range: Range<Int>) -> Double? {
    var range = range
    var sign = 1.0
    if let first = range.first, bytes[first] == UInt8(ascii: "-") {
      sign = -1
      range = (range.lowerBound + 1)..<range.upperBound
    }
    guard !range.isEmpty, range.count <= 15 else { return nil }
    var digits = 0
    var scale = 1
    var inFraction = false
    for at in range {
      let byte = bytes[at]
      if byte == UInt8(ascii: "."), !inFraction {
        inFraction = true
      } else if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
        if inFraction { scale *= 10 }
      } else {
        return nil
      }
    }
    // Both are exact below 2^53, so the quotient is the nearest Double to the text.
    return sign * Double(digits) / Double(scale)
  }

  /// The line of a row, from 1.
  func line(_ row: Int) -> Int { Int(lines[row]) }

  /// Where a cell stands, for messages. O(length of the line).
  func position(_ row: Int, _ column: Int?) -> SourcePosition {
    var lineStart = range(row, 0).lowerBound
    while lineStart > 0, bytes[lineStart - 1] != UInt8(ascii: "\n") { lineStart -= 1 }
    let cellStart = range(row, column ?? 0).lowerBound
    let before = String(decoding: bytes[lineStart..<max(lineStart, cellStart)], as: UTF8.self)
    return SourcePosition(line: line(row), column: before.unicodeScalars.count + 1)
  }
}
