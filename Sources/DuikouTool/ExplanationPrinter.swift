import Duikou

/// Prints explanations as text or as JSON objects.
struct ExplanationPrinter {
  let limit: Int
  let isJSON: Bool
  private let style = GraphStyle.builtIn

  init(limit: Int, isJSON: Bool) {
    self.limit = limit
    self.isJSON = isJSON
  }

  func print(_ relations: [RelationExplanation]) {
    if isJSON {
      JSONValue.printArray(relations.map { json($0) })
      return
    }
    for (position, relation) in relations.enumerated() {
      if position > 0 { Console.print() }
      printText(relation)
    }
  }

  func print(_ mentions: [MentionExplanation]) {
    if isJSON {
      JSONValue.printArray(mentions.prefix(limit).map { json($0) })
      return
    }
    for mention in mentions.prefix(limit) {
      let place = "\(mention.mention.document):\(mention.mention.start)-\(mention.mention.end)"
      Console.print()
      Console.print(
        Style.bold(mention.sentence.map { marked($0) } ?? "【\(mention.mention.surface)】") + " "
          + Style.dim(place))
      printCandidates(mention, indent: "  ")
    }
    if mentions.count > limit { Console.print("… and \(mentions.count - limit) more (--limit)") }
  }

  private func printText(_ relation: RelationExplanation) {
    let edge = relation.edge
    Console.print(
      Style.bold("\(edge.relationID)  \(relation.fromLabel) → \(relation.toLabel)  \(edge.type)")
        + "  " + Style.dim("\(edge.from) → \(edge.to)"))
    Console.print("  " + facts(edge.certainty, edge.status, edge.fields, years(edge), edge.quantities))
    for (number, statement) in relation.statements.prefix(limit).enumerated() {
      Console.print()
      printText(statement, number: number + 1)
    }
    let rest = relation.statements.count - limit
    if rest > 0 { Console.print("  … and \(rest) more statements (--limit)") }
  }

  private func printText(_ statement: RelationExplanation.Statement, number: Int) {
    let evidence = statement.evidence
    var place = evidence.document
    if let start = evidence.start, let end = evidence.end { place += ":\(start)-\(end)" }
    if let file = statement.file, let position = statement.position {
      place += "  \(file):\(position.line):\(position.column)"
    }
    Console.print("  \(number). \(marked(statement.sentence)) " + Style.dim(place))
    Console.print(
      "     "
        + facts(evidence.certainty, evidence.status, evidence.fields, evidence.years, evidence.quantities))
    if !evidence.rule.isEmpty {
      var line = "     rule \(evidence.rule)"
      if let rule = statement.rule {
        line += "  \(rule.pattern)"
        Console.print(line)
        if let example = rule.positive.first { Console.print("       as in  \(example)") }
      } else {
        Console.print(line)
      }
    }
    for context in evidence.context { Console.print("     context: \(context)") }
    for (title, mentions) in [("from", statement.fromMentions), ("to", statement.toMentions)] {
      guard let mentions else { continue }
      if mentions.isEmpty { Console.print("     \(title): not named in the sentence") }
      for mention in mentions {
        Console.print("     \(title) 【\(mention.mention.surface)】")
        printCandidates(mention, indent: "       ")
      }
    }
  }

  private func printCandidates(_ mention: MentionExplanation, indent: String) {
    var chosen = [mention.chosen.name ?? "", mention.chosen.entityID, mention.type]
    chosen.append(AnswerPrinter.percent(mention.mention.certainty))
    if let score = mention.chosen.score { chosen.append("score " + Self.score(score)) }
    if let form = mention.mention.form { chosen.append("by \(form)") }
    Console.print(indent + "is  " + chosen.filter { !$0.isEmpty }.joined(separator: "  "))
    if !mention.chosen.reason.isEmpty { Console.print(indent + "    because: \(mention.chosen.reason)") }
    if let note = mention.mention.note { Console.print(indent + "    note: \(note)") }
    for (position, other) in mention.others.enumerated() {
      var parts = [other.name ?? "", other.entityID]
      if let score = other.score { parts.append("score " + Self.score(score)) }
      if !other.reason.isEmpty { parts.append("(\(other.reason))") }
      Console.print(
        indent
          + Style.dim(
            "not " + parts.filter { !$0.isEmpty }.joined(separator: "  ")
              + (position == 0 ? ", the runner-up" : "")))
    }
  }

  private func facts(
    _ certainty: Double, _ status: EdgeStatus, _ fields: [String], _ years: ClosedRange<Int>?,
    _ quantities: [Quantity]
  ) -> String {
    var parts = [AnswerPrinter.percent(certainty) + " sure", status.rawValue]
    if !fields.isEmpty { parts.append(fields.map { style.fieldLabels[$0] ?? $0 }.joined(separator: "·")) }
    if let years {
      parts.append(years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound)–\(years.upperBound)")
    }
    if !quantities.isEmpty { parts.append(quantities.map(AnswerRow.text).joined(separator: "、")) }
    return parts.joined(separator: ", ")
  }

  /// The text with its marks: in colours on a terminal, in 【】 elsewhere.
  private func marked(_ text: MarkedText) -> String {
    guard Console.usesColor else { return text.bracketed }
    return text.pieces.map { piece in
      switch piece.mark {
      case .from: Style.color(piece.text, 33)
      case .to: Style.color(piece.text, 208)
      case .name: Style.accent(piece.text)
      case nil: piece.text
      }
    }.joined()
  }

  func years(_ edge: GraphEdge) -> ClosedRange<Int>? {
    guard let first = edge.yearFrom, let last = edge.yearTo, first <= last else { return nil }
    return first...last
  }

  private static func score(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
}
