import ArgumentParser
import Duikou

/// `--sum 元`.
struct SumOptions: ParsableArguments {
  @Option(
    name: .customLong("sum"),
    help: ArgumentHelp(
      "Add up the numbers with this unit (元, 户, 亩 …), each statement once.", valueName: "unit"))
  var unitText: String?

  /// The unit as the graph writes it.
  var unit: String? {
    unitText.map { text in
      ["万元", "亿元", "元人民币", "人民币", "yuan", "rmb", "cny"].contains(text.lowercased()) ? "元" : text
    }
  }

  /// Prints the sum over relations, when one is asked for: a line under a table, else a JSON object or CSV
  /// rows on standard output in place of the relations.
  ///
  /// - Returns: Whether the relations themselves are not to be printed.
  func replacesRows(_ edges: [EdgeID], _ graph: Graph, _ format: AnswerFormat, minCertainty: Double) -> Bool {
    guard let unit, format != .table else { return false }
    let sum = QuantitySum(unit: unit, of: edges, in: graph, minCertainty: minCertainty)
    switch format {
    case .csv:
      Console.print(CSVText.line(["value", "unit", "what", "status", "document", "start", "end", "text"]))
      for statement in sum.statements {
        let (quantity, evidence) = (statement.quantity, statement.evidence)
        Console.print(
          CSVText.line([
            JSONValue.number(quantity.value).text, unit, quantity.what, evidence.status.rawValue,
            evidence.document, evidence.start.map(String.init) ?? "", evidence.end.map(String.init) ?? "",
            evidence.text,
          ]))
      }
    default: Console.print(Self.json(sum).text)
    }
    return true
  }

  /// Prints the line under a table, when a sum is asked for.
  func printLine(
    _ edges: [EdgeID], _ graph: Graph, minCertainty: Double, _ language: Question.Language = .english
  ) {
    guard let unit else { return }
    let sum = QuantitySum(unit: unit, of: edges, in: graph, minCertainty: minCertainty)
    Console.print()
    Console.print(Style.bold(Self.line(sum, language)))
    for statement in sum.statements {
      Console.print(
        "    " + AnswerRow.text(statement.quantity) + "  " + AnswerPrinter.quotation(statement.evidence))
    }
  }

  private static func line(_ sum: QuantitySum, _ language: Question.Language) -> String {
    func amount(_ value: Double) -> String { AnswerRow.text(Quantity(value: value, unit: sum.unit)) }
    let more = sum.isAtLeast ? "≥" : ""
    if language == .chinese {
      let plan = sum.planned > 0 ? "；另计划 \(amount(sum.planned))" : ""
      let again = sum.repeated > 0 ? "，重复 \(sum.repeated) 处不计" : ""
      return "合计：\(more)\(amount(sum.total))\(plan)（\(sum.statements.count) 处陈述\(again)）"
    }
    let plan = sum.planned > 0 ? "; planned: \(amount(sum.planned))" : ""
    let again = sum.repeated > 0 ? ", \(sum.repeated) repeated ones not counted" : ""
    return "sum: \(more)\(amount(sum.total))\(plan) (\(sum.statements.count) statements\(again))"
  }

  private static func json(_ sum: QuantitySum) -> JSONValue {
    .object([
      ("unit", .string(sum.unit)), ("total", .number(sum.total)), ("planned", .number(sum.planned)),
      ("at_least", .integer(sum.isAtLeast ? 1 : 0)), ("repeated", .integer(sum.repeated)),
      (
        "statements",
        .array(
          sum.statements.map { statement in
            .object([
              ("value", .number(statement.quantity.value)), ("what", .string(statement.quantity.what)),
              ("status", .string(statement.evidence.status.rawValue)),
              ("document", .string(statement.evidence.document)),
              ("start", statement.evidence.start.map { .integer($0) } ?? .null),
              ("end", statement.evidence.end.map { .integer($0) } ?? .null),
              ("text", .string(statement.evidence.text)),
            ])
          })
      ),
    ])
  }
}
