extension Graph {
  /// The graph without the statements that are less sure than `minCertainty`, and without the edges that
  /// had no other. Nodes and mentions stay. O(1) when nothing is less sure, else O(n log n).
  public func filtered(minCertainty: Double) -> Graph {
    guard storage.evidence.contains(where: { $0.certainty < minCertainty }) else { return self }
    var builder = GraphBuilder()
    for id in nodeIDs { builder.add(node(id)) }
    for id in edgeIDs {
      var edge = edge(id)
      let before = edge.evidence.count
      edge.evidence.removeAll { $0.certainty < minCertainty }
      if before == 0 || !edge.evidence.isEmpty { builder.add(edge) }
    }
    for mention in mentions { builder.add(mention) }
    for document in documents { builder.add(document) }
    return builder.build()
  }
}
