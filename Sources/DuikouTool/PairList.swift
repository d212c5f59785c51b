import Duikou

/// A list of pairs from a CSV or TSV file: columns `helper` and `recipient`, and `year` where known.
struct PairList {
  /// A row of the list.
  struct Row {
    let helper: String
    let recipient: String
    let year: Int?
    let position: SourcePosition
  }

  private(set) var rows: [Row] = []

  /// Reads a file; the columns may also be called 支援方, 受援方, 年份 and the like.
  ///
  /// - Throws: Every problem of the file at once.
  init(_ path: String) throws {
    let bytes = try InputFiles.bytes(of: InputFiles.Input(path: path))
    let (text, diagnostics) = TextDecoding.decode(bytes, name: path)
    var problems = diagnostics.filter { $0.severity == .error }
    var values = SeparatedValues(text?.scalars ?? [])
    guard let header = values.next() else { throw Diagnostics(problems + [Self.noColumns(path)]) }
    let names = header.cells.map { $0.lowercased() }
    func column(_ choices: [String]) -> Int? { names.firstIndex { choices.contains($0) } }
    guard let helper = column(["helper", "from", "支援方", "帮扶方", "帮扶单位"]),
      let recipient = column(["recipient", "to", "受援方", "受援地", "帮扶对象"])
    else { throw Diagnostics(problems + [Self.noColumns(path)]) }
    let year = column(["year", "年", "年份"])
    while let row = values.next() {
      func cell(_ index: Int) -> String { row.cells.indices.contains(index) ? row.cells[index] : "" }
      let yearText = year.map(cell) ?? ""
      if !row.isClosed || cell(helper).isEmpty || cell(recipient).isEmpty
        || !yearText.isEmpty && Int(yearText) == nil
      {
        problems.append(
          Diagnostic(
            .error, id: "pairs.bad-row", file: path, position: row.position,
            message: "a row needs a helper, a recipient and, if any, a year in digits"))
      } else {
        rows.append(
          Row(
            helper: cell(helper), recipient: cell(recipient), year: Int(yearText), position: row.position))
      }
    }
    if !problems.isEmpty { throw Diagnostics(problems) }
  }

  private static func noColumns(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, id: "pairs.no-columns", file: path, position: SourcePosition(line: 1, column: 1),
      message: "the first row must name the columns helper and recipient")
  }
}
