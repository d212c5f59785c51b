import Duikou

/// The rules and what came of them, printed.
struct RulesReport {
  let rules: [RelationRule]
  /// Nil when no texts were given.
  let firings: [RuleFiring]?
  let format: AnswerFormat

  private var isJudged: Bool { firings?.contains { $0.verdict != nil } ?? false }

  func printAll() {
    let usage = firings.map { RuleFiring.usage(of: rules.map(\.id), in: $0) }
    switch format {
    case .json: JSONValue.printArray(allJSON(usage))
    case .csv: grid(usage).print(rows(usage))
    case .table:
      if let usage {
        grid(usage).print(rows(usage))
        printSummary(usage)
      } else {
        printRules()
      }
    }
  }

  /// Prints one rule in full; false when there is none of that id.
  func printOne(_ id: String, limit: Int) -> Bool {
    let own = (firings ?? []).filter { $0.rule == id }
    let rule = rules.first { $0.id == id }
    if rule == nil, own.isEmpty { return false }
    if format == .json {
      let usage = firings.map { RuleFiring.usage(of: [id], in: $0.filter { $0.rule == id }) }
      JSONValue.printArray([
        .object(
          members(id, rule, usage?.first) + [("sentences", .array(own.prefix(limit).map(Self.json)))])
      ])
      return true
    }
    if let rule { print(rule, withAllExamples: true) } else { Console.print(Style.bold(id)) }
    guard let firings else { return true }
    if let usage = RuleFiring.usage(of: [id], in: firings).first {
      Console.print()
      Console.print(Self.sentence(usage))
    }
    for firing in own.prefix(limit) {
      let text = AnswerPrinter.quotation(firing.evidence)
      let verdict = firing.verdict.map { "\($0.rawValue)  " } ?? ""
      Console.print("  \(verdict)\(firing.edge.from) → \(firing.edge.to)")
      Console.print("    " + text)
    }
    if own.count > limit { Console.print("… and \(own.count - limit) more (--limit)") }
    return true
  }

  private func printRules() {
    for (position, rule) in rules.enumerated() {
      if position > 0 { Console.print() }
      print(rule, withAllExamples: false)
    }
  }

  private func print(_ rule: RelationRule, withAllExamples: Bool) {
    var head = "\(rule.type.rawValue), \(AnswerPrinter.percent(rule.certainty)) sure"
    if !rule.fields.isEmpty { head += ", \(rule.fields.joined(separator: ", "))" }
    if !rule.weakFields.isEmpty { head += ", else \(rule.weakFields.joined(separator: ", "))" }
    Console.print(Style.bold(rule.id) + "  \(head)")
    Console.print("  \(rule.pattern)")
    let (positive, negative) = (rule.positive, rule.negative)
    for example in withAllExamples ? positive : Array(positive.prefix(1)) { Console.print("  + \(example)") }
    for example in withAllExamples ? negative : Array(negative.prefix(1)) { Console.print("  - \(example)") }
  }

  private func grid(_ usage: [RuleUsage]?) -> GridPrinter {
    var header = ["rule", "type"]
    var numeric: Set<Int> = []
    if usage != nil {
      header += ["fired", "sentences", "documents"]
      numeric = [2, 3, 4]
      if isJudged {
        header += ["right", "wrong", "debatable", "precision"]
        numeric.formUnion([5, 6, 7, 8])
      }
    }
    return GridPrinter(format: format, header: header + ["remark", "pattern"], numeric: numeric)
  }

  private func rows(_ usage: [RuleUsage]?) -> [[String]] {
    guard let usage else { return rules.map { [$0.id, $0.type.rawValue, "", $0.pattern] } }
    return usage.map { own in
      let rule = rules.first { $0.id == own.rule }
      var row = [own.rule, rule?.type.rawValue ?? ""]
      row += [own.statementCount, own.sentenceCount, own.documentCount].map { "\($0)" }
      if isJudged {
        row += [own.right, own.wrong, own.debatable].map { "\($0 ?? 0)" }
        row.append(own.precision.map(EvaluationReport.decimals) ?? "")
      }
      return row + [Self.remark(own) ?? "", rule?.pattern ?? "(a table, not a rule of the list)"]
    }
  }

  private func printSummary(_ usage: [RuleUsage]) {
    let once = usage.filter { $0.sentenceCount == 1 }.map(\.rule)
    let never = usage.filter { $0.statementCount == 0 }.map(\.rule)
    Console.print()
    let count = usage.reduce(0) { $0 + $1.statementCount }
    Console.print("\(count) statements by \(usage.count - never.count) of \(usage.count) rules")
    if !once.isEmpty { Console.print("fired on one sentence only: \(once.joined(separator: ", "))") }
    if !never.isEmpty { Console.print("never fired: \(never.joined(separator: ", "))") }
  }

  private static func sentence(_ usage: RuleUsage) -> String {
    var text =
      "fired \(usage.statementCount)×, sentences \(usage.sentenceCount), documents \(usage.documentCount)"
    if let right = usage.right, let wrong = usage.wrong, let debatable = usage.debatable {
      text += "; right \(right), wrong \(wrong), debatable \(debatable)"
      if let precision = usage.precision { text += ", precision \(EvaluationReport.decimals(precision))" }
    }
    return text + (remark(usage).map { "; \($0)" } ?? "")
  }

  /// What a rule writer should look at.
  private static func remark(_ usage: RuleUsage) -> String? {
    if usage.statementCount == 0 { return "never fired" }
    return usage.sentenceCount == 1 ? "one sentence only" : nil
  }
}

extension RulesReport {
  private func allJSON(_ usage: [RuleUsage]?) -> [JSONValue] {
    guard let usage else { return rules.map { .object(members($0.id, $0, nil)) } }
    return usage.map { own in .object(members(own.rule, rules.first { $0.id == own.rule }, own)) }
  }

  private func members(_ id: String, _ rule: RelationRule?, _ usage: RuleUsage?) -> [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [("rule", .string(id))]
    if let rule {
      members += [
        ("type", .string(rule.type.rawValue)), ("pattern", .string(rule.pattern)),
        ("fields", .strings(rule.fields)), ("weak_fields", .strings(rule.weakFields)),
        ("certainty", .number(rule.certainty)),
        ("positive", .strings(rule.positive)), ("negative", .strings(rule.negative)),
      ]
    }
    guard let usage else { return members }
    members += [
      ("fired", .integer(usage.statementCount)), ("sentences_count", .integer(usage.sentenceCount)),
      ("documents_count", .integer(usage.documentCount)),
    ]
    if let right = usage.right, let wrong = usage.wrong, let debatable = usage.debatable {
      members += [
        ("right", .integer(right)), ("wrong", .integer(wrong)), ("debatable", .integer(debatable)),
        ("precision", usage.precision.map { .number($0.inFourDecimals) } ?? .null),
      ]
    }
    members.append(("remark", Self.remark(usage).map { .string($0) } ?? .null))
    return members
  }

  private static func json(_ firing: RuleFiring) -> JSONValue {
    .object([
      ("relation_id", .string(firing.edge.relationID)), ("from_id", .string(firing.edge.from)),
      ("to_id", .string(firing.edge.to)), ("verdict", firing.verdict.map { .string($0.rawValue) } ?? .null),
      ("document", .string(firing.evidence.document)),
      ("start", firing.evidence.start.map { .integer($0) } ?? .null),
      ("end", firing.evidence.end.map { .integer($0) } ?? .null), ("text", .string(firing.evidence.text)),
    ])
  }
}
