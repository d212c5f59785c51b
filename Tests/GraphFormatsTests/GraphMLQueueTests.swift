import GraphFormats
import GraphStore
import SourceText
import Testing

/// Reading works in steps of some thousand elements; none of it may show.
@Suite("Large and odd GraphML")
struct GraphMLQueueTests {
  private func read(_ keys: String, _ body: String) throws -> GraphReading {
    let file = """
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      \(keys)
      <graph edgedefault="directed">
      \(body)
      </graph></graphml>
      """
    return try GraphMLReader().read(bytes: Array(file.utf8), file: "f")
  }

  private let keys = """
    <key id="t" for="edge" attr.name="interaction" attr.type="string"/>
    <key id="w" for="edge" attr.name="weight" attr.type="double"/>
    <key id="e" for="edge" attr.name="evidence" attr.type="string"/>
    <key id="d" for="edge" attr.name="document" attr.type="string"/>
    <key id="r" for="edge" attr.name="rule" attr.type="string"/>
    <key id="l" for="node" attr.name="label" attr.type="string"/>
    """

  @Test("every edge keeps its own values, however many there are")
  func manyEdges() throws {
    var body = ""
    for number in 0..<3000 {
      body += "<node id=\"n\(number)\"><data key=\"l\">label \(number)</data></node>\n"
      body += "<edge source=\"n\(number)\" target=\"n\(number / 2)\">"
      if number % 3 > 0 { body += "<data key=\"w\">\(number + 1)</data>" }
      body += "<data key=\"d\">doc \(number % 7)</data><data key=\"e\">text \(number)</data></edge>\n"
    }
    let graph = try read(keys, body).graph
    #expect(graph.nodeCount == 3000)
    #expect(graph.edgeCount == 3000)
    for id in graph.edgeIDs {
      let edge = graph.edge(id)
      let number = try #require(Int(edge.from.dropFirst()))
      #expect(edge.to == "n\(number / 2)")
      #expect(edge.evidence.map(\.text) == ["text \(number)"])
      #expect(edge.evidence.map(\.document) == ["doc \(number % 7)"])
      #expect(edge.weight == (number % 3 > 0 ? Double(number + 1) : 1))
    }
    let node = try #require(graph.node(withEntityID: "n2999"))
    #expect(graph.node(node).label == "label 2999")
  }

  @Test("a text longer than a step is whole")
  func longText() throws {
    let text = String(repeating: "长文本 & ", count: 20_000)
    let body = """
      <edge source="a" target="b"><data key="e">\(text.replacing("&", with: "&amp;"))</data></edge>
      <edge source="b" target="c"><data key="e">short</data></edge>
      """
    let graph = try read(keys, body).graph
    #expect(Set(graph.edgeIDs.flatMap { graph.edge($0).evidence.map(\.text) }) == [text, "short"])
  }

  @Test("warnings come in the order of the file")
  func orderOfWarnings() throws {
    let body = """
      <edge source="a" target="b"><data key="w">many</data></edge>
      <edge source="a" target="c"><data key="x">1</data><data key="w">some</data><odd/></edge>
      <node id="a"/><node id="b"/><node id="c"/>
      <edge source="a" target="d"><data key="w">few</data></edge>
      """
    let warnings = try read(keys, body).warnings
    #expect(
      warnings.map(\.id) == [
        "graphml.bad-value", "graphml.unknown-key", "graphml.bad-value", "graphml.left-out",
        "graphml.bad-value",
        "graphml.unknown-node",
      ])
    #expect(warnings.prefix(5).compactMap(\.position?.line) == [9, 10, 10, 10, 12])
  }

  @Test("texts of any length are told apart", arguments: 0..<60)
  func lengths(length: Int) throws {
    let rules = [
      String(repeating: "x", count: length), String(repeating: "x", count: length) + "y",
      "y" + String(repeating: "x", count: length), String(repeating: "x", count: length) + "\t",
    ]
    var body = ""
    for (number, rule) in (rules + rules).enumerated() {
      body += "<edge source=\"a\" target=\"n\(number)\"><data key=\"r\">\(rule)</data></edge>\n"
    }
    let graph = try read(keys, body).graph
    let found = graph.edgeIDs.map { graph.edge($0).rule }
    #expect(found == rules + rules)
  }

  @Test("a default counts for what comes after it, wherever it stands")
  func defaults() throws {
    let late = """
      <edge source="a" target="b"/>
      <key id="q" for="edge" attr.name="rule"><default>late</default></key>
      <edge source="a" target="c"/>
      <edge source="a" target="d"><data key="q">own</data></edge>
      """
    let graph = try read(keys, late).graph
    #expect(graph.edgeIDs.map { graph.edge($0).rule } == ["", "late", "own"])
  }

  @Test(
    "elements in the wrong place are harmless",
    arguments: [
      "<edge source='a' target='b'><data key='e'>x<default>y</default>z</data></edge>",
      "<edge source='a' target='b'><default>long before<edge source='c' target='d'/></default></edge>",
      "<default>text<node id='n'><data key='l'>m</data></node>more</default><edge source='a' target='b'/>",
      "<edge source='a' target='b'><edge source='c' target='d'/><data key='e'>x</data></edge>",
      "<data key='e'>x</data><edge source='a' target='b'><node id='n'><data key='e'>y</data></node></edge>",
      "<key id='k' for='edge' attr.name='rule'><default>a<edge source='a' target='b'/>b</default></key>",
    ])
  func oddNesting(body: String) throws {
    let graph = try read(keys, body).graph
    #expect(graph.edgeCount >= 1)
  }
}
