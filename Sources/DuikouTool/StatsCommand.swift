import ArgumentParser
import Duikou

/// `duikou stats`: how much of what the graph holds.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Counts documents, entities, relations, fields and years.",
    discussion: """
      duikou stats
      duikou stats --graph old.graphml --format json
      """)

  @Option(help: ArgumentHelp("Only relations that are at least this sure, 0 to 1.", valueName: "c"))
  var minCertainty = 0.5

  @Option(help: "How counts are printed.")
  var format = AnswerFormat.table

  @OptionGroup var graph: GraphOptions

  mutating func run() throws {
    let whole = try graph.read()
    let graph = whole.filtered(minCertainty: minCertainty)
    let style = GraphStyle.builtIn
    let nodes = graph.nodeIDs.filter { !graph.isImplicit($0) }
    let edges = graph.edgeIDs.filter { graph.status(of: $0) != .negated }.map { graph.edge($0) }
    var rows: [[String]] = []
    func add(_ kind: String, _ name: String, _ label: String, _ count: Int) {
      if count > 0 || name.isEmpty { rows.append([kind, name, label, "\(count)"]) }
    }
    add("documents", "", "", graph.documents.count)
    add("mentions", "", "", graph.mentionCount)
    add("entities", "", "", nodes.count)
    let byType = Dictionary(grouping: nodes) { graph.type(of: $0) }
    let types = EntityType.allCases.map(\.rawValue)
    for type in types + byType.keys.filter({ !types.contains($0) }).sorted() {
      add("entities", type.isEmpty ? "-" : type, style.entityLabels[type] ?? "", byType[type]?.count ?? 0)
    }
    add("relations", "", "", edges.count)
    for type in Set(edges.map(\.type)).sorted() {
      add("relations", type, style.relationLabels[type] ?? "", edges.count { $0.type == type })
    }
    for field in style.fieldOrder {
      add("fields", field, style.fieldLabels[field] ?? "", edges.count { $0.fields.contains(field) })
    }
    for status in EdgeStatus.allCases {
      add("status", status.rawValue, "", edges.count { $0.status == status })
    }
    add("evidence", "", "", edges.reduce(0) { $0 + $1.supporting.count })
    for (year, count) in years(edges) { add("years", "\(year)", "", count) }
    GridPrinter(format: format, header: ["kind", "name", "label", "count"], numeric: [3]).print(rows)
  }

  private func years(_ edges: [GraphEdge]) -> [(Int, Int)] {
    var counts: [Int: Int] = [:]
    for edge in edges {
      guard let first = edge.yearFrom, let last = edge.yearTo, first <= last, last - first < 100 else {
        continue
      }
      for year in first...last { counts[year, default: 0] += 1 }
    }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
