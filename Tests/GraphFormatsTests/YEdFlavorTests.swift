import GraphFormats
import GraphStore
import GraphTestSupport
import Testing

@Suite("GraphML for yEd")
struct YEdFlavorTests {
  private func text(_ graph: Graph, changes: GraphChanges? = nil) -> String {
    var options = ExportOptions()
    options.flavor = .yed
    options.changes = changes
    return String(decoding: GraphMLWriter(options: options).bytes(graph), as: UTF8.self)
  }

  @Test("nodes and edges have shapes, colours and labels")
  func graphics() {
    let text = text(SampleGraph.make())
    #expect(text.contains("xmlns:y=\"http://www.yworks.com/xml/graphml\""))
    #expect(
      text.contains(
        "for=\"node\" attr.name=\"nodegraphics\" attr.type=\"string\" yfiles.type=\"nodegraphics\"/>"))
    #expect(
      text.contains(
        "<data key=\"y_node\"><y:ShapeNode><y:Geometry height=\"30.0\" width=\"62.0\"/>"
          + "<y:Fill color=\"#A1D99B\" transparent=\"false\"/><y:NodeLabel>宝山区</y:NodeLabel>"
          + "<y:Shape type=\"roundrectangle\"/></y:ShapeNode></data></node>"))
    #expect(text.contains("<y:Fill color=\"#0a0b0c\" transparent=\"false\"/><y:NodeLabel>某公司</y:NodeLabel>"))
    #expect(
      text.contains(
        "<data key=\"y_edge\"><y:PolyLineEdge><y:LineStyle color=\"#0072B2\" type=\"line\" width=\"1.0\"/>"
          + "<y:Arrows source=\"none\" target=\"standard\"/><y:EdgeLabel>结对·教育</y:EdgeLabel></y:PolyLineEdge></data></edge>"
      ))
  }

  @Test("the plain flavour holds none of it")
  func plain() {
    let text = String(decoding: GraphMLWriter().bytes(SampleGraph.make()), as: UTF8.self)
    #expect(!text.contains("y:") && !text.contains("yworks"))
  }

  @Test("reading it back gives the graph of the plain flavour, without a warning", arguments: 0..<5)
  func reading(seed: Int) throws {
    let graph = RandomGraph(seed: UInt64(seed), texts: RandomGraph.hostileTexts).graph()
    let reading = try GraphMLReader().read(bytes: Array(text(graph).utf8))
    #expect(reading.warnings.isEmpty)
    #expect(reading.graph == (try GraphMLReader().read(bytes: GraphMLWriter().bytes(graph)).graph))
  }

  @Test("a graph with what changed is read back without a warning, and drawn in the colours of the change")
  func changes() throws {
    let graph = SampleGraph.make()
    let changes = GraphChanges(GraphDiff(from: GraphBuilder().build(), to: graph))
    let text = text(graph, changes: changes)
    #expect(text.contains("<data key=\"n_change\">new</data>"))
    #expect(text.contains("<y:LineStyle color=\"#1A9850\""))
    #expect(!text.contains("<y:Fill color=\"#A1D99B\""))
    #expect(try GraphMLReader().read(bytes: Array(text.utf8)).warnings.isEmpty)
  }

  @Test("networkx, igraph and rustworkx read it")
  func python() throws {
    guard let python = OutsideTool(pythonWith: ["networkx", "igraph", "rustworkx"]) else { return }
    try withTemporaryFolder { folder in
      let path = folder + "/yed.graphml"
      try AtomicFile.write(Array(text(SampleGraph.make()).utf8), to: path)
      let result = try python.run(["-c", Self.script, path])
      #expect(result.status == 0)
      #expect(result.output == "5 3 宝山区 5 3 宝山区 5 3 宝山区\n")
    }
  }

  private static let script = """
    import sys, networkx, igraph, rustworkx
    path = sys.argv[1]
    is_wanted = lambda data: data["entity_id"] == "place:310113"
    g = networkx.read_graphml(path, force_multigraph=True)
    found = [len(g), g.number_of_edges(), next(d["label"] for _, d in g.nodes(data=True) if is_wanted(d))]
    g = igraph.Graph.Read_GraphML(path)
    found += [g.vcount(), g.ecount(), next(v["label"] for v in g.vs if is_wanted(v.attributes()))]
    g = rustworkx.read_graphml(path)[0]
    found += [g.num_nodes(), g.num_edges(), next(d["label"] for d in g.nodes() if is_wanted(d))]
    print(*found)
    """
}
