/// A table of text whose columns align in a terminal, also under Chinese.
struct TextTable {
  /// What stands above the columns; empty for none.
  var header: [String]
  /// Positions of columns that hold numbers.
  var numeric: Set<Int> = []
  private(set) var rows: [[String]] = []

  init(_ header: [String] = [], numeric: Set<Int> = []) {
    self.header = header
    self.numeric = numeric
  }

  mutating func add(_ row: [String]) { rows.append(row) }

  /// The lines, two spaces between columns. O(cells).
  func lines(indent: String = "") -> [String] {
    let all = (header.isEmpty ? [] : [header]) + rows
    let count = all.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      all.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
    }
    return all.enumerated().map { number, row in
      let isHeader = number == 0 && !header.isEmpty
      var line = indent
      for (column, cell) in row.enumerated() {
        if column > 0 { line += "  " }
        let isLast = column == row.count - 1 && !numeric.contains(column)
        line +=
          isLast ? cell : DisplayWidth.pad(cell, to: widths[column], alignRight: numeric.contains(column))
      }
      return isHeader ? Style.bold(line) : line
    }
  }

  /// Prints the lines.
  func print(indent: String = "") {
    for line in lines(indent: indent) { Console.print(line) }
  }
}

/// Emphasis on a terminal; plain text elsewhere.
enum Style {
  static func bold(_ text: String) -> String { wrap(text, "1") }
  static func dim(_ text: String) -> String { wrap(text, "2") }
  static func accent(_ text: String) -> String { wrap(text, "36") }
  /// Colour by number of the 256-colour table.
  static func color(_ text: String, _ number: Int) -> String { wrap(text, "38;5;\(number)") }

  private static func wrap(_ text: String, _ code: String) -> String {
    Console.usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
