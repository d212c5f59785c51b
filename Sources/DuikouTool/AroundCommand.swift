import ArgumentParser
import Duikou

/// `duikou around`: the neighbourhood of an entity.
struct AroundCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "around",
    abstract: "Shows everything near an entity (周围), or writes it as a graph of its own.",
    discussion: """
      duikou around 会泽县
      duikou around 保山市 --depth 2 --field education
      duikou around 会泽县 --depth 2 -o huize.svg
      """)

  @Argument(help: "A name, short name, pinyin, code or entity id.", completion: .entityNames)
  var name: String

  @Option(help: ArgumentHelp("How many steps, 1 to 6.", valueName: "n"))
  var depth = 1

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Write the part as a graph: .graphml, .dot, .jsonl, .svg, .png.", valueName: "file"))
  var output: String?

  @OptionGroup var names: NameOptions
  @OptionGroup var filters: FilterOptions
  @OptionGroup var graph: GraphOptions

  mutating func validate() throws {
    if !(1...6).contains(depth) { throw ValidationError("--depth must be 1 to 6.") }
    if let output { try GraphOutput.validate(output) }
  }

  mutating func run() async throws {
    let graph = try graph.read()
    let choice = try EntityChoice(graph, self.graph.ontology, place: names.place, type: filters.type?.id)
    let node = try choice.node(name)
    let near = graph.around(node, depth: depth, filters.filter)
    let edges = near.edges.filter {
      graph.type(of: $0) != RelationType.locatedIn.rawValue && graph.status(of: $0) != .negated
    }
    if filters.format == .table {
      Console.print("understood as: within \(depth) steps of \(EntityChoice.describe(node, graph))")
      for step in 1...depth {
        let labels = near.nodes.filter { $0.steps == step }.map { graph.label(of: $0.node) }
        if !labels.isEmpty { Console.print("  \(step): " + labels.joined(separator: "、")) }
      }
      Console.print()
    }
    AnswerPrinter(format: filters.format).print(
      filters.limited(edges).map { AnswerRow(graph, $0, minCertainty: filters.minCertainty) })
    if let output {
      try await GraphOutput.write(
        graph.subgraph(nodes: near.nodes.map(\.node), edges: near.edges), to: output)
    }
    if edges.isEmpty { throw Failure.negative("nothing found: no relation of \(graph.label(of: node))") }
  }
}
