import ArgumentParser
import Duikou

/// `duikou list`: everything in the graph.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists relations, entities or documents.",
    discussion: """
      duikou list --field education --year 2019
      duikou list --entities --type Enterprise
      duikou list --documents --format csv
      """)

  @Flag(help: "List entities instead of relations.")
  var entities = false

  @Flag(help: "List documents instead of relations.")
  var documents = false

  @OptionGroup var filters: FilterOptions
  @OptionGroup var graph: GraphOptions

  mutating func validate() throws {
    if entities, documents { throw ValidationError("Give --entities or --documents, not both.") }
  }

  mutating func run() throws {
    let graph = try graph.read()
    if entities {
      try show(
        entityRows(graph), header: ["label", "name", "entity_id", "type", "mentions", "gives", "receives"])
    } else if documents {
      let rows = graph.documents.map { [$0.id, $0.title, $0.publisher, $0.date, $0.url].map { $0 ?? "" } }
      try show(rows, header: ["id", "title", "publisher", "date", "url"])
    } else {
      try listRelations(graph)
    }
  }

  private func listRelations(_ graph: Graph) throws {
    let filter = filters.filter
    let ids = graph.edgeIDs.filter { id in
      graph.status(of: id) != .negated && graph.certainty(of: id) >= filter.minCertainty
        && graph.type(of: id) != RelationType.locatedIn.rawValue
        && (filter.field.map { graph.fields(of: id).contains($0) } ?? true) && matchesType(id, graph)
        && (filter.year.map { matches($0, graph.edge(id)) } ?? true)
    }
    let rows = filters.limited(ids).map { AnswerRow(graph, $0, minCertainty: filters.minCertainty) }
    AnswerPrinter(format: filters.format).print(rows)
    if ids.isEmpty { throw Failure.negative("nothing found") }
  }

  private func matches(_ year: Int, _ edge: GraphEdge) -> Bool {
    guard let first = edge.yearFrom, let last = edge.yearTo else { return false }
    return first <= year && year <= last
  }

  private func matchesType(_ id: EdgeID, _ graph: Graph) -> Bool {
    guard let type = filters.type else { return true }
    if type.isRelation { return graph.type(of: id) == type.id }
    let ends = graph.ends(of: id)
    return graph.type(of: ends.from) == type.id || graph.type(of: ends.to) == type.id
  }

  private func entityRows(_ graph: Graph) -> [[String]] {
    graph.nodeIDs.filter { node in
      !graph.isImplicit(node) && (filters.type.map { graph.type(of: node) == $0.id } ?? true)
    }.map { node in
      [
        graph.label(of: node), graph.name(of: node), graph.entityID(of: node), graph.type(of: node),
        "\(graph.node(node).mentionCount)", "\(graph.edges(from: node).count)",
        "\(graph.edges(to: node).count)",
      ]
    }
  }

  private func show(_ rows: [[String]], header: [String]) throws {
    GridPrinter(format: filters.format, header: header, numeric: entities ? [4, 5, 6] : []).print(
      filters.limited(rows))
    if rows.isEmpty { throw Failure.negative("nothing found") }
  }
}
