import ArgumentParser
import Duikou

/// `duikou diff`: what changed from one graph to another.
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compares two graphs (比较): new, gone and changed entities and relations.",
    discussion: """
      duikou diff 2019.graphml 2020.graphml
      duikou diff 2019.jsonl 2020.jsonl --format csv --what relations
      duikou diff 2019.jsonl 2020.jsonl -o change.svg

      -o writes both graphs in one, with an attribute change (new, gone, changed, same) for nodes and edges; \
      DOT and pictures show new in green, gone in red, changed in orange.
      """)

  /// What is compared in the table.
  enum What: String, CaseIterable, ExpressibleByArgument { case relations, entities, all }

  @Argument(help: "The graph before.", completion: .file(extensions: ["jsonl", "graphml"]))
  var before: String

  @Argument(help: "The graph after.", completion: .file(extensions: ["jsonl", "graphml"]))
  var after: String

  @Option(help: "What the table holds.")
  var what = What.all

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Write both as one graph: .graphml, .dot, .svg, .png.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("At most so many rows.", valueName: "n"))
  var limit: Int?

  @Option(help: "How differences are printed.")
  var format = AnswerFormat.table

  mutating func validate() throws {
    if let output {
      try GraphOutput.validate(output)
      if GraphFile.format(ofPath: output) == .jsonl {
        throw ValidationError("JSON Lines keep no change; write .graphml, .dot, .svg or .png.")
      }
    }
  }

  mutating func run() async throws {
    let (first, second) = (try GraphFile.read(before), try GraphFile.read(after))
    Console.report(first.warnings + second.warnings)
    let (a, b) = (first.graph, second.graph)
    let diff = GraphDiff(from: a, to: b)
    var rows: [[String]] = []
    if what != .relations {
      rows += diff.nodes.new.map { ["new", "entity", name($0), "", "", ""] }
      rows += diff.nodes.gone.map { ["gone", "entity", name($0), "", "", ""] }
      rows += diff.nodes.changed.map { ["changed", "entity", name($0.after), "", "", changes($0)] }
    }
    if what != .entities {
      func relation(_ change: String, _ edge: GraphEdge, _ graph: Graph, _ details: String) -> [String] {
        func label(_ id: String) -> String { graph.node(withEntityID: id).map { graph.label(of: $0) } ?? id }
        return [
          change, GraphStyle.builtIn.relationLabels[edge.type] ?? edge.type, label(edge.from), "→",
          label(edge.to), details,
        ]
      }
      rows += diff.edges.new.map { relation("new", $0, b, summary($0)) }
      rows += diff.edges.gone.map { relation("gone", $0, a, summary($0)) }
      rows += diff.edges.changed.map { relation("changed", $0.after, b, changes($0)) }
    }
    GridPrinter(format: format, header: ["change", "what", "from", "", "to", "details"]).print(
      limit.map { Array(rows.prefix($0)) } ?? rows)
    Console.note(
      "entities: \(diff.nodes.new.count) new, \(diff.nodes.gone.count) gone, \(diff.nodes.changed.count) changed; "
        + "relations: \(diff.edges.new.count) new, \(diff.edges.gone.count) gone, \(diff.edges.changed.count) changed"
    )
    if let output {
      var options = ExportOptions()
      options.changes = GraphChanges(diff)
      try await GraphOutput.write(Graph.merge(a, b), to: output, options: options)
    }
  }

  private func name(_ node: GraphNode) -> String {
    let label = node.label.isEmpty ? node.entityID : node.label
    return "\(label) (\(node.entityID))"
  }

  private func summary(_ edge: GraphEdge) -> String {
    let fields = edge.fields.map { GraphStyle.builtIn.fieldLabels[$0] ?? $0 }.joined(separator: "·")
    return [fields, years(edge), "×\(Int(edge.weight))"].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func years(_ edge: GraphEdge) -> String {
    guard let first = edge.yearFrom, let last = edge.yearTo else { return "" }
    return first == last ? "\(first)" : "\(first)–\(last)"
  }

  private func changes(_ change: GraphDiff.Change<GraphNode>) -> String {
    let (old, new) = (change.before, change.after)
    var parts: [String] = []
    if old.label != new.label { parts.append("label \(old.label) → \(new.label)") }
    if old.type != new.type { parts.append("type \(old.type) → \(new.type)") }
    if old.mentionCount != new.mentionCount {
      parts.append("mentions \(old.mentionCount) → \(new.mentionCount)")
    }
    if old.aliases != new.aliases {
      parts += Set(new.aliases).subtracting(old.aliases).sorted().map { "+\($0)" }
      parts += Set(old.aliases).subtracting(new.aliases).sorted().map { "-\($0)" }
    }
    return parts.joined(separator: ", ")
  }

  private func changes(_ change: GraphDiff.Change<GraphEdge>) -> String {
    let (old, new) = (change.before, change.after)
    var parts: [String] = []
    let labels = GraphStyle.builtIn.fieldLabels
    parts += Set(new.fields).subtracting(old.fields).sorted().map { "+\(labels[$0] ?? $0)" }
    parts += Set(old.fields).subtracting(new.fields).sorted().map { "-\(labels[$0] ?? $0)" }
    if old.weight != new.weight { parts.append("×\(Int(old.weight)) → ×\(Int(new.weight))") }
    if old.status != new.status { parts.append("\(old.status.rawValue) → \(new.status.rawValue)") }
    if years(old) != years(new) { parts.append("\(years(old)) → \(years(new))") }
    return parts.isEmpty ? "evidence" : parts.joined(separator: ", ")
  }
}
