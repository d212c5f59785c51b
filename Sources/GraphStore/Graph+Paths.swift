/// A way from one node to another along edges in either direction.
public struct GraphPath: Sendable, Hashable {
  /// The nodes from one end to the other.
  public let nodes: [NodeID]
  /// The edges between them, one fewer.
  public let edges: [EdgeID]
  /// For each edge whether the path goes with it, from helper to recipient.
  public let isForward: [Bool]
}

/// The nodes and edges around one node.
public struct Neighbourhood: Sendable {
  /// Every node that was reached, with the steps to it; by steps, then in the order of the graph.
  public let nodes: [(node: NodeID, steps: Int)]
  /// Every edge between these nodes that passes the filter, in the order of the graph.
  public let edges: [EdgeID]
}

extension Graph {
  /// How two nodes are connected: paths without repeated nodes of at most `maxSteps` edges, whichever way
  /// these point, the shortest first.
  ///
  /// - Complexity: O(edges within `maxSteps` of `b`) plus the work of listing; stops at `limit` paths.
  public func paths(
    from a: NodeID, to b: NodeID, maxSteps: Int = 3, limit: Int = 20, _ filter: EdgeFilter = EdgeFilter()
  ) -> [GraphPath] {
    if a == b || maxSteps < 1 || limit < 1 { return [] }
    let matcher = EdgeMatcher(filter, self)
    let distances = distances(from: b, depth: maxSteps, matcher)
    guard let shortest = distances[a] else { return [] }
    var search = PathSearch(graph: self, goal: b, limit: limit, distances: distances, matcher: matcher)
    for length in shortest...maxSteps where search.found.count < limit {
      search.extend(from: a, length: length)
    }
    return search.found
  }

  /// All that is connected with a node within `depth` edges, whichever way these point.
  ///
  /// - Complexity: O(nodes and edges reached).
  public func around(_ node: NodeID, depth: Int = 1, _ filter: EdgeFilter = EdgeFilter()) -> Neighbourhood {
    let matcher = EdgeMatcher(filter, self)
    let distances = distances(from: node, depth: depth, matcher)
    var edges: [EdgeID] = []
    for start in distances.keys {
      forEachHop(start, .toRecipients, matcher) { hop in
        if distances[NodeID(hop.other)] != nil { edges.append(EdgeID(hop.edge)) }
      }
    }
    let nodes = distances.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    return Neighbourhood(nodes: nodes.map { ($0.key, $0.value) }, edges: edges.sorted())
  }

  /// Where help goes in `steps` edges in the direction of help: the last edges of all such walks, each once.
  ///
  /// - Complexity: O(edges walked over).
  public func reach(from node: NodeID, steps: Int, _ filter: EdgeFilter = EdgeFilter()) -> [EdgeID] {
    let matcher = EdgeMatcher(filter, self)
    var layer = [node]
    var edges: [EdgeID] = []
    for step in 0..<max(0, steps) {
      edges.removeAll(keepingCapacity: true)
      for start in layer {
        forEachHop(start, .toRecipients, matcher) { edges.append(EdgeID($0.edge)) }
      }
      if step + 1 == steps { break }
      layer = edges.map { NodeID(storage.edges[$0.index].to) }
      if layer.count > 1 {
        layer.sort()
        var last: NodeID?
        layer.removeAll { node in
          defer { last = node }
          return node == last
        }
      }
    }
    return edges.sorted()
  }

  /// The part of the graph that holds these edges and nodes, and the ends of the edges; mentions and
  /// documents of what is left out are left out too.
  public func subgraph(nodes: [NodeID], edges: [EdgeID]) -> Graph {
    var builder = GraphBuilder()
    var wanted = Set(nodes)
    var documents: Set<String> = []
    for id in edges {
      let ends = ends(of: id)
      wanted.insert(ends.from)
      wanted.insert(ends.to)
      let edge = edge(id)
      documents.formUnion(edge.evidence.map(\.document))
      builder.add(edge)
    }
    for id in wanted.sorted() {
      builder.add(node(id))
      for mention in mentions(of: id) {
        documents.insert(mention.document)
        builder.add(mention)
      }
    }
    for document in self.documents where documents.contains(document.id) { builder.add(document) }
    return builder.build()
  }

  private func distances(from node: NodeID, depth: Int, _ matcher: EdgeMatcher) -> [NodeID: Int] {
    var distances: [NodeID: Int] = [node: 0]
    var layer = [node]
    for step in 1...max(1, depth) where depth > 0 {
      var next: [NodeID] = []
      for start in layer {
        forEachNeighbour(start, matcher) { other, _, _ in
          if distances[other] == nil {
            distances[other] = step
            next.append(other)
          }
        }
      }
      if next.isEmpty { break }
      layer = next
    }
    return distances
  }

  /// Calls `body` with every neighbour, the edge, and whether the edge points to it.
  func forEachNeighbour(_ node: NodeID, _ matcher: EdgeMatcher, _ body: (NodeID, EdgeID, Bool) -> Void) {
    forEachHop(node, .toRecipients, matcher) { body(NodeID($0.other), EdgeID($0.edge), true) }
    forEachHop(node, .toHelpers, matcher) { body(NodeID($0.other), EdgeID($0.edge), false) }
  }
}

/// Lists paths of one length after the other, going only where the goal is near enough.
private struct PathSearch {
  let graph: Graph
  let goal: NodeID
  let limit: Int
  let distances: [NodeID: Int]
  let matcher: EdgeMatcher
  var found: [GraphPath] = []
  private var nodes: [NodeID] = []
  private var edges: [EdgeID] = []
  private var isForward: [Bool] = []
  /// Steps that may still be tried: dense graphs have more paths than anyone can read.
  private var budget = 1_000_000

  init(graph: Graph, goal: NodeID, limit: Int, distances: [NodeID: Int], matcher: EdgeMatcher) {
    self.graph = graph
    self.goal = goal
    self.limit = limit
    self.distances = distances
    self.matcher = matcher
  }

  mutating func extend(from node: NodeID, length: Int) {
    nodes.append(node)
    defer { nodes.removeLast() }
    if length == 0 {
      if node == goal { found.append(GraphPath(nodes: nodes, edges: edges, isForward: isForward)) }
      return
    }
    if node == goal { return }
    var steps: [(NodeID, EdgeID, Bool)] = []
    graph.forEachNeighbour(node, matcher) { other, edge, isForward in steps.append((other, edge, isForward)) }
    steps.sort { ($0.0, $0.1) < ($1.0, $1.1) }
    for (other, edge, forward) in steps {
      if found.count >= limit || budget <= 0 { return }
      budget -= 1
      guard let distance = distances[other], distance <= length - 1, !nodes.contains(other) else { continue }
      edges.append(edge)
      isForward.append(forward)
      extend(from: other, length: length - 1)
      edges.removeLast()
      isForward.removeLast()
    }
  }
}
