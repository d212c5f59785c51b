import Duikou

/// One relation as an answer shows it.
struct AnswerRow {
  let helper: String
  let helperID: String
  let relation: String
  let recipient: String
  let recipientID: String
  let fields: [String]
  let level: String
  let certainty: Double
  let status: EdgeStatus
  let years: ClosedRange<Int>?
  let quantities: [Quantity]
  let evidence: [Evidence]
  /// The programme that the help goes through.
  let programme: String?

  /// The row of an edge.
  init(_ graph: Graph, _ id: EdgeID, level: HelpAnswer.Level = .own, minCertainty: Double) {
    let ends = graph.ends(of: id)
    self.init(graph, [graph.edge(id)], from: ends.from, to: ends.to, level, nil, minCertainty)
  }

  /// The row of an answer; of help through a programme with the evidence of both relations.
  init(_ graph: Graph, _ answer: HelpAnswer, minCertainty: Double) {
    let edges = [answer.edge] + (answer.benefit.map { [$0] } ?? [])
    self.init(
      graph, edges.map { graph.edge($0) }, from: answer.helper, to: answer.recipient, answer.level,
      answer.programme.map { graph.label(of: $0) }, minCertainty)
  }

  private init(
    _ graph: Graph, _ edges: [GraphEdge], from: NodeID, to: NodeID, _ level: HelpAnswer.Level,
    _ programme: String?, _ minCertainty: Double
  ) {
    helper = graph.label(of: from)
    helperID = graph.entityID(of: from)
    relation = edges.first?.type ?? ""
    recipient = graph.label(of: to)
    recipientID = graph.entityID(of: to)
    // Whatever an answer states stands in the sentences that it shows.
    let shown = edges.flatMap { edge in
      let sure = edge.supporting.filter { $0.certainty >= minCertainty }
      return sure.isEmpty ? edge.supporting : sure
    }
    evidence = shown
    fields = Set(shown.flatMap(\.fields)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    self.level = level.rawValue
    certainty = edges.map(\.certainty).min() ?? 1
    status = edges.map(\.status).min() ?? .actual
    let first = shown.compactMap(\.years?.lowerBound).min()
    let last = shown.compactMap(\.years?.upperBound).max()
    years = if let first, let last, first <= last { first...last } else { nil }
    quantities = Set(shown.flatMap(\.quantities)).sorted(by: Quantity.inOrder)
    self.programme = programme
  }
}

extension AnswerRow {
  /// The row with the keys that programs rely on.
  var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("helper", .string(helper)), ("helper_id", .string(helperID)), ("relation", .string(relation)),
      ("recipient", .string(recipient)), ("recipient_id", .string(recipientID)), ("fields", .strings(fields)),
      ("level", .string(level)), ("certainty", .number(certainty)), ("status", .string(status.rawValue)),
      ("years", .array(years.map { [.integer($0.lowerBound), .integer($0.upperBound)] } ?? [])),
      ("quantities", .array(quantities.map(Self.json))), ("evidence", .array(evidence.map(Self.json))),
    ]
    if let programme { members.append(("programme", .string(programme))) }
    return .object(members)
  }

  private static func json(_ quantity: Quantity) -> JSONValue {
    .object([
      ("value", .number(quantity.value)), ("unit", .string(quantity.unit)), ("what", .string(quantity.what)),
      ("at_least", .boolean(quantity.isAtLeast)),
    ])
  }

  private static func json(_ evidence: Evidence) -> JSONValue {
    .object([
      ("document", .string(evidence.document)), ("start", evidence.start.map { .integer($0) } ?? .null),
      ("end", evidence.end.map { .integer($0) } ?? .null), ("text", .string(evidence.text)),
    ])
  }

  /// The columns of `csv`.
  static let csvHeader = [
    "helper", "helper_id", "relation", "recipient", "recipient_id", "fields", "level", "certainty", "status",
    "years", "quantities", "document", "start", "end", "text",
  ]

  /// One row for each piece of evidence.
  var csv: [[String]] {
    let own = [
      helper, helperID, relation, recipient, recipientID, fields.joined(separator: "; "), level,
      "\(certainty)",
      status.rawValue, yearText, quantities.map(Self.text).joined(separator: "; "),
    ]
    if evidence.isEmpty { return [own + ["", "", "", ""]] }
    return evidence.map { piece in
      own + [
        piece.document, piece.start.map(String.init) ?? "", piece.end.map(String.init) ?? "", piece.text,
      ]
    }
  }

  /// `2018–2020`; empty when no year is stated.
  var yearText: String {
    guard let years else { return "" }
    return years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound)–\(years.upperBound)"
  }

  /// `≥500 户 (贫困户)`, `16.3亿元`.
  static func text(_ quantity: Quantity) -> String {
    var value = JSONValue.number(quantity.value).text
    if quantity.value >= 1e8 {
      value = JSONValue.number((quantity.value / 1e4).rounded() / 1e4).text + "亿"
    } else if quantity.value >= 1e5 {
      value = JSONValue.number((quantity.value / 1e2).rounded() / 1e2).text + "万"
    }
    return (quantity.isAtLeast ? "≥" : "") + value + quantity.unit
      + (quantity.what.isEmpty ? "" : "（\(quantity.what)）")
  }
}
