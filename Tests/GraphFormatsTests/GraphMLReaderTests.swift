import GraphFormats
import GraphStore
import GraphTestSupport
import SourceText
import Testing

@Suite("Reading GraphML of others, and broken GraphML")
struct GraphMLReaderTests {
  private func read(_ text: String) throws -> GraphReading {
    try GraphMLReader().read(bytes: Array(text.utf8), file: "x.graphml")
  }

  @Test("a plain file without our attributes")
  func plain() throws {
    let reading = try read(
      """
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      <key id="d0" for="node" attr.name="label" attr.type="string"><default>无名</default></key>
      <key id="d1" for="edge" attr.name="weight" attr.type="int"/>
      <key id="d2" for="all" attr.name="population" attr.type="long"/>
      <graph edgedefault="undirected">
        <edge source="n0" target="n1"><data key="d1">3</data></edge>
        <edge source="n0" target="n1"><data key="d1">2</data></edge>
        <node id="n0"><data key="d0">甲&amp;乙</data><data key="d2">12</data></node>
        <node id="n1"/>
        <edge source="n1" target="n9"/>
      </graph></graphml>
      """)
    let graph = reading.graph
    #expect(graph.nodeIDs.map { graph.entityID(of: $0) } == ["n0", "n1", "n9"])
    #expect(graph.nodeIDs.map { graph.label(of: $0) } == ["甲&乙", "无名", "n9"])
    #expect(graph.edgeIDs.map { graph.weight(of: $0) } == [5, 1])
    #expect(graph.edgeIDs.map { graph.type(of: $0) } == ["related_to", "related_to"])
    #expect(
      reading.warnings.map { "\($0.position?.line ?? 0) \($0.id)" } == [
        "5 graphml.undirected", "8 graphml.unknown-attribute", "10 graphml.unknown-node",
      ])
  }

  @Test("a file of yEd: drawings inside data are passed over")
  func drawings() throws {
    let reading = try read(
      """
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
      <key id="d0" for="node" yfiles.type="nodegraphics"/><key attr.name="description" id="d1" for="node"/>
      <key id="d2" for="port" yfiles.type="portgraphics"/>
      <graph id="G" edgedefault="directed"><node id="n0"><data key="d0"><y:ShapeNode><y:NodeLabel>名</y:NodeLabel>
      <data key="d1">里面</data></y:ShapeNode></data></node>
      <node id="n1"><graph edgedefault="directed"><node id="n1::n0"/></graph></node></graph></graphml>
      """)
    #expect(reading.graph.nodeIDs.map { reading.graph.entityID(of: $0) } == ["n0", "n1", "n1::n0"])
  }

  @Test("a file without the namespace, with links of a hierarchy and parallel edges of several types")
  func noNamespace() throws {
    let reading = try read(
      """
      <graphml><key id="i" for="edge" attr.name="interaction" attr.type="string"/><graph edgedefault="directed">
      <node id="place.530326"/><node id="place.530300"/>
      <edge source="place.530326" target="place.530300"><data key="i">located_in</data></edge>
      <edge source="place.530326" target="place.530300"><data key="i">runs</data></edge>
      <edge source="place.530326" target="place.530300"><data key="i">assists</data></edge></graph></graphml>
      """)
    let graph = reading.graph
    #expect(graph.nodeIDs.map { graph.entityID(of: $0) } == ["place:530300", "place:530326"])
    #expect(graph.edgeIDs.map { graph.type(of: $0) } == ["assists", "runs"])
    #expect(graph.parent(of: NodeID(1)) == NodeID(0))
  }

  @Test(
    "broken files are told what and where",
    arguments: [
      ("<html/>", "1 graphml.not-graphml"),
      ("", "1 xml.malformed"),
      (
        "<graphml>\n<graph edgedefault='directed'>\n<node/>\n<edge source='a'/></graph></graphml>",
        "3 graphml.missing-id; 4 graphml.missing-end"
      ),
      ("<graphml>\n<key for='node'/></graphml>", "2 graphml.missing-id"),
      ("<graphml>\n<node id='a'>", "2 xml.malformed"),
      ("<!DOCTYPE graphml [<!ENTITY a 'b'>]>\n<graphml/>", "1 xml.doctype"),
    ])
  func broken(text: String, expected: String) throws {
    let error = try #require(throws: Diagnostics.self) { _ = try read(text) }
    let found = error.all.filter { $0.severity == .error }.map { "\($0.position?.line ?? 0) \($0.id)" }
    #expect(found.joined(separator: "; ") == expected)
    #expect(error.all.allSatisfy { $0.file == "x.graphml" })
  }

  @Test("bad values are left out with their place")
  func badValues() throws {
    let reading = try read(
      """
      <graphml><key id="w" for="edge" attr.name="weight"/><key id="s" for="edge" attr.name="status"/>
      <key id="y" for="edge" attr.name="year_from"/><key id="la" for="node" attr.name="latitude"/><graph>
      <node id="a"><data key="la">north</data><data key="la"/><data key="zzz">1</data></node>
      <edge source="a" target="a"><data key="w">NaN</data>
      <data key="s">maybe</data><data key="y">19999999999999999999</data></edge></graph></graphml>
      """)
    #expect(
      reading.warnings.map { "\($0.position?.line ?? 0) \($0.id)" } == [
        "3 graphml.bad-value", "3 graphml.unknown-key", "4 graphml.bad-value", "5 graphml.bad-value",
        "5 graphml.bad-value",
      ])
    #expect(reading.graph.edgeCount == 1)
  }

  @Test("damaged files never stop the program", arguments: 0..<150)
  func damaged(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var bytes = GraphMLWriter().bytes(RandomGraph(seed: UInt64(seed % 5), size: 3).graph())
    for _ in 0..<Int.random(in: 1..<6, using: &generator) {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes[place] = .random(in: 0...255, using: &generator)
      case 1:
        bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1..<40, using: &generator)))
      case 2:
        bytes.insert(
          contentsOf: generator.pick([Array("<data key=\"e_start\">".utf8), Array("&#xFFFF;".utf8), [0xFF]]),
          at: place)
      default: bytes.removeLast(min(bytes.count - 1, Int.random(in: 1..<200, using: &generator)))
      }
    }
    do {
      let reading = try GraphMLReader().read(bytes: bytes)
      #expect(GraphMLWriter().bytes(reading.graph).count > 100)
    } catch {
      #expect(error.all.contains { $0.severity == .error })
    }
  }
}
