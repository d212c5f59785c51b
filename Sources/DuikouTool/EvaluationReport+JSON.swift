import Duikou

extension EvaluationReport {
  /// Prints one object, its members a line each.
  func printJSON() {
    let lines = members.map { name, value in "\(JSONValue.quoted(name)):\(value.text)" }
    Console.print("{\n" + lines.joined(separator: ",\n") + "\n}")
  }

  private var members: [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [("documents_missing", .strings(evaluation.missingDocuments))]
    members += Self.scoreMembers(evaluation.total)
    members.append(("cases", .array(evaluation.parts.map(Self.json))))
    members.append(("calibration", Self.json(evaluation.calibration)))
    members.append(("mean_gap", .number(evaluation.calibration.meanGap.inFourDecimals)))
    members.append(("mean_gap_of_bins", .number(evaluation.calibration.meanGapOfBins.inFourDecimals)))
    if withDocuments {
      members.append(
        (
          "documents",
          .array(
            evaluation.documents.map { document in
              .object([("document", .string(document.id))] + Self.scoreMembers(document.scores))
            })
        ))
    }
    if withErrors { members.append(("errors", .array(evaluation.findings.map(Self.json)))) }
    return members
  }

  private static func scoreMembers(_ scores: EvaluationScores) -> [(String, JSONValue)] {
    [
      ("entities", json(scores.entities)),
      ("type_accuracy", .number((scores.types.value ?? 0).inFourDecimals)),
      ("relations", json(scores.relations)), ("programme_relations", json(scores.programmeRelations)),
      ("assists_lenient", json(scores.lenientAssists)), ("fields", json(scores.fields)),
      ("evidence", scores.evidence.value.map { .number($0.inFourDecimals) } ?? .null),
    ]
  }

  private static func json(_ tallies: [String: Tally]) -> JSONValue {
    .object(tallies.sorted { $0.key < $1.key }.map { ($0.key, json($0.value)) })
  }

  private static func json(_ tally: Tally) -> JSONValue {
    .object([
      ("p", .number(tally.precision.inFourDecimals)), ("r", .number(tally.recall.inFourDecimals)),
      ("f1", .number(tally.f1.inFourDecimals)), ("tp", .integer(tally.right)), ("fp", .integer(tally.extra)),
      ("fn", .integer(tally.missed)),
    ])
  }

  private static func json(_ part: Evaluation.PartScore) -> JSONValue {
    .object([
      ("document", .string(part.document)), ("case", part.part.map { .string($0) } ?? .null),
      ("found", .integer(part.found.right)), ("of", .integer(part.found.total)),
    ])
  }

  private static func json(_ calibration: Calibration) -> JSONValue {
    .array(
      calibration.bins.map { bin in
        .object([
          ("from", .number(bin.lowerBound)), ("to", .number(bin.upperBound)),
          ("relations", .integer(bin.right.total)), ("right", .integer(bin.right.right)),
          ("share", number(bin.right.value)), ("mean_certainty", number(bin.meanCertainty)),
          ("gap", number(bin.gap)),
        ])
      })
  }

  private static func json(_ finding: Finding) -> JSONValue {
    .object([
      ("kind", .string(finding.kind.rawValue)), ("document", .string(finding.document)),
      ("type", .string(finding.type)), ("ids", .strings(finding.ids)), ("names", .strings(finding.names)),
      ("detail", .string(finding.detail)), ("rule", .string(finding.rule)),
      ("certainty", finding.certainty.map { .number($0) } ?? .null),
      ("quotation", .string(finding.quotation)),
      ("sentence", finding.sentence.map { .string($0) } ?? .null),
      ("file", finding.file.map { .string($0) } ?? .null),
      ("line", finding.position.map { .integer($0.line) } ?? .null),
      ("column", finding.position.map { .integer($0.column) } ?? .null),
    ])
  }

  private static func number(_ value: Double?) -> JSONValue {
    value.map { .number($0.inFourDecimals) } ?? .null
  }
}
