/// What of a graph an export shows.
package struct GraphSelection {
  /// The nodes, in the order of the graph.
  package var nodes: [Int] = []
  /// The edges that hold: all but denied ones.
  package var edges: [Int] = []
  /// Pairs of a node and the one above it; empty without the hierarchy.
  package var locatedIn: [(node: Int, parent: Int)] = []

  /// Selects nodes that texts name, and with the hierarchy also those above them with their links.
  package init(_ graph: Graph, withHierarchy: Bool) {
    let storage = graph.storage
    let hierarchyType = "located_in"
    var isNeeded = [Bool](repeating: false, count: graph.nodeCount)
    for index in storage.nodes.indices where !storage.nodes[index].isImplicit { isNeeded[index] = true }
    for (index, edge) in storage.edges.enumerated() {
      let isHierarchy = storage.strings.string(storage.types[Int(edge.type)]) == hierarchyType
      if isHierarchy { continue }
      if storage.outHops[index].status == EdgeStatus.negated.rank { continue }
      edges.append(index)
      isNeeded[Int(edge.from)] = true
      isNeeded[Int(edge.to)] = true
    }
    nodes = storage.nodes.indices.filter { withHierarchy || isNeeded[$0] }
    if withHierarchy {
      locatedIn = nodes.compactMap { node in
        let parent = storage.parents[node]
        return parent == GraphStorage.none ? nil : (node, Int(parent))
      }
    }
  }
}
