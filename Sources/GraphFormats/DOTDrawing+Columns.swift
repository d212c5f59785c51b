import GraphStore

extension DOTDrawing {
  /// Chooses the nodes of the outer columns.
  ///
  /// Without fixed columns a helper stands just before its recipient, the box of its province then spans
  /// several columns, and the boxes of the recipients, which may not overlap it, are pushed below. A node on
  /// the side that its province is not on stays free, or the box would span the whole drawing; so do
  /// programmes, which belong in between.
  static func columns(
    _ graph: Graph, _ nodes: [Int], _ clusters: [[Int]]
  ) -> (helpers: [Int], recipients: [Int]) {
    func count(_ edges: [EdgeID]) -> Int {
      edges.count { graph.status(of: $0) != .negated && graph.type(of: $0) != "located_in" }
    }
    var gives: [Int: Int] = [:]
    var gets: [Int: Int] = [:]
    for node in nodes {
      gives[node] = count(graph.edges(from: NodeID(node)))
      gets[node] = count(graph.edges(to: NodeID(node)))
    }
    var isHelping: [Int: Bool] = [:]
    for members in clusters {
      let balance = members.reduce(0) { $0 + (gives[$1] ?? 0) - (gets[$1] ?? 0) }
      for member in members { isHelping[member] = balance > 0 }
    }
    let places = nodes.filter { graph.entityType(of: NodeID($0)) != .programme }
    return (
      places.filter { gives[$0] != 0 && gets[$0] == 0 && isHelping[$0] != false },
      places.filter { gives[$0] == 0 && gets[$0] != 0 && isHelping[$0] != true }
    )
  }

  /// Writes the outer columns.
  func writeColumns(_ output: inout OutputBuffer) {
    column("min", columns.helpers, &output)
    column("max", columns.recipients, &output)
  }

  private func column(_ rank: StaticString, _ members: [Int], _ output: inout OutputBuffer) {
    if members.isEmpty { return }
    output.raw("  { rank=\"")
    output.raw(rank)
    output.raw("\";\n")
    for member in members {
      output.raw("    ")
      output.dotID(ids[member])
      output.raw(";\n")
    }
    output.raw("  }\n")
  }
}
