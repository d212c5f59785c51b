import SourceText

/// Splits CSV or TSV into rows; blank lines are none.
package struct SeparatedValues {
  /// A row and where it begins.
  package struct Row {
    package var cells: [String] = []
    package let position: SourcePosition
    /// False when the text ended within quotation marks.
    package var isClosed = true
  }

  private let scalars: [Unicode.Scalar]
  private let separator: Unicode.Scalar
  private var index = 0
  private var line = 1

  /// Reads text whose line breaks are LF; a tab in the first line makes it tab-separated.
  package init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    separator = scalars.prefix { $0 != "\n" }.contains("\t") ? "\t" : ","
  }

  package mutating func next() -> Row? {
    while index < scalars.count, scalars[index] == "\n" {
      index += 1
      line += 1
    }
    guard index < scalars.count else { return nil }
    var row = Row(position: SourcePosition(line: line, column: 1))
    repeat {
      row.cells.append(cell(&row.isClosed))
      guard index < scalars.count else { break }
      index += 1
      if scalars[index - 1] == "\n" {
        line += 1
        break
      }
    } while true
    return row
  }

  /// Reads up to a separator, the end of the line or the end.
  private mutating func cell(_ isClosed: inout Bool) -> String {
    var view = String.UnicodeScalarView()
    if index < scalars.count, scalars[index] == "\"" {
      index += 1
      isClosed = false
      while index < scalars.count {
        let scalar = scalars[index]
        index += 1
        if scalar == "\"" {
          guard index < scalars.count, scalars[index] == "\"" else {
            isClosed = true
            break
          }
          index += 1
        }
        if scalar == "\n" { line += 1 }
        view.append(scalar)
      }
    }
    while index < scalars.count, scalars[index] != separator, scalars[index] != "\n" {
      view.append(scalars[index])
      index += 1
    }
    return trimmed(view)
  }

  private func trimmed(_ view: String.UnicodeScalarView) -> String {
    let cell = view.drop(while: CharacterTraits.isSpace).reversed().drop(while: CharacterTraits.isSpace)
    var result = String.UnicodeScalarView()
    result.append(contentsOf: cell.reversed())
    return String(result)
  }
}
