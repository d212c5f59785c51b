extension Graph: Equatable {
  /// Whether both hold the same nodes, edges, statements, mentions and documents. O(n).
  public static func == (a: Graph, b: Graph) -> Bool {
    if a.storage === b.storage { return true }
    guard a.nodeCount == b.nodeCount, a.edgeCount == b.edgeCount, a.evidenceCount == b.evidenceCount,
      a.mentionCount == b.mentionCount, a.storage.documents.count == b.storage.documents.count
    else { return false }
    return (0..<a.nodeCount).allSatisfy { a.node(NodeID($0)) == b.node(NodeID($0)) }
      && (0..<a.edgeCount).allSatisfy { a.edge(EdgeID($0)) == b.edge(EdgeID($0)) }
      && (0..<a.mentionCount).allSatisfy { a.mention(at: $0) == b.mention(at: $0) }
      && a.storage.documents.indices.allSatisfy { a.document(at: $0) == b.document(at: $0) }
  }
}
