import ArgumentParser
import Duikou
import Foundation

/// `duikou explain`: why the graph holds a relation, or why a name was linked as it was.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says why: the sentence with both ends marked, the rule, the context, the candidates.",
    discussion: """
      duikou explain r0a1b2c3d4e5f                    a relation of the graph, by its id
      duikou explain 宝山区 会泽县                    what the graph states from the one to the other
      duikou explain 会泽县 --limit 3                 how the name was linked, mention by mention
      duikou explain 01-baoshan-huize:42              the names at an offset of a document of the graph
      duikou explain report.txt:42                    the same, reading the file
      duikou explain 宝山区 会泽县 Examples/reports   reading the texts instead of a graph

      Files and folders after the first argument are texts to read; whole sentences are shown then, and the \
      score of the chosen entity beside those of the others. Offsets count Unicode scalars of the decoded text.
      """)

  /// How the explanation is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Argument(
    help: ArgumentHelp(
      "A relation id, two names, one name, or DOCUMENT:OFFSET; then texts to read.", valueName: "what"))
  var arguments: [String]

  @Option(help: ArgumentHelp("At most so many statements or mentions.", valueName: "n"))
  var limit = 10

  @Option(help: "How the explanation is printed: text, json.")
  var format = Format.text

  @OptionGroup var graph: GraphOptions

  mutating func validate() throws {
    if limit < 1 { throw ValidationError("--limit must be at least 1.") }
    if parsed.names.count > 2 {
      throw ValidationError(
        "“\(parsed.names[2])” is neither a file nor a folder; at most two names can be explained at once.")
    }
  }

  mutating func run() async throws {
    let question = parsed
    let material = try await prepare(question)
    let graph = material.graph
    let printer = ExplanationPrinter(limit: limit, isJSON: format == .json)
    if let (document, offset) = question.place {
      let found = material.explainer.mentions(at: offset, in: document)
      if found.isEmpty {
        let near = material.explainer.neighbours(of: offset, in: document)
          .map { "\($0.surface) at \($0.start)-\($0.end)" }
        throw Self.nothing(
          "there is no name at offset \(offset) of “\(document)”"
            + (near.isEmpty ? "" : "; next to it: \(near.joined(separator: ", "))"))
      }
      printer.print(found)
    } else if let id = question.relationID {
      guard let edge = graph.edgeIDs.first(where: { graph.relationID(of: $0) == id }) else {
        throw Failure.negative("error: the graph has no relation “\(id)” [relation.unknown]")
      }
      printer.print([material.explainer.relation(edge)])
    } else if question.names.count == 2 {
      try explainPair(question.names, material, printer)
    } else {
      try explainName(question.names[0], material, printer)
    }
  }

  private func explainPair(_ names: [String], _ material: Material, _ printer: ExplanationPrinter) throws {
    let graph = material.graph
    let choice = try EntityChoice(graph, self.graph.ontology)
    let (from, to) = (try choice.node(names[0]), try choice.node(names[1]))
    let edges = graph.edges(from: from).filter { graph.ends(of: $0).to == to }
    if edges.isEmpty {
      let isReverse = graph.edges(from: to).contains { graph.ends(of: $0).to == from }
      throw Self.nothing(
        "the graph states nothing from \(graph.label(of: from)) to \(graph.label(of: to))"
          + (isReverse ? ", but the other way" : ""))
    }
    printer.print(edges.map { material.explainer.relation($0) })
  }

  private func explainName(_ name: String, _ material: Material, _ printer: ExplanationPrinter) throws {
    let graph = material.graph
    let nodes = try EntityChoice(graph, self.graph.ontology).nodes(name)
    let mentions = nodes.flatMap { material.explainer.mentions(of: $0) }
    if format == .text {
      for node in nodes {
        Console.print(Style.bold(EntityChoice.describe(node, graph)))
        for edge in graph.edges(from: node) + graph.edges(to: node) where graph.status(of: edge) != .negated {
          let ends = graph.ends(of: edge)
          Console.print(
            "  \(graph.relationID(of: edge))  \(graph.label(of: ends.from)) → \(graph.label(of: ends.to))  "
              + graph.type(of: edge))
        }
      }
    }
    if mentions.isEmpty {
      throw Self.nothing("this graph keeps no mentions; explain from JSON Lines or from the texts")
    }
    printer.print(mentions)
  }

  private static func nothing(_ reason: String) -> Failure {
    Failure.negative("nothing found: \(reason) [explain.nothing]")
  }
}

extension ExplainCommand {
  /// The arguments, told apart.
  struct Question {
    var names: [String]
    var inputs: [String] = []
    var relationID: String?
    var place: (document: String, offset: Int)?
  }

  private var parsed: Question {
    var question = Question(names: Array(arguments.prefix(1)))
    for argument in arguments.dropFirst() {
      if argument == "-" || FileManager.default.fileExists(atPath: argument) {
        question.inputs.append(argument)
      } else {
        question.names.append(argument)
      }
    }
    guard question.names.count == 1, let first = arguments.first else { return question }
    if let id = Self.relationID(first) {
      question.relationID = id
    } else if let colon = first.lastIndex(of: ":"),
      let offset = Int(first[first.index(after: colon)...].prefix { $0 != "-" }), offset >= 0,
      !first.hasPrefix("place:")
    {
      let document = String(first[..<colon])
      question.place = (document, offset)
      if FileManager.default.fileExists(atPath: document) {
        question.place = (DocumentReader.stem(of: document), offset)
        if question.inputs.isEmpty { question.inputs = [document] }
      }
    }
    return question
  }

  /// `r` and twelve hexadecimal digits, without the number of a statement behind a dot.
  static func relationID(_ text: String) -> String? {
    let id = text.prefix { $0 != "." }
    guard id.utf8.count == 13, id.first == "r", id.dropFirst().allSatisfy(\.isHexDigit) else { return nil }
    return String(id)
  }

  /// What the explanations are made from.
  private struct Material {
    let graph: Graph
    let explainer: Explainer
  }

  private func prepare(_ question: Question) async throws -> Material {
    if question.inputs.isEmpty {
      let graph = try self.graph.read()
      // A graph explains itself but for the wording of rules and the names of entities that it lacks.
      let ontology = try? self.graph.ontology.load()
      let rules = ontology.flatMap { try? RelationReader(ontology: $0).rules } ?? []
      return Material(
        graph: graph,
        explainer: Explainer(graph: graph, rules: rules, nameOfEntity: Self.names(ontology)))
    }
    let pipeline = try Pipeline(ontology: self.graph.ontology.load())
    let corpus = Corpus(InputFiles(question.inputs))
    if corpus.hasErrors { throw Diagnostics(corpus.diagnostics) }
    Console.report(corpus.diagnostics)
    let documents = await pipeline.read(
      corpus.documents, jobs: ProcessInfo.processInfo.activeProcessorCount)
    let graph = pipeline.graph(of: documents)
    return Material(
      graph: graph,
      explainer: Explainer(
        graph: graph, documents: documents, rules: pipeline.rules, nameOfEntity: Self.names(pipeline.ontology)
      ))
  }

  private static func names(_ ontology: Ontology?) -> @Sendable (String) -> String? {
    { id in
      guard let ontology, let place = ontology.placeByEntityID[id] else { return nil }
      return ontology.fullName(of: place)
    }
  }
}
