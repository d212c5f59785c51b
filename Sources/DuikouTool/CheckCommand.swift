import ArgumentParser
import Duikou

/// `duikou check`: whether a graph file is sound.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks a graph file and counts what it holds.",
    discussion: """
      duikou check Exports/assistance.graphml
      duikou check Exports/assistance.jsonl --format json
      duikou check from-elsewhere.graphml --for igraph

      With --for it tells what that program would not read, lose or take for something else in the file.
      Ends with 1 when the file is not sound or the program would trip, with 2 when it cannot be read at all.
      """)

  @Argument(help: "GraphML, JSON Lines or DOT.")
  var file: String

  @Option(help: "How counts are printed.")
  var format = AnswerFormat.table

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("A program that shall read the file.", valueName: "tool"))
  var tool: InteropTool?

  mutating func run() async throws {
    let bytes = try InputFiles.bytes(of: InputFiles.Input(path: file))
    let kind = GraphFile.format(ofPath: file, bytes: bytes)
    if let tool { return try await ToolCheck(tool: tool, file: file, format: format).run(bytes, kind) }
    switch kind {
    case .dot: try await checkDOT(bytes)
    case .graphml, .jsonl: try checkGraph(bytes, kind == .jsonl)
    default: throw Self.unknownFormat(file)
    }
  }

  static func unknownFormat(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, id: "graph.unreadable-format", file: file,
      message: "only GraphML, JSON Lines and DOT are checked")
  }

  private func checkGraph(_ bytes: [UInt8], _ isJSONLines: Bool) throws {
    let reading: GraphReading
    do {
      reading =
        try isJSONLines
        ? JSONLinesReader().read(bytes: bytes, file: file) : GraphMLReader().read(bytes: bytes, file: file)
    } catch {
      Console.report(error.all)
      throw Failure.negative("\(file): not sound, \(error.all.count) problems")
    }
    Console.report(reading.warnings)
    let graph = reading.graph
    let problems = faults(of: graph, isJSONLines)
    Console.report(problems)
    let rows = [
      ["nodes", "\(graph.nodeCount)"], ["edges", "\(graph.edgeCount)"],
      ["evidence", "\(graph.evidenceCount)"],
      ["mentions", "\(graph.mentionCount)"], ["documents", "\(graph.documents.count)"],
      ["warnings", "\(reading.warnings.count)"], ["errors", "\(problems.count)"],
    ]
    GridPrinter(format: format, header: ["what", "count"], numeric: [1]).print(rows)
    if !problems.isEmpty { throw Failure.negative("\(file): not sound, \(problems.count) problems") }
  }

  /// What readers let pass but our files never hold.
  private func faults(of graph: Graph, _ isJSONLines: Bool) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    func report(_ id: String, _ message: String) {
      problems.append(Diagnostic(.error, id: id, file: file, message: message))
    }
    for id in graph.edgeIDs where graph.type(of: id) != RelationType.locatedIn.rawValue {
      let edge = graph.edge(id)
      if RelationType(rawValue: edge.type) == nil { continue }
      for piece in edge.evidence {
        guard let start = piece.start, let end = piece.end, !piece.text.isEmpty else { continue }
        // GraphML folds white space, so only JSON Lines tell the exact length.
        if isJSONLines, end - start != piece.text.unicodeScalars.count {
          report(
            "check.evidence-length", "\(edge.relationID): \(start)-\(end) is not as long as “\(piece.text)”")
        }
        if start > end { report("check.evidence-range", "\(edge.relationID): ends before it starts") }
      }
    }
    for mention in graph.mentions where mention.end - mention.start != mention.surface.unicodeScalars.count {
      report(
        "check.mention-length",
        "\(mention.document):\(mention.start)-\(mention.end) is not “\(mention.surface)”")
    }
    return problems
  }

  private func checkDOT(_ dot: [UInt8]) async throws {
    try await Graphviz.check()
    do {
      let count = try await Graphviz.count(dot)
      GridPrinter(format: format, header: ["what", "count"], numeric: [1]).print([
        ["nodes", "\(count.nodes)"], ["edges", "\(count.edges)"],
      ])
    } catch {
      Console.report([error])
      throw Failure.negative("\(file): not sound")
    }
  }
}
