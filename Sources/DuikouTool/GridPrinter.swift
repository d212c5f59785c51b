/// Prints plain rows as a table, as CSV or as JSON objects.
struct GridPrinter {
  let format: AnswerFormat
  let header: [String]
  /// Columns that hold whole numbers.
  var numeric: Set<Int> = []

  func print(_ rows: [[String]]) {
    switch format {
    case .table:
      var table = TextTable(header, numeric: numeric)
      for row in rows { table.add(row) }
      table.print()
    case .csv:
      Console.print(CSVText.line(header))
      for row in rows { Console.print(CSVText.line(row)) }
    case .json:
      JSONValue.printArray(
        rows.map { row in
          .object(
            zip(header, row).enumerated().map { position, pair in
              let number = numeric.contains(position) ? Int(pair.1) : nil
              return (pair.0, number.map { .integer($0) } ?? .string(pair.1))
            })
        })
    }
  }
}
