import Duikou

/// Prints relations with their evidence, in any of the three forms.
struct AnswerPrinter {
  let format: AnswerFormat
  let style = GraphStyle.builtIn

  /// Prints a whole answer.
  func print(_ rows: [AnswerRow]) {
    switch format {
    case .json: JSONValue.printArray(rows.map(\.json))
    case .csv:
      Console.print(CSVText.line(AnswerRow.csvHeader))
      for row in rows.flatMap(\.csv) { Console.print(CSVText.line(row)) }
    case .table: printTable(rows)
    }
  }

  private func printTable(_ rows: [AnswerRow]) {
    var table = TextTable()
    for row in rows {
      var notes = [row.yearText, AnswerPrinter.percent(row.certainty)].filter { !$0.isEmpty }
      if row.status != .actual { notes.append(row.status.rawValue) }
      table.add([row.helper, verb(row), row.recipient, labels(row.fields), notes.joined(separator: ", ")])
    }
    for (line, row) in zip(table.lines(), rows) {
      Console.print(Style.bold(line.trimmingTrailingSpaces))
      if !row.quantities.isEmpty {
        Console.print("    " + row.quantities.map(AnswerRow.text).joined(separator: "、"))
      }
      for piece in row.evidence { Console.print("    " + Self.quotation(piece)) }
    }
  }

  private func verb(_ row: AnswerRow) -> String {
    if let programme = row.programme { return "→ “\(programme)” →" }
    return row.relation == RelationType.assists.rawValue
      ? "→" : "—\(style.relationLabels[row.relation] ?? row.relation)→"
  }

  private func labels(_ fields: [String]) -> String {
    fields.map { style.fieldLabels[$0] ?? $0 }.joined(separator: "·")
  }

  /// `“……” document:120-154`; the document alone where the graph does not keep the sentence.
  static func quotation(_ evidence: Evidence) -> String {
    let text = evidence.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var place = evidence.document
    if let start = evidence.start, let end = evidence.end { place += ":\(start)-\(end)" }
    return (text.isEmpty ? "" : "“\(text)” ") + Style.dim(place)
  }

  /// `93 %`.
  static func percent(_ certainty: Double) -> String { "\(Int((certainty * 100).rounded())) %" }
}
