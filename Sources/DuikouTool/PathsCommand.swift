import ArgumentParser
import Duikou

/// `duikou paths`: how two are connected.
struct PathsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "paths",
    abstract: "Says how two entities are connected (两者的联系), step by step.",
    discussion: """
      duikou paths 闵行区 保山市
      duikou paths 拼多多 莎车县 --max 4 --limit 5

      Steps may go with or against the direction of help; the arrows show it. The shortest ways come first.
      """)

  @Argument(help: "A name, short name, pinyin, code or entity id.", completion: .entityNames)
  var from: String

  @Argument(help: "The other one.", completion: .entityNames)
  var to: String

  @Option(name: .customLong("max"), help: ArgumentHelp("At most so many steps, 1 to 8.", valueName: "n"))
  var maxSteps = 3

  @OptionGroup var names: NameOptions
  @OptionGroup var filters: FilterOptions
  @OptionGroup var graph: GraphOptions

  mutating func validate() throws {
    if !(1...8).contains(maxSteps) { throw ValidationError("--max must be 1 to 8.") }
  }

  mutating func run() throws {
    let graph = try graph.read()
    let choice = try EntityChoice(graph, self.graph.ontology, place: names.place, type: filters.type?.id)
    let (a, b) = (try choice.node(from), try choice.node(to))
    let paths = graph.paths(
      from: a, to: b, maxSteps: maxSteps, limit: filters.limit ?? 20, filters.filter)
    if filters.format == .table {
      Console.print(
        "understood as: ways from \(EntityChoice.describe(a, graph)) to \(EntityChoice.describe(b, graph)), "
          + "at most \(maxSteps) steps")
      Console.print()
    }
    PathPrinter(graph: graph, format: filters.format).print(paths)
    if paths.isEmpty {
      throw Failure.negative("nothing found: not connected within \(maxSteps) steps; try a higher --max")
    }
  }
}
