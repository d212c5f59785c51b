import GraphStore
import GraphTestSupport
import Testing

@Suite("Merge and diff")
struct GraphAlgebraTests {
  @Test("merging is commutative, associative and idempotent", arguments: 0..<25)
  func laws(seed: Int) {
    let a = RandomGraph(seed: UInt64(seed) * 3).graph()
    let b = RandomGraph(seed: UInt64(seed) * 3 + 1).graph()
    let c = RandomGraph(seed: UInt64(seed) * 3 + 2).graph()
    let ab = Graph.merge(a, b)
    #expect(ab == Graph.merge(b, a))
    #expect(Graph.merge(ab, c) == Graph.merge(a, Graph.merge(b, c)))
    #expect(Graph.merge(a, a) == a)
    #expect(Graph.merge(ab, a) == ab)
    #expect(Graph.merge([c, a, b]) == Graph.merge([a, b, c]))
    #expect(Graph.merge([]) == GraphBuilder().build())
  }

  @Test("merging loses nothing", arguments: 0..<10)
  func nothingLost(seed: Int) throws {
    let a = RandomGraph(seed: UInt64(seed) * 2 + 100).graph()
    let b = RandomGraph(seed: UInt64(seed) * 2 + 101).graph()
    let both = Graph.merge(a, b)
    for graph in [a, b] {
      for id in graph.nodeIDs {
        let node = graph.node(id)
        let merged = try #require(both.node(withEntityID: node.entityID))
        #expect(Set(both.node(merged).aliases).isSuperset(of: node.aliases))
      }
      for id in graph.edgeIDs {
        let edge = graph.edge(id)
        let from = try #require(both.node(withEntityID: edge.from))
        let to = try #require(both.node(withEntityID: edge.to))
        let merged = both.edge(try #require(both.edge(edge.type, from: from, to: to)))
        for evidence in edge.evidence {
          #expect(
            merged.evidence.contains {
              $0.document == evidence.document && $0.start == evidence.start && $0.text == evidence.text
                && Set($0.fields).isSuperset(of: evidence.fields)
                && Set($0.quantities).isSuperset(of: evidence.quantities)
            })
        }
      }
    }
  }

  @Test("a graph does not differ from itself", arguments: 0..<10)
  func noDifference(seed: Int) {
    let graph = RandomGraph(seed: UInt64(seed)).graph()
    #expect(GraphDiff(from: graph, to: RandomGraph(seed: UInt64(seed)).graph(order: 9)).isEmpty)
  }

  @Test("applying the difference gives the other graph", arguments: 0..<25)
  func applying(seed: Int) {
    let a = RandomGraph(seed: UInt64(seed)).graph()
    let b = RandomGraph(seed: UInt64(seed) + 50).graph()
    let diff = GraphDiff(from: a, to: b)
    #expect(!diff.isEmpty)
    #expect(diff.applied(to: a) == b)
    #expect(diff.applied(to: b) == b)
  }

  @Test("new, gone and changed are told apart")
  func kinds() {
    func graph(_ edges: [(String, Double)]) -> Graph {
      var builder = GraphBuilder()
      for (to, certainty) in edges {
        builder.add(
          GraphEdge(
            type: .assists, from: "a", to: to, evidence: [Evidence(document: "d", certainty: certainty)]))
      }
      return builder.build()
    }
    let diff = GraphDiff(from: graph([("b", 0.5), ("c", 0.5)]), to: graph([("b", 0.9), ("d", 0.5)]))
    #expect(diff.edges.new.map(\.to) == ["d"])
    #expect(diff.edges.gone.map(\.to) == ["c"])
    #expect(diff.edges.changed.map(\.after.certainty) == [0.9])
    #expect(diff.nodes.new.map(\.entityID) == ["d"])
    #expect(diff.nodes.gone.map(\.entityID) == ["c"])
  }

  @Test("statements below a certainty go, nodes stay", arguments: 0..<10)
  func filtering(seed: Int) {
    let graph = RandomGraph(seed: UInt64(seed)).graph()
    let sure = graph.filtered(minCertainty: 0.55)
    #expect(sure.nodeCount == graph.nodeCount)
    #expect(sure.edgeIDs.flatMap { sure.edge($0).evidence }.allSatisfy { $0.certainty >= 0.55 })
    let kept = graph.edgeIDs.map { graph.edge($0) }.filter { edge in
      edge.evidence.isEmpty || edge.evidence.contains { $0.certainty >= 0.55 }
    }
    #expect(sure.edgeIDs.map { sure.edge($0).relationID } == kept.map(\.relationID))
  }
}
