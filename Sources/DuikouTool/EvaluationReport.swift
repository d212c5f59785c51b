import Duikou

/// An evaluation as tables or as one JSON object.
struct EvaluationReport {
  let evaluation: Evaluation
  let withDocuments: Bool
  let withErrors: Bool

  init(_ evaluation: Evaluation, withDocuments: Bool, withErrors: Bool) {
    self.evaluation = evaluation
    self.withDocuments = withDocuments
    self.withErrors = withErrors
  }

  func print() {
    let missing = evaluation.missingDocuments
    Console.print(
      "documents \(evaluation.documents.count)"
        + (missing.isEmpty ? "" : ", not among the inputs: \(missing.joined(separator: ", "))"))
    Console.print()
    printScores(evaluation.total)
    Console.print()
    printCalibration(evaluation.calibration)
    if withDocuments { printDocuments() }
    if withErrors { printErrors() }
  }

  private func printScores(_ scores: EvaluationScores) {
    var table = TextTable(
      ["", "precision", "recall", "F1", "right", "extra", "missed"], numeric: [1, 2, 3, 4, 5, 6])
    func add(_ name: String, _ tally: Tally?) {
      guard let tally else { return }
      table.add(
        [name] + [tally.precision, tally.recall, tally.f1].map(Self.decimals)
          + [tally.right, tally.extra, tally.missed].map { "\($0)" })
    }
    add("entities", scores.entities["all"] ?? Tally())
    add("  main", scores.entities["main"])
    for type in Self.ordered(scores.entities, EntityType.allCases.map(\.rawValue)) {
      add("  " + (type.isEmpty ? "-" : type), scores.entities[type])
    }
    add("relations", scores.relations["all"] ?? Tally())
    for type in Self.ordered(scores.relations, RelationType.allCases.map(\.rawValue)) {
      add("  " + type, scores.relations[type])
    }
    add("  programmes", scores.programmeRelations)
    add("assists, lenient", scores.lenientAssists)
    add("fields of help", scores.fields)
    table.print()
    Console.print()
    Console.print("right type      \(Self.share(scores.types))")
    Console.print("right evidence  \(Self.share(scores.evidence))")
  }

  private func printCalibration(_ calibration: Calibration) {
    var table = TextTable(
      ["certainty", "relations", "right", "share", "mean", "gap"], numeric: [1, 2, 3, 4, 5])
    for bin in calibration.bins {
      table.add([
        "\(bin.lowerBound)–\(bin.upperBound)", "\(bin.right.total)", "\(bin.right.right)",
        bin.right.value.map(Self.decimals) ?? "-", bin.meanCertainty.map(Self.decimals) ?? "-",
        bin.gap.map(Self.decimals) ?? "-",
      ])
    }
    table.print()
    Console.print(
      "mean gap \(Self.decimals(calibration.meanGap)) by relations, "
        + "\(Self.decimals(calibration.meanGapOfBins)) by bins")
  }

  private func printDocuments() {
    Console.print()
    var table = TextTable(
      [
        "document", "entities P", "R", "F1", "assists P", "R", "F1", "lenient F1", "fields F1", "evidence",
      ], numeric: [1, 2, 3, 4, 5, 6, 7, 8, 9])
    for document in evaluation.documents {
      let scores = document.scores
      let entities = scores.entities["all"] ?? Tally()
      let assists = scores.relations["assists"] ?? Tally()
      table.add(
        [document.id + (document.isMissing ? " (missing)" : "")] + Self.row(entities) + Self.row(assists)
          + [
            Self.figure(scores.lenientAssists), Self.figure(scores.fields),
            scores.evidence.value.map(Self.decimals) ?? "-",
          ])
    }
    table.print()
    Console.print()
    var parts = TextTable(["assists found", "", ""], numeric: [1, 2])
    for part in evaluation.parts {
      let name = part.document + (part.part.map { " / \($0)" } ?? "")
      parts.add([name, "\(part.found.right)", "of \(part.found.total)"])
    }
    parts.print()
  }

  private func printErrors() {
    for kind in Finding.Kind.allCases {
      let own = evaluation.findings.filter { $0.kind == kind }
      if own.isEmpty { continue }
      Console.print()
      Console.print(Style.bold("\(kind.rawValue) (\(own.count))"))
      for finding in own { print(finding) }
    }
  }

  private func print(_ finding: Finding) {
    var parts = [finding.document, finding.type, finding.names.joined(separator: " → ")]
    if !finding.detail.isEmpty { parts.append(finding.detail) }
    if !finding.rule.isEmpty { parts.append("rule \(finding.rule)") }
    if let certainty = finding.certainty { parts.append(AnswerPrinter.percent(certainty)) }
    Console.print("  " + parts.joined(separator: "  "))
    Console.print("    " + Style.dim(finding.ids.joined(separator: " → ")))
    let text = finding.sentence ?? finding.quotation
    if text.isEmpty { return }
    var line = "    “\(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))”"
    if let position = finding.position {
      line += " " + Style.dim("\(finding.file ?? finding.document):\(position.line):\(position.column)")
    }
    Console.print(line)
  }

  /// Keys of single types, the known ones first.
  static func ordered(_ tallies: [String: Tally], _ known: [String]) -> [String] {
    let keys = tallies.keys.filter { $0 != "all" && $0 != "main" }
    return known.filter(keys.contains) + keys.filter { !known.contains($0) }.sorted()
  }

  private static func row(_ tally: Tally) -> [String] {
    tally == Tally() ? ["-", "-", "-"] : [tally.precision, tally.recall, tally.f1].map(decimals)
  }

  private static func figure(_ tally: Tally) -> String { tally == Tally() ? "-" : decimals(tally.f1) }

  private static func share(_ share: Share) -> String {
    guard let value = share.value else { return "-" }
    return "\(decimals(value))  (\(share.right) of \(share.total))"
  }

  /// Three decimals.
  static func decimals(_ value: Double) -> String {
    let digits = String(Int((value.inFourDecimals * 1000).rounded()))
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return padded.dropLast(3) + "." + padded.suffix(3)
  }
}
