import GraphTestSupport
import Testing

@testable import GraphStore

@Suite("Building graphs")
struct GraphBuilderTests {
  @Test("the order of adding never shows", arguments: 0..<40)
  func orderFree(seed: Int) {
    let parts = RandomGraph(seed: UInt64(seed))
    let first = parts.graph(order: 1)
    #expect(first == parts.graph(order: 2))
    #expect(first == parts.graph(order: 3))
  }

  @Test("building from a graph's own parts gives the graph", arguments: 0..<20)
  func rebuilding(seed: Int) {
    let graph = RandomGraph(seed: UInt64(seed)).graph()
    var builder = GraphBuilder()
    builder.add(graph)
    #expect(builder.build() == graph)
  }

  @Test("one edge unites its statements; denials only count alone")
  func statements() {
    func evidence(_ text: String, _ certainty: Double, _ status: EdgeStatus, _ fields: [String]) -> Evidence {
      Evidence(
        document: "d", start: 0, end: 1, text: text, certainty: certainty, status: status, fields: fields,
        years: status == .planned ? 2021...2022 : 2019...2019)
    }
    var builder = GraphBuilder()
    builder.add(
      GraphEdge(type: .assists, from: "a", to: "b", evidence: [evidence("计划", 0.6, .planned, ["health"])]))
    builder.add(
      GraphEdge(type: .assists, from: "a", to: "b", evidence: [evidence("没有", 0.9, .negated, ["talent"])]))
    builder.add(
      GraphEdge(type: .assists, from: "a", to: "b", evidence: [evidence("已经", 0.8, .actual, ["education"])]))
    builder.add(GraphEdge(type: .assists, from: "a", to: "c", evidence: [evidence("没有", 0.9, .negated, [])]))
    let graph = builder.build()
    #expect(graph.edgeCount == 2)
    let edge = graph.edge(EdgeID(0))
    #expect(edge.fields == ["education", "health"])
    #expect(edge.weight == 2)
    #expect(edge.certainty == 0.8)
    #expect(edge.status == .actual)
    #expect(edge.yearFrom == 2019)
    #expect(edge.yearTo == 2022)
    #expect(edge.best?.text == "已经")
    #expect(edge.evidence.count == 3)
    #expect(graph.edge(EdgeID(1)).status == .negated)
  }

  @Test("one statement found by two rules counts once")
  func twoRules() {
    var builder = GraphBuilder()
    for (rule, certainty, field) in [("list", 0.7, "health"), ("pair", 0.9, "pairing")] {
      builder.add(
        GraphEdge(
          type: .assists, from: "a", to: "b",
          evidence: [
            Evidence(
              document: "d", start: 3, end: 9, text: "帮扶", rule: rule, certainty: certainty, fields: [field])
          ]))
    }
    let edge = builder.build().edge(EdgeID(0))
    #expect(edge.weight == 1)
    #expect(edge.rule == "pair")
    #expect(edge.fields == ["health", "pairing"])
  }

  @Test("columns and values tell the same of an edge", arguments: 0..<20)
  func columns(seed: Int) {
    let graph = RandomGraph(seed: UInt64(seed)).graph()
    for id in graph.edgeIDs {
      let edge = graph.edge(id)
      #expect(graph.fields(of: id) == edge.fields)
      #expect(graph.weight(of: id) == edge.weight)
      #expect(graph.certainty(of: id) == edge.certainty)
      #expect(graph.status(of: id) == edge.status)
      #expect(graph.relationID(of: id) == edge.relationID)
      #expect(graph.entityID(of: graph.ends(of: id).from) == edge.from)
      #expect(graph.edge(edge.type, from: graph.ends(of: id).from, to: graph.ends(of: id).to) == id)
      #expect(graph.edges(from: graph.ends(of: id).from).contains(id))
      #expect(graph.edges(to: graph.ends(of: id).to).contains(id))
    }
  }

  @Test("indexes find what a search through all finds", arguments: 0..<10)
  func indexes(seed: Int) {
    let graph = RandomGraph(seed: UInt64(seed), size: 30).graph()
    let all = graph.edgeIDs
    for field in graph.fields {
      #expect(graph.edges(inField: field) == all.filter { graph.edge($0).fields.contains(field) })
    }
    for type in graph.edgeTypes {
      #expect(graph.edges(ofType: type) == all.filter { graph.type(of: $0) == type })
    }
    for type in graph.nodeTypes {
      #expect(graph.nodes(ofType: type) == graph.nodeIDs.filter { graph.type(of: $0) == type })
    }
    for document in graph.documents {
      let stated = all.filter { graph.edge($0).evidence.contains { $0.document == document.id } }
      #expect(graph.edges(inDocument: document.id) == stated)
    }
    for year in 2017...2021 {
      let spanning = all.filter { id in
        let edge = graph.edge(id)
        guard let from = edge.yearFrom, let to = edge.yearTo else { return false }
        return (from...to).contains(year)
      }
      #expect(graph.edges(inYear: year) == spanning)
    }
  }

  @Test("a relation id is the same forever")
  func relationID() {
    #expect(RelationID.make(type: "assists", from: "place:310113", to: "place:530326") == "rd0d1a8c4a357")
    #expect(
      RelationID.make(type: "assists", from: "a", to: "bc")
        != RelationID.make(type: "assists", from: "ab", to: "c"))
  }

  @Test("numbers that are none do no harm")
  func notNumbers() {
    var builder = GraphBuilder()
    builder.add(GraphNode(entityID: "a", size: .nan, latitude: .infinity, longitude: 1, mentionCount: -5))
    builder.add(
      GraphEdge(
        type: "assists", from: "a", to: "b",
        evidence: [
          Evidence(
            document: "d", start: -7, end: .max, certainty: .nan, years: Int.min...Int.max,
            quantities: [Quantity(value: .infinity, unit: "元")], count: -.infinity)
        ]))
    builder.add(GraphMention(document: "d", start: .min, end: .max, surface: "", entity: "", certainty: 7))
    let graph = builder.build()
    #expect(graph.nodeCount == 3)
    #expect(graph.edge(EdgeID(0)).certainty == 0)
    #expect(graph.edge(EdgeID(0)).weight == 1)
    #expect(graph.edge(EdgeID(0)).quantities.isEmpty)
    #expect(graph == Graph.merge(graph, graph))
  }

  @Test("parents that lead in a circle are no hierarchy")
  func circle() {
    var builder = GraphBuilder()
    for (node, parent) in [("a", "b"), ("b", "c"), ("c", "a"), ("d", "a"), ("e", "e")] {
      builder.add(GraphNode(entityID: node, parent: parent))
    }
    let graph = builder.build()
    for id in graph.nodeIDs {
      #expect(graph.ancestors(of: id).count < 5)
      #expect(graph.descendants(of: id).count < 5)
    }
  }
}
