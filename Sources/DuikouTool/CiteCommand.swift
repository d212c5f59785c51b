import ArgumentParser
import Duikou

/// `duikou cite`: a line to quote.
struct CiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cite",
    abstract:
      "Prints a quotation line of a relation (引文): publisher, title, date, heading, sentence, offsets.",
    discussion: """
      duikou cite r0a1b2c3d4e5f
      duikou cite 宝山区 会泽县                        what the graph states from the one to the other
      duikou cite r0a1b2c3d4e5f --texts Examples/reports --metadata Examples/metadata.csv

      Title, publisher, date and address are known where the graph was built with --metadata, or are given here. \
      The heading above the sentence is told when the texts are given.
      """)

  @Argument(
    help: ArgumentHelp("The id of a relation, or its two ends.", valueName: "relation"),
    completion: .entityNames)
  var relation: [String]

  @Option(
    name: .customLong("texts"), parsing: .upToNextOption,
    help: ArgumentHelp("The texts that the graph was built from.", valueName: "input"))
  var texts: [String] = []

  @Option(help: ArgumentHelp("Title, publisher, date, url by file name.", valueName: "file.csv"))
  var metadata: String?

  @Option(help: ArgumentHelp("At most so many statements.", valueName: "n"))
  var limit: Int?

  @Option(help: "How quotations are printed.")
  var format = AnswerFormat.table

  @OptionGroup var graph: GraphOptions

  mutating func validate() throws {
    if !(1...2).contains(relation.count) { throw ValidationError("Give one relation id, or two names.") }
  }

  mutating func run() throws {
    let graph = try graph.read()
    let edges = try find(graph)
    let documents = try readTexts()
    var rows: [[String]] = []
    for edge in edges {
      for evidence in graph.edge(edge).supporting {
        rows.append(row(evidence, edge, graph, documents[evidence.document]))
      }
    }
    if let limit { rows = Array(rows.prefix(limit)) }
    let header = [
      "relation", "title", "publisher", "date", "url", "heading", "text", "document", "start", "end",
    ]
    if format == .table {
      for row in rows { Console.print(line(Dictionary(uniqueKeysWithValues: zip(header, row)))) }
    } else {
      GridPrinter(format: format, header: header, numeric: [8, 9]).print(rows)
    }
    if rows.isEmpty { throw Failure.negative("nothing found: the relation has no evidence") }
  }

  private func find(_ graph: Graph) throws -> [EdgeID] {
    if relation.count == 2 {
      let choice = try EntityChoice(graph, self.graph.ontology)
      let (from, to) = (try choice.node(relation[0]), try choice.node(relation[1]))
      let edges = graph.edges(from: from).filter { graph.ends(of: $0).to == to }
      if edges.isEmpty {
        throw Failure.negative(
          "nothing found: the graph states nothing from \(graph.label(of: from)) to \(graph.label(of: to))")
      }
      return edges
    }
    // Files with an edge for each mention number them: r….2.
    let id = relation[0].split(separator: ".").first.map(String.init) ?? relation[0]
    guard let edge = graph.edgeIDs.first(where: { graph.relationID(of: $0) == id }) else {
      throw Failure.negative("error: the graph has no relation “\(relation[0])” [relation.unknown]")
    }
    return [edge]
  }

  private func readTexts() throws -> [String: Document] {
    var table = MetadataTable()
    if let metadata {
      let bytes = try InputFiles.bytes(of: InputFiles.Input(path: metadata))
      let (read, problems) = MetadataTable.reading(bytes, name: metadata)
      if problems.contains(where: { $0.severity == .error }) { throw Diagnostics(problems) }
      table = read
    }
    if texts.isEmpty { return [:] }
    let corpus = Corpus(InputFiles(texts), metadata: table)
    if corpus.hasErrors { throw Diagnostics(corpus.diagnostics) }
    return Dictionary(corpus.documents.map { ($0.id, $0) }) { first, _ in first }
  }

  private func row(_ evidence: Evidence, _ edge: EdgeID, _ graph: Graph, _ document: Document?) -> [String] {
    let known = graph.documents.first { $0.id == evidence.document }
    var heading = ""
    if let document, let start = evidence.start {
      let above = document.blocks.last { $0.range.lowerBound <= start && $0.kind == .heading }
      heading = above.map { document.text(in: $0.range) } ?? ""
    }
    return [
      graph.relationID(of: edge), document?.metadata.title ?? known?.title ?? "",
      document?.metadata.publisher ?? known?.publisher ?? "", document?.metadata.date ?? known?.date ?? "",
      document?.metadata.url ?? known?.url ?? "", folded(heading), folded(evidence.text), evidence.document,
      evidence.start.map(String.init) ?? "", evidence.end.map(String.init) ?? "",
    ]
  }

  /// `《标题》，发布者，2020-01-01，“小标题”：“……”（document:120-154）https://…`.
  private func line(_ cells: [String: String]) -> String {
    func cell(_ name: String) -> String { cells[name] ?? "" }
    var parts: [String] = []
    if !cell("title").isEmpty { parts.append("《\(cell("title"))》") }
    parts += [cell("publisher"), cell("date")].filter { !$0.isEmpty }
    if !cell("heading").isEmpty { parts.append("“\(cell("heading"))”") }
    let offsets = cell("start").isEmpty ? "" : ":\(cell("start"))-\(cell("end"))"
    let front = parts.isEmpty ? "" : parts.joined(separator: "，") + "："
    let url = cell("url").isEmpty ? "" : " " + cell("url")
    return front + "“\(cell("text"))”（\(cell("document"))\(offsets)）" + url
  }

  private func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
