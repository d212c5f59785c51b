import GraphFormats
import GraphStore
import GraphTestSupport
import Testing

@Suite("DOT")
struct DOTWriterTests {
  private func text(_ graph: Graph, _ change: (inout ExportOptions) -> Void = { _ in }) -> String {
    var options = ExportOptions()
    change(&options)
    return String(decoding: DOTWriter(options: options).bytes(graph), as: UTF8.self)
  }

  @Test("nodes without an edge appear on request only")
  func isolated() {
    let graph = SampleGraph.make()
    #expect(!text(graph).contains("\"place.530300\""))
    #expect(text(graph) { $0.showsIsolated = true }.contains("\"place.530300\""))
  }

  @Test("each province is a box with its name, and its nodes are declared before")
  func clusters() throws {
    let dot = text(SampleGraph.make())
    #expect(dot.contains("subgraph \"cluster_530000\" {\n    graph [label=\"云南省\""))
    #expect(dot.contains("subgraph \"cluster_310000\" {\n    graph [label=\"上海市\""))
    let declaration = try #require(dot.range(of: "\"place.530326\" [label=\"会泽县\""))
    let use = try #require(dot.range(of: "    \"place.530326\";"))
    #expect(declaration.lowerBound < use.lowerBound)
  }

  @Test("who only helps stands left, who is only helped right, programmes between")
  func columns() {
    let dot = text(SampleGraph.make())
    #expect(
      dot.contains(
        "{ rank=\"min\";\n    \"org._u4E0A__u6D77__u67D0__u516C__u53F8_\";\n    \"place.310113\";\n  }"))
    #expect(dot.contains("{ rank=\"max\";\n    \"place.530326\";\n  }"))
  }

  @Test("the legend shows the fields that occur and no others")
  func legend() {
    let dot = text(SampleGraph.make())
    let legend = dot[(dot.range(of: "cluster_legend")?.lowerBound ?? dot.startIndex)...]
    #expect(legend.contains("label=\"教育\""))
    #expect(legend.contains("label=\"参与\""))
    #expect(!legend.contains("医疗"))
    #expect(!text(GraphBuilder().build()).contains("legend"))
  }

  @Test("edges carry fields, evidence and the place of it")
  func edges() {
    let dot = text(SampleGraph.make())
    #expect(dot.contains("label=\"结对·教育\", color=\"#0072B2\""))
    #expect(dot.contains("tooltip=\"宝山区结对帮扶会泽县 <&amp;> \\\"引号\\\"\\n(2019)\""))
    #expect(dot.contains("URL=\"2019#char=120,135\""))
    #expect(dot.contains("style=\"dashed\""))
  }

  @Test("evidence is cut to 200 characters")
  func cutting() {
    var builder = GraphBuilder()
    let text = String(repeating: "𠮷", count: 500)
    builder.add(
      GraphEdge(type: .assists, from: "a", to: "b", evidence: [Evidence(document: "d", text: text)]))
    let dot = self.text(builder.build())
    #expect(dot.contains(String(repeating: "𠮷", count: 200) + "…"))
    #expect(!dot.contains(String(repeating: "𠮷", count: 201)))
  }

  @Test("a link that could run script is not written")
  func links() {
    func dot(_ url: String) -> String {
      var builder = GraphBuilder()
      builder.add(GraphDocument(id: "d", url: url))
      builder.add(
        GraphEdge(type: .assists, from: "a", to: "b", evidence: [Evidence(document: "d", start: 1, end: 2)]))
      return text(builder.build())
    }
    #expect(dot("https://example.org/a?b=1&c=2").contains("URL=\"https://example.org/a?b=1&amp;c=2\""))
    #expect(dot("javascript:alert(1)").contains("URL=\"d#char=1,2\""))
  }

  @Test("large graphs get another layout, without boxes")
  func large() {
    let graph = RandomGraph(seed: 1, size: 60).graph()
    #expect(text(graph) { $0.largeGraph = 20 }.contains("layout=\"sfdp\""))
    #expect(!text(graph) { $0.largeGraph = 20 }.contains("cluster_5"))
    #expect(text(graph) { $0.largeGraph = 2000 }.contains("rankdir=\"LR\""))
  }

  @Test("equal graphs give equal bytes", arguments: 0..<10)
  func stable(seed: Int) {
    let parts = RandomGraph(seed: UInt64(seed))
    #expect(text(parts.graph(order: 1)) == text(parts.graph(order: 2)))
  }
}
