import Foundation
import GraphFormats
import GraphStore
import GraphTestSupport
import Testing

@Suite("What other tools make of the files")
struct InteropTests {
  private static let schema = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Resources/graphml.xsd").path

  private func options(_ edges: ExportOptions.Edges, _ withHierarchy: Bool) -> ExportOptions {
    var options = ExportOptions()
    options.edges = edges
    options.withHierarchy = withHierarchy
    options.showsIsolated = true
    options.title = "标题 \" \\ <&>"
    return options
  }

  @Test("GraphML is valid whatever the names", arguments: ExportOptions.Edges.allCases, [false, true])
  func schema(edges: ExportOptions.Edges, withHierarchy: Bool) throws {
    guard let xmllint = OutsideTool("xmllint") else { return }
    let graphs = (0..<6).map { RandomGraph(seed: $0).graph() } + [SampleGraph.make(), GraphBuilder().build()]
    try withTemporaryFolder { folder in
      var paths: [String] = []
      for (number, graph) in graphs.enumerated() {
        let path = "\(folder)/\(number).graphml"
        try GraphMLWriter(options: options(edges, withHierarchy)).write(graph, toFile: path)
        paths.append(path)
      }
      let result = try xmllint.run(["--noout", "--schema", Self.schema] + paths)
      #expect(result.status == 0, "\(result.output)")
    }
  }

  @Test(
    "Graphviz draws the DOT without a word, and the SVG is well-formed",
    arguments: ExportOptions.Edges.allCases)
  func graphviz(edges: ExportOptions.Edges) throws {
    guard let dot = OutsideTool("dot"), let xmllint = OutsideTool("xmllint") else { return }
    let control = String(String.UnicodeScalarView((0..<0x20).compactMap { Unicode.Scalar(UInt32($0)) }))
    let long = String(repeating: "很长的证据", count: 4000)
    var graphs = (0..<4).map {
      RandomGraph(seed: $0, texts: RandomGraph.hostileTexts + [control, long, "\\", "\""]).graph()
    }
    graphs.append(GraphBuilder().build())
    try withTemporaryFolder { folder in
      for (number, graph) in graphs.enumerated() {
        let path = "\(folder)/\(number).dot"
        try DOTWriter(options: options(edges, number % 2 == 0)).write(graph, toFile: path)
        #expect(try dot.run(["-Tcanon", "-o", "/dev/null", path]).output == "")
        let drawing = try dot.run(["-Tsvg", "-o", path + ".svg", path])
        #expect(drawing.output == "")
        #expect(drawing.status == 0)
        let check = try xmllint.run(["--noout", path + ".svg"])
        #expect(check.status == 0, "\(check.output)")
      }
    }
  }

  @Test("networkx, igraph and rustworkx read the same graph")
  func python() throws {
    guard let python = OutsideTool(pythonWith: ["networkx", "igraph", "rustworkx"]) else { return }
    try withTemporaryFolder { folder in
      let path = folder + "/sample.graphml"
      try GraphMLWriter().write(SampleGraph.make(), toFile: path)
      let result = try python.run(["-c", Self.script, path])
      #expect(result.status == 0, "\(result.output)")
      let lines = result.output.split(separator: "\n").map(String.init)
      let nodeNames =
        "adcode,aliases,color,entity_id,implicit,label,latitude,longitude,mention_count,name,note,size,type"
      let edgeNames =
        "certainty,color,document,documents,end,evidence,evidence_count,fields,interaction,label,quantities,"
        + "relation_id,rule,start,status,weight,year_from,year_to"
      let expected = "5 3 \(nodeNames) \(edgeNames) 宝山区结对帮扶会泽县 <&> \"引号\"|将参与 120.0|120.0 宝山; 宝山区"
      #expect(lines == ["networkx", "igraph", "rustworkx"].map { "\($0) \(expected)" })
    }
  }

  /// Prints one line a library: nodes, edges, attribute names, and some values.
  private static let script = """
    import sys, networkx, igraph, rustworkx
    path = sys.argv[1]
    def show(tool, nodes, edges):
        names = lambda items: ",".join(sorted({k for i in items for k in i} - {"id", "source", "target"}))
        text = lambda e: e.get("evidence") or ""
        number = lambda e: e.get("start")
        print(tool, len(nodes), len(edges), names(nodes), names(edges),
              "|".join(sorted(filter(None, map(text, edges)))),
              "|".join(str(float(number(e))) for e in edges if text(e)),
              next(n["aliases"] for n in nodes if n["entity_id"] == "place:310113"))
    g = networkx.read_graphml(path, force_multigraph=True)
    show("networkx", [d for _, d in g.nodes(data=True)], [d for _, _, d in g.edges(data=True)])
    g = igraph.Graph.Read_GraphML(path)
    show("igraph", [v.attributes() for v in g.vs], [e.attributes() for e in g.es])
    g = rustworkx.read_graphml(path)[0]
    show("rustworkx", g.nodes(), g.edges())
    """
}
