import ArgumentParser
import Duikou

/// `duikou top`: who helps most, who is helped by most.
struct TopCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "top",
    abstract: "Ranks who helps most others, and who is helped by most (排名).",
    discussion: """
      duikou top
      duikou top helpers --type District --field education
      duikou top recipients --type County --year 2020 --limit 5 --format csv
      """)

  /// Which ranking.
  enum Side: String, CaseIterable, ExpressibleByArgument { case helpers, recipients, both }

  @Argument(help: "helpers, recipients or both.")
  var side = Side.both

  @OptionGroup var filters: FilterOptions
  @OptionGroup var graph: GraphOptions

  mutating func run() throws {
    let graph = try graph.read()
    let limit = filters.limit ?? 10
    var rows: [(side: Side, ranking: Ranking)] = []
    if side != .recipients {
      rows += graph.topHelpers(ofType: filters.type?.id, limit: limit, filters.filter).map { (.helpers, $0) }
    }
    if side != .helpers {
      rows += graph.topRecipients(ofType: filters.type?.id, limit: limit, filters.filter).map {
        (.recipients, $0)
      }
    }
    if filters.format == .table {
      for part in [Side.helpers, .recipients] where rows.contains(where: { $0.side == part }) {
        Console.print(Style.accent(part == .helpers ? "帮扶最多 / helps most others" : "得到帮扶最多 / helped by most"))
        GridPrinter(
          format: .table,
          header: ["label", "name", "entity_id", part == .helpers ? "recipients" : "helpers", "statements"],
          numeric: [3, 4]
        ).print(rows.filter { $0.side == part }.map { cells($0.ranking, graph) })
        Console.print()
      }
    } else {
      GridPrinter(
        format: filters.format, header: ["side", "label", "name", "entity_id", "count", "statements"],
        numeric: [4, 5]
      ).print(rows.map { [$0.side.rawValue] + cells($0.ranking, graph) })
    }
    if rows.isEmpty { throw Failure.negative("nothing found") }
  }

  private func cells(_ ranking: Ranking, _ graph: Graph) -> [String] {
    [
      graph.label(of: ranking.node), graph.name(of: ranking.node), graph.entityID(of: ranking.node),
      "\(ranking.count)", "\(Int(ranking.weight))",
    ]
  }
}
