import GraphFormats
import GraphStore
import GraphTestSupport
import SourceText
import Testing

@Suite("What programs would trip over")
struct InteropCheckTests {
  private func check(_ text: String, _ tool: InteropTool) throws -> [String] {
    try InteropCheck(for: tool).problems(inGraphML: Array(text.utf8), file: "f").map {
      "\($0.position?.line ?? 0) \($0.severity) \($0.id.dropFirst("interop.".count))"
    }
  }

  private func file(_ body: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns">
    \(body)
    </graphml>
    """
  }

  @Test("what we write is fit for everyone but yEd", arguments: InteropTool.allCases)
  func ours(tool: InteropTool) throws {
    let found = try check(String(decoding: GraphMLWriter().bytes(SampleGraph.make()), as: UTF8.self), tool)
    switch tool {
    case .yed: #expect(found.map { $0.split(separator: " ").last } == ["no-drawing"])
    case .graphviz: #expect(found == ["1 error format"])
    case .gephi: #expect(found.allSatisfy { $0.hasSuffix("parallel-edges") })
    default: #expect(found == [])
    }
  }

  @Test(
    "with the flavour of yEd there is something to see, and nobody trips over it",
    arguments: InteropTool.allCases)
  func flavor(tool: InteropTool) throws {
    if tool == .graphviz { return }
    var options = ExportOptions()
    options.flavor = .yed
    let bytes = GraphMLWriter(options: options).bytes(SampleGraph.make())
    let found = try check(String(decoding: bytes, as: UTF8.self), tool)
    #expect(found.filter { !$0.hasSuffix("parallel-edges") } == [])
  }

  @Test(
    "keys",
    arguments: [
      ("liststring", [InteropTool.networkx: "error list-type", .rustworkx: "error list-type", .gephi: nil]),
      ("vector_string", [.igraph: "error list-type", .cytoscape: "error list-type"]),
      ("String", [.cytoscape: "error list-type"]),
      ("integer", [.networkx: nil, .igraph: "error list-type"]),
      ("long", [.networkx: nil, .igraph: nil, .rustworkx: nil, .gephi: nil]),
    ] as [(String, [InteropTool: String?])])
  func types(type: String, expected: [InteropTool: String?]) throws {
    for (tool, problem) in expected {
      let found = try check(
        file(#"<key id="k" for="node" attr.name="name" attr.type="\#(type)"/><graph/>"#), tool)
      #expect(found == (problem.map { ["2 \($0)"] } ?? []), "\(tool)")
    }
  }

  private static let keys = """
    <key id="n" for="node" attr.name="name" attr.type="string"/>
    <key id="i" for="edge" attr.name="interaction" attr.type="string"/>
    <key id="w" for="edge" attr.name="weight" attr.type="double"/>
    <key id="t" for="edge" attr.name="true" attr.type="boolean"/>
    <key id="c" for="node" attr.name="color" attr.type="string"/>
    <key id="rid" for="edge" attr.name="relation_id" attr.type="string"/>
    """

  /// Each case: what stands in line 8, and what each tool says of it; tools that are not named say nothing.
  private static let cases: [(String, [InteropTool: String])] = [
    ("<graph edgedefault='directed'><node id='a'/><node id='b'/><edge source='a' target='b'/></graph>", [:]),
    (
      "<key id='x' for='all' attr.name='x1' attr.type='string'/>",
      [.igraph: "error all-scope", .gephi: "error all-scope|error visual-key"]
    ),
    (
      "<key id='x1' for='node' attr.name='x1' attr.type='int'><default>1</default></key>",
      [.networkx: "warning default", .gephi: "warning default", .cytoscape: "warning default"]
    ),
    (
      "<key id='n2' for='node' attr.name='name' attr.type='string'/>",
      [
        .networkx: "warning same-name", .igraph: "error same-name", .rustworkx: "warning same-name",
        .gephi: "warning same-name", .cytoscape: "warning same-name",
      ]
    ),
    (
      "<key id='k' for='node' attr.name='id' attr.type='string'/>",
      [.networkx: "warning id-name", .igraph: "warning id-name"]
    ),
    (
      "<key id='d6' for='node' yfiles.type='nodegraphics'/>",
      [
        .igraph: "error no-type", .rustworkx: "error no-name|error no-type",
        .gephi: "warning no-name|warning no-type", .cytoscape: "error no-type",
      ]
    ),
    (
      "<graph><node id='a'><data key='zz'>1</data></node></graph>",
      [
        .networkx: "error undeclared-key", .igraph: "error undeclared-key",
        .rustworkx: "error undeclared-key",
        .gephi: "error undeclared-key", .cytoscape: "error undeclared-key",
      ]
    ),
    (
      "<graph><node id='a'/><edge source='a' target='a'/><edge source='a' target='a'/></graph>",
      [.gephi: "warning parallel-edges"]
    ),
    (
      "<graph><node id='a'/><node id='b'/><edge id='e' source='a' target='a'/><edge id='e' source='a' target='b'/></graph>",
      [.gephi: "error same-edge-id"]
    ),
    (
      "<graph><node id='a'/><edge id='e' source='a' target='a'/><edge id='e' source='a' target='a'/></graph>",
      [.networkx: "error same-edge-id", .gephi: "warning parallel-edges|error same-edge-id"]
    ),
    (
      "<graph edgedefault='directed'><node id='a'/><edge directed='false' source='a' target='a'/></graph>",
      [
        .networkx: "error undirected-edge", .igraph: "warning undirected-edge",
        .rustworkx: "warning undirected-edge", .cytoscape: "warning undirected-edge",
      ]
    ),
    (
      "<graph><node id='a'><graph><node id='b'/></graph></node></graph>",
      [
        .networkx: "error nested-graph", .igraph: "error nested-graph", .rustworkx: "error nested-graph",
        .gephi: "warning nested-graph",
      ]
    ),
    (
      "<graph><desc>fine</desc><node id='a'><desc>d</desc></node></graph>",
      [.gephi: "warning desc", .cytoscape: "warning desc"]
    ),
    (
      "<graph><edge source='a' target='b'/><node id='a'/><node id='b'/></graph>",
      [.cytoscape: "error edge-before-node|error edge-before-node"]
    ),
    (
      "<graph><node id='a'/><edge source='a' target='b'/></graph>",
      [
        .networkx: "warning unknown-node", .igraph: "warning unknown-node", .rustworkx: "error unknown-node",
        .gephi: "warning unknown-node", .cytoscape: "error edge-before-node",
      ]
    ),
    (
      "<graph><node id='a'/><edge source='a' target='a'><data key='w'> </data></edge></graph>",
      [
        .networkx: "warning empty-number", .igraph: "warning empty-number",
        .rustworkx: "warning empty-number",
      ]
    ),
    (
      "<graph><node id='a'/><edge source='a' target='a'><data key='t'>1</data></edge></graph>",
      [.rustworkx: "error boolean", .cytoscape: "error boolean"]
    ),
    (
      "<graph><node id='a'/><edge source='a' target='a'><data key='w'>0.0</data></edge></graph>",
      [.gephi: "error zero-weight"]
    ),
    ("<graph><node id='a'><data key='c'>#11223344</data></node></graph>", [.gephi: "error color"]),
    ("<graph><node id='a'><data key='n'><![CDATA[<b>]]></data></node></graph>", [.rustworkx: "error cdata"]),
    ("<graph><node id='a'><data key='n'><inner><graph/></inner></data></node></graph>", [:]),
  ]

  @Test("what stands in a file", arguments: cases.indices)
  func places(number: Int) throws {
    let (line, expected) = Self.cases[number]
    for tool in InteropTool.allCases where tool != .yed && tool != .graphviz {
      let found = try check(file(Self.keys + "\n" + line), tool)
      let wanted = expected[tool].map { $0.split(separator: "|").map { "8 \($0)" } } ?? []
      #expect(found == wanted, "\(tool): \(line)")
    }
  }

  @Test("a file without namespace, encoding, or with a prefix")
  func form() throws {
    #expect(try check("<graphml><graph/></graphml>", .networkx) == ["1 error no-namespace"])
    #expect(try check("<graphml><graph/></graphml>", .igraph) == [])
    let prefixed =
      "<!-- 图 -->\n<g:graphml xmlns:g=\"http://graphml.graphdrawing.org/xmlns\"><g:graph/></g:graphml>"
    #expect(try check(prefixed, .rustworkx) == ["2 error prefix"])
    #expect(try check(prefixed, .networkx) == [])
    #expect(try check(prefixed, .gephi) == ["1 error encoding"])
  }

  @Test("of many alike only the first are shown")
  func many() throws {
    let edges = String(repeating: "<edge source='a' target='a'/>\n", count: 50)
    let found = try InteropCheck(for: .gephi).problems(
      inGraphML: Array(file("<graph><node id='a'/>\n\(edges)</graph>").utf8))
    #expect(found.count == 21)
    #expect(found.last?.message == "and 29 more of this kind")
  }

  @Test("DOT for Graphviz")
  func dot() {
    func check(_ text: String) -> [String] {
      InteropCheck(for: .graphviz).problems(inDOT: Array(text.utf8)).map {
        "\($0.position?.line ?? 0):\($0.position?.column ?? 0) \($0.id)"
      }
    }
    #expect(check("digraph {\n a [label=\"图 \\\" \\\\\"];\n}") == [])
    #expect(check("strict digraph {}") == ["1:1 interop.strict"])
    #expect(check("\u{FEFF}digraph {}") == ["1:1 interop.byte-order-mark"])
    #expect(check("digraph {\n  \"图\u{1}\" }") == ["2:5 interop.control-character"])
    let long = String(repeating: "长", count: 5462)
    #expect(check("digraph {\n 图 [label=\"\(long)\"] }") == ["2:11 interop.long-string"])
    #expect(check("digraph {\n 图 [label=\"\(long.dropLast())\"] }") == [])
    #expect(
      InteropCheck(for: .gephi).problems(inDOT: Array("digraph {}".utf8)).map(\.id) == ["interop.format"])
  }

  @Test("what no tool can read is an error of its own")
  func malformed() {
    #expect(throws: Diagnostics.self) {
      try InteropCheck(for: .igraph).problems(inGraphML: Array("<graphml><graph></graphml>".utf8))
    }
  }
}
