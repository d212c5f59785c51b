import GraphFormats
import GraphStore
import GraphTestSupport
import Testing

@Suite("Reading back what was written")
struct RoundTripTests {
  @Test("JSON Lines loses nothing", arguments: 0..<40)
  func jsonLines(seed: Int) throws {
    let parts = RandomGraph(seed: UInt64(seed))
    let graph = parts.graph(order: 1)
    let bytes = JSONLinesWriter().bytes(graph)
    let reading = try JSONLinesReader().read(bytes: bytes)
    #expect(reading.warnings.isEmpty)
    #expect(reading.graph == graph)
    #expect(JSONLinesWriter().bytes(parts.graph(order: 2)) == bytes)
  }

  @Test("JSON Lines keeps control characters, and stays one record a line")
  func jsonControl() throws {
    var builder = GraphBuilder()
    let text =
      String(String.UnicodeScalarView((0..<0x30).compactMap { Unicode.Scalar(UInt32($0)) }))
      + "\u{85}\u{2028}\u{2029}\u{FFFE}𠮷\\u"
    builder.add(GraphNode(entityID: "org:" + text, label: text, note: text))
    let graph = builder.build()
    let bytes = JSONLinesWriter().bytes(graph)
    #expect(String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).count == 2)
    #expect(try JSONLinesReader().read(bytes: bytes).graph == graph)
  }

  @Test("GraphML comes back as what was written", arguments: 0..<40, [false, true])
  func graphML(seed: Int, withHierarchy: Bool) throws {
    var options = ExportOptions()
    options.withHierarchy = withHierarchy
    options.title = "图 <&>"
    let parts = RandomGraph(seed: UInt64(seed))
    let writer = GraphMLWriter(options: options)
    let bytes = writer.bytes(parts.graph(order: 1))
    let reading = try GraphMLReader().read(bytes: bytes)
    #expect(reading.warnings.isEmpty)
    #expect(reading.title == options.title)
    #expect(
      String(decoding: writer.bytes(reading.graph), as: UTF8.self) == String(decoding: bytes, as: UTF8.self))
    #expect(writer.bytes(parts.graph(order: 2)) == bytes)
  }

  @Test("statements as edges of their own come back under their relation", arguments: 0..<20)
  func mentions(seed: Int) throws {
    var options = ExportOptions()
    options.edges = .mention
    let graph = RandomGraph(seed: UInt64(seed)).graph()
    let reading = try GraphMLReader().read(bytes: GraphMLWriter(options: options).bytes(graph))
    for id in reading.graph.edgeIDs {
      let edge = reading.graph.edge(id)
      let from = try #require(graph.node(withEntityID: edge.from))
      let to = try #require(graph.node(withEntityID: edge.to))
      let original = try #require(graph.edge(edge.type, from: from, to: to))
      #expect(edge.weight == graph.weight(of: original))
      #expect(edge.fields == graph.fields(of: original))
      #expect(edge.quantities == graph.edge(original).quantities)
    }
    #expect(reading.graph.edgeCount == graph.edgeIDs.count { graph.status(of: $0) != .negated })
  }

  @Test("a graph with one statement an edge survives GraphML whole")
  func exact() throws {
    let graph = SampleGraph.make()
    let read = try GraphMLReader().read(bytes: GraphMLWriter().bytes(graph)).graph
    let diff = GraphDiff(from: graph, to: read)
    // Denials are not exported, and documents keep their ids only.
    #expect(diff.nodes.isEmpty)
    #expect(diff.edges.new.isEmpty)
    #expect(diff.edges.changed.isEmpty)
    #expect(diff.edges.gone.map(\.status) == [.negated])
    #expect(read.documents.map(\.id) == ["2019"])
  }

  @Test("what a file of relations says of several statements is kept as a sum")
  func sums() throws {
    var builder = GraphBuilder()
    for document in ["a", "a", "b", "c"] {
      builder.add(
        GraphEdge(
          type: .assists, from: "h", to: "r",
          evidence: [
            Evidence(
              document: document, start: builder.build().evidenceCount, end: 9, text: "句", certainty: 0.5,
              fields: [document])
          ]))
    }
    let graph = builder.build()
    let read = try GraphMLReader().read(bytes: GraphMLWriter().bytes(graph)).graph
    let edge = read.edge(try #require(read.edgeIDs.first))
    #expect(edge.weight == 4)
    #expect(edge.documents == ["a", "b", "c"])
    #expect(edge.fields == ["a", "b", "c"])
    #expect(edge.certainty == 0.5)
  }

  @Test("certainty filters statements on export")
  func filtered() throws {
    var options = ExportOptions()
    options.minCertainty = 0.9
    let read = try JSONLinesReader().read(bytes: JSONLinesWriter(options: options).bytes(SampleGraph.make()))
      .graph
    #expect(read.nodeCount == 5)
    #expect(read.edgeIDs.map { read.type(of: $0) } == ["benefits"])
  }
}
