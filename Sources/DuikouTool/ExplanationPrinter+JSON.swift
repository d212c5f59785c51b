import Duikou

extension ExplanationPrinter {
  func json(_ relation: RelationExplanation) -> JSONValue {
    let edge = relation.edge
    return .object(
      [
        ("relation_id", .string(edge.relationID)), ("relation", .string(edge.type)),
        ("from", .string(relation.fromLabel)), ("from_id", .string(edge.from)),
        ("to", .string(relation.toLabel)), ("to_id", .string(edge.to)),
      ]
        + facts(edge.certainty, edge.status, edge.fields, years(edge), edge.quantities)
        + [("statements", .array(relation.statements.prefix(limit).map { json($0) }))])
  }

  func json(_ mention: MentionExplanation) -> JSONValue {
    let own = mention.mention
    return .object([
      ("document", .string(own.document)), ("start", .integer(own.start)), ("end", .integer(own.end)),
      ("surface", .string(own.surface)), ("entity_id", .string(own.entity)),
      ("name", mention.chosen.name.map { .string($0) } ?? .null), ("type", .string(mention.type)),
      ("form", own.form.map { .string($0) } ?? .null), ("certainty", .number(own.certainty)),
      ("score", mention.chosen.score.map { .number($0) } ?? .null),
      ("reason", .string(mention.chosen.reason)),
      ("note", own.note.map { .string($0) } ?? .null),
      (
        "candidates",
        .array(
          mention.others.map { other in
            .object([
              ("entity_id", .string(other.entityID)), ("name", other.name.map { .string($0) } ?? .null),
              ("score", other.score.map { .number($0) } ?? .null), ("reason", .string(other.reason)),
            ])
          })
      ),
      ("sentence", mention.sentence.map { .string($0.bracketed) } ?? .null),
    ])
  }

  private func json(_ statement: RelationExplanation.Statement) -> JSONValue {
    let evidence = statement.evidence
    return .object(
      [
        ("document", .string(evidence.document)), ("start", evidence.start.map { .integer($0) } ?? .null),
        ("end", evidence.end.map { .integer($0) } ?? .null), ("text", .string(evidence.text)),
        ("sentence", .string(statement.sentence.bracketed)), ("rule", .string(evidence.rule)),
        ("pattern", statement.rule.map { .string($0.pattern) } ?? .null),
        ("examples", .strings(statement.rule?.positive ?? [])), ("context", .strings(evidence.context)),
      ]
        + facts(evidence.certainty, evidence.status, evidence.fields, evidence.years, evidence.quantities)
        + [
          ("from_mentions", mentions(statement.fromMentions)),
          ("to_mentions", mentions(statement.toMentions)),
        ])
  }

  private func mentions(_ mentions: [MentionExplanation]?) -> JSONValue {
    mentions.map { .array($0.map { json($0) }) } ?? .null
  }

  private func facts(
    _ certainty: Double, _ status: EdgeStatus, _ fields: [String], _ years: ClosedRange<Int>?,
    _ quantities: [Quantity]
  ) -> [(String, JSONValue)] {
    [
      ("certainty", .number(certainty)), ("status", .string(status.rawValue)), ("fields", .strings(fields)),
      ("years", .array(years.map { [.integer($0.lowerBound), .integer($0.upperBound)] } ?? [])),
      ("quantities", .strings(quantities.map(AnswerRow.text))),
    ]
  }
}
