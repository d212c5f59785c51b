import ArgumentParser
import Duikou

/// `duikou audit`: a list of pairs against a graph.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Compares an official list of pairs with the reports (核对): covered, missing, not on the list.",
    discussion: """
      duikou audit pairs.csv Exports/assistance.jsonl
      duikou audit pairs.csv Exports/assistance.graphml --format csv > findings.csv
      duikou audit pairs.csv Exports/assistance.jsonl --strict

      The table has the columns helper and recipient, and year where a pair holds for one year only:
        helper,recipient,year
        上海市宝山区,云南省会泽县,2020

      covered: the reports state the pair. within: only help between parts of the two is stated. missing: \
      nothing is. unlisted: help between units of the same types that the list does not have.
      """)

  @Argument(
    help: ArgumentHelp("The list, CSV or TSV.", valueName: "pairs.csv"),
    completion: .file(extensions: ["csv", "tsv"]))
  var list: String

  @Argument(help: "GraphML or JSON Lines.", completion: .file(extensions: ["jsonl", "graphml"]))
  var graph: String

  @Flag(help: "End with 1 when a pair is missing or a name has no single meaning.")
  var strict = false

  @Option(help: ArgumentHelp("Only what is at least this sure, 0 to 1.", valueName: "c"))
  var minCertainty = 0.5

  @Option(help: ArgumentHelp("At most so many rows.", valueName: "n"))
  var limit: Int?

  @Option(help: "How findings are printed.")
  var format = AnswerFormat.table

  @OptionGroup(title: "Ontology") var ontology: OntologyOptions

  mutating func run() throws {
    let rows = try PairList(list).rows
    let reading = try GraphFile.read(self.graph)
    Console.report(reading.warnings)
    let graph = reading.graph
    let resolver = NameResolver(graph: graph, ontology: try? ontology.load())
    var table: [[String]] = []
    var pairs: [PairAudit.Pair] = []
    var unclear: [PairList.Row] = []
    for row in rows {
      if let helper = candidate(row.helper, resolver), let recipient = candidate(row.recipient, resolver) {
        pairs.append(PairAudit.Pair(helper: helper, recipient: recipient, year: row.year))
      } else {
        unclear.append(row)
      }
    }
    let audit = PairAudit(pairs, graph, minCertainty: minCertainty)
    var counts: [String: Int] = [:]
    func add(_ finding: String, _ helper: String, _ recipient: String, _ year: String, _ edge: EdgeID?) {
      counts[finding, default: 0] += 1
      let best = edge.flatMap { graph.edge($0).best }
      table.append([
        finding, helper, recipient, year, edge.map { graph.relationID(of: $0) } ?? "", place(best),
        best?.text.split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? "",
      ])
    }
    for (pair, finding) in audit.findings {
      let year = pair.year.map(String.init) ?? ""
      switch finding {
      case .covered(let edge): add("covered", pair.helper.label, pair.recipient.label, year, edge)
      case .within(let edges): add("within", pair.helper.label, pair.recipient.label, year, edges.first)
      case .missing: add("missing", pair.helper.label, pair.recipient.label, year, nil)
      }
    }
    for row in unclear { add("unclear", row.helper, row.recipient, row.year.map(String.init) ?? "", nil) }
    for edge in audit.unlisted {
      let ends = graph.ends(of: edge)
      add("unlisted", graph.label(of: ends.from), graph.label(of: ends.to), "", edge)
    }
    let shown = limit.map { Array(table.prefix($0)) } ?? table
    GridPrinter(
      format: format, header: ["finding", "helper", "recipient", "year", "relation", "place", "evidence"]
    ).print(shown)
    let order = [
      ("covered", "有据"), ("within", "仅下属单位有据"), ("missing", "报告未见"), ("unclear", "名称不明"),
      ("unlisted", "不在名单"),
    ]
    Console.note(order.map { "\($0.1) \($0.0): \(counts[$0.0] ?? 0)" }.joined(separator: ", "))
    if strict, (counts["missing"] ?? 0) + (counts["unclear"] ?? 0) > 0 {
      throw Failure.negative("error: the reports do not cover the list [audit.missing]")
    }
  }

  /// The meaning of a name of the list; also of places that no text names. Unclear names are reported.
  private func candidate(_ name: String, _ resolver: NameResolver) -> NameCandidate? {
    switch resolver.resolve(name) {
    case .one(let candidate): return candidate
    case .several(let candidates):
      Console.note(
        "\(list): “\(name)” may mean " + candidates.map(EntityChoice.describe).joined(separator: " or "))
      return nil
    case .unknown(let suggestions):
      if suggestions.elsewhere.count == 1 { return suggestions.elsewhere[0] }
      Console.note(
        "\(list): “\(name)” is not known"
          + (suggestions.similar.first.map { "; did you mean \($0.label)?" } ?? ""))
      return nil
    }
  }

  private func place(_ evidence: Evidence?) -> String {
    guard let evidence else { return "" }
    guard let start = evidence.start, let end = evidence.end else { return evidence.document }
    return "\(evidence.document):\(start)-\(end)"
  }
}
