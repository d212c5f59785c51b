import ArgumentParser
import Duikou

/// `duikou gaps`: who is helped, but not in a field.
struct GapsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps",
    abstract: "Lists recipients that get help, but none in a field (空白).",
    discussion: """
      duikou gaps --field education
      duikou gaps --field 医疗 --type Prefecture --in 云南省 --format csv

      Without --type counties are looked at.
      """)

  @OptionGroup var names: NameOptions
  @OptionGroup var filters: FilterOptions
  @OptionGroup var graph: GraphOptions

  mutating func validate() throws {
    if filters.field == nil { throw ValidationError("Give the field with --field.") }
  }

  mutating func run() throws {
    guard let field = filters.field?.id else { return }
    let graph = try graph.read()
    var nodes = graph.gaps(inField: field, types: [filters.type?.id ?? "County"], filters.filter)
    if let homes = try EntityChoice(graph, self.graph.ontology, place: names.place).places {
      nodes = nodes.filter { !homes.isDisjoint(with: graph.placesAbove($0)) }
    }
    let rows = filters.limited(nodes).map { node in
      let own = Set(graph.edges(to: node).flatMap { graph.fields(of: $0) })
      let fields = GraphStyle.builtIn.ordered(own.sorted()).map { GraphStyle.builtIn.fieldLabels[$0] ?? $0 }
      return [
        graph.label(of: node), graph.name(of: node), graph.entityID(of: node),
        fields.joined(separator: filters.format == .table ? "·" : "; "),
      ]
    }
    GridPrinter(format: filters.format, header: ["label", "name", "entity_id", "helped_in"]).print(rows)
    if rows.isEmpty { throw Failure.negative("nothing found: all of them get help in \(field)") }
  }
}
