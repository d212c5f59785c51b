import ArgumentParser
import Duikou

/// What `helpers` and `recipients` have in common: one name, one direction.
struct HelpQuestion: ParsableArguments {
  @Argument(help: "A name, short name, pinyin, code or entity id.", completion: .entityNames)
  var name: String

  @OptionGroup var names: NameOptions

  @Flag(help: "Also the help of the places above, listed apart.")
  var up = false

  @Flag(help: "Also the help of the places and bodies within, listed apart.")
  var down = false

  @Flag(name: .customLong("via"), help: "Also help through programmes.")
  var viaProgrammes = false

  @OptionGroup var sum: SumOptions
  @OptionGroup var filters: FilterOptions
  @OptionGroup var graph: GraphOptions

  enum Direction { case helpers, recipients }

  /// Asks and prints.
  ///
  /// - Throws: `Failure` with 1 when nothing is found.
  func answer(_ direction: Direction) throws {
    let graph = try graph.read()
    let choice = try EntityChoice(graph, self.graph.ontology, place: names.place, type: filters.type?.id)
    let (node, usedType) = try choice.decide(name)

    var filter = filters.filter
    if !usedType { filter.type = filters.type?.id }
    var scope: HelpScope = []
    if up { scope.insert(.up) }
    if down { scope.insert(.down) }
    if viaProgrammes { scope.insert(.programmes) }
    let answers =
      direction == .helpers
      ? graph.helpers(of: node, filter, scope: scope) : graph.recipients(of: node, filter, scope: scope)
    let shown = filters.limited(surestFirst(answers, in: graph))
    let printer = AnswerPrinter(format: filters.format)
    func row(_ answer: HelpAnswer) -> AnswerRow {
      AnswerRow(graph, answer, minCertainty: filters.minCertainty)
    }

    if filters.format == .table {
      let question = direction == .helpers ? "who helps" : "whom is helped by"
      Console.print("understood as: \(question) \(EntityChoice.describe(node, graph))" + conditions(filter))
      for level in HelpAnswer.Level.allCases {
        let rows = shown.filter { $0.level == level }
        if rows.isEmpty { continue }
        Console.print()
        if level != .own { Console.print(Style.accent(Self.title(level, direction))) }
        printer.print(rows.map(row))
      }
      if shown.count < answers.count { Console.print("… and \(answers.count - shown.count) more (--limit)") }
      let edges = answers.filter { $0.level == .own }.map(\.edge)
      if !edges.isEmpty { sum.printLine(edges, graph, minCertainty: filters.minCertainty) }
    } else if !sum.replacesRows(
      answers.filter { $0.level == .own }.map(\.edge), graph, filters.format,
      minCertainty: filters.minCertainty)
    {
      printer.print(shown.map(row))
    }
    if answers.isEmpty { throw Failure.negative(nothing(node, graph, direction)) }
  }

  /// Within a level and distance the surest first; otherwise the order of the library.
  private func surestFirst(_ answers: [HelpAnswer], in graph: Graph) -> [HelpAnswer] {
    let levels = HelpAnswer.Level.allCases
    return answers.enumerated().map { position, answer in
      (
        key: (
          levels.firstIndex(of: answer.level) ?? 0, answer.steps, -graph.certainty(of: answer.edge), position
        ),
        answer: answer
      )
    }.sorted { $0.key < $1.key }.map(\.answer)
  }

  private func conditions(_ filter: EdgeFilter) -> String {
    var parts: [String] = []
    if let field = filter.field { parts.append("field \(field)") }
    if let type = filter.type { parts.append("other end \(type)") }
    if let year = filter.year { parts.append("year \(year)") }
    if up { parts.append("with the places above") }
    if down { parts.append("with all within") }
    if viaProgrammes { parts.append("through programmes too") }
    return parts.isEmpty ? "" : "; " + parts.joined(separator: ", ")
  }

  private static func title(_ level: HelpAnswer.Level, _ direction: Direction) -> String {
    let what = direction == .helpers ? "received" : "given"
    return level == .above ? "\(what) by the places above:" : "\(what) by places and bodies within:"
  }

  private func nothing(_ node: NodeID, _ graph: Graph, _ direction: Direction) -> String {
    let label = graph.label(of: node)
    let what = direction == .helpers ? "no help to \(label)" : "no help by \(label)"
    return "nothing found: the graph states \(what)"
      + (up && down ? "" : " itself; try --up, --down or --via, or a lower --min-certainty")
  }
}
