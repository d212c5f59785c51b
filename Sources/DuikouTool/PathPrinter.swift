import Duikou

/// Prints ways from one entity to another, each step with its sentence.
struct PathPrinter {
  let graph: Graph
  let format: AnswerFormat

  func print(_ paths: [GraphPath]) {
    switch format {
    case .table: for path in paths { printTable(path) }
    case .json: JSONValue.printArray(paths.map(json))
    case .csv:
      Console.print(CSVText.line(["path", "step"] + AnswerRow.csvHeader))
      for (number, path) in paths.enumerated() {
        for (step, edge) in path.edges.enumerated() {
          for cells in AnswerRow(graph, edge, minCertainty: 0).csv {
            Console.print(CSVText.line(["\(number + 1)", "\(step + 1)"] + cells))
          }
        }
      }
    }
  }

  private func printTable(_ path: GraphPath) {
    let style = GraphStyle.builtIn
    var line = path.nodes.first.map { graph.label(of: $0) } ?? ""
    for (position, edge) in path.edges.enumerated() {
      let label = style.relationLabels[graph.type(of: edge)] ?? graph.type(of: edge)
      line += path.isForward[position] ? " —\(label)→ " : " ←\(label)— "
      line += graph.label(of: path.nodes[position + 1])
    }
    Console.print(Style.bold(line))
    for edge in path.edges {
      if let best = graph.edge(edge).best { Console.print("    " + AnswerPrinter.quotation(best)) }
    }
  }

  private func json(_ path: GraphPath) -> JSONValue {
    .object([
      (
        "nodes",
        .array(
          path.nodes.map {
            .object([("id", .string(graph.entityID(of: $0))), ("label", .string(graph.label(of: $0)))])
          })
      ),
      ("edges", .array(path.edges.map { AnswerRow(graph, $0, minCertainty: 0).json })),
      ("forward", .array(path.isForward.map { .integer($0 ? 1 : 0) })),
    ])
  }
}
