import CBareSAX
import GraphFormats
import GraphStore
import SourceText

@main
struct GraphBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch (arguments.first, arguments.count) {
    case ("generate", 3): try generate(Int(Array(arguments)[1]) ?? 1_000_000, Array(arguments)[2])
    case ("sax", 2): sax(Array(arguments)[1])
    case ("load", 2): queries(try read(Array(arguments)[1]))
    case ("read", 2): _ = try read(Array(arguments)[1])
    case ("write", 2): try write(Int(Array(arguments)[1]) ?? 1_000_000)
    default:
      print("usage: graph-benchmark generate EDGES DIR | sax FILE | read FILE | load FILE | write EDGES")
    }
  }

  static func generate(_ edges: Int, _ folder: String) throws {
    var synthetic = SyntheticGraph(edgeCount: edges)
    let graph = synthetic.make()
    try GraphMLWriter().write(graph, toFile: "\(folder)/synthetic.graphml")
    try JSONLinesWriter().write(graph, toFile: "\(folder)/synthetic.jsonl")
    print("\(graph.nodeCount) nodes, \(graph.edgeCount) edges, \(graph.evidenceCount) statements")
  }

  static func sax(_ path: String) {
    var elements = 0
    var bytes = 0
    let start = processorSeconds()
    let code = bare_sax_read(path, &elements, &bytes)
    report(
      "load", processorSeconds() - start, "\(elements) elements, \(bytes) bytes of text, code \(code)")
  }

  static func read(_ path: String) throws -> Graph {
    let start = processorSeconds()
    let isJSONLines = path.hasSuffix(".jsonl")
    let graph =
      isJSONLines ? try JSONLinesReader().read(path: path).graph : try GraphMLReader().read(path: path).graph
    report("load", processorSeconds() - start, "\(graph.nodeCount) nodes, \(graph.edgeCount) edges")
    return graph
  }

  static func queries(_ graph: Graph) {
    let helpers = graph.nodes(ofType: "Institution")
    let filter = EdgeFilter(field: "education")
    let chosen = (0..<1000).map { helpers[$0 * 7919 % helpers.count] }
    var hits = 0
    var start = processorSeconds()
    for _ in 0..<5 {
      for node in chosen { hits += graph.recipients(of: node, filter).count }
    }
    report("1 hop", (processorSeconds() - start) / 5000, "\(hits / 5) hits")
    hits = 0
    start = processorSeconds()
    for _ in 0..<5 {
      for node in chosen { hits += graph.reach(from: node, steps: 1, filter).count }
    }
    report("1 hop, edges only", (processorSeconds() - start) / 5000, "\(hits / 5) hits")
    hits = 0
    start = processorSeconds()
    for _ in 0..<5 {
      for node in chosen { hits += graph.reach(from: node, steps: 2, filter).count }
    }
    report("2 hops", (processorSeconds() - start) / 5000, "\(hits / 5) hits")
    start = processorSeconds()
    let matrix = graph.matrix(rows: [], columns: ["Prefecture"])
    let seconds = processorSeconds() - start
    let prefectures = Set(graph.nodes(ofType: "Prefecture"))
    var inside = 0
    for column in matrix.columns where prefectures.contains(column) {
      for row in matrix.rows { inside += matrix.count(row, column) }
    }
    report("matrix", seconds, "\(matrix.rows.count) x \(matrix.columns.count), \(inside) to prefectures")
  }

  static func write(_ edges: Int) throws {
    var synthetic = SyntheticGraph(edgeCount: edges)
    let graph = measure("generate and build") { synthetic.make() }
    let sizes = Sizes()
    let writers: [(String, any GraphWriter)] = [
      ("write GraphML", GraphMLWriter()), ("write JSON Lines", JSONLinesWriter()), ("write DOT", DOTWriter()),
    ]
    for (name, writer) in writers {
      sizes.bytes = 0
      try measure(name) {
        try writer.write(graph) { (piece) throws(Diagnostic) in sizes.bytes += piece.count }
      }
      print("\(sizes.bytes / 1_000_000) MB")
    }
    let merged = measure("merge with itself") { Graph.merge(graph, graph) }
    print(merged.edgeCount)
  }
}

final class Sizes {
  var bytes = 0
}
