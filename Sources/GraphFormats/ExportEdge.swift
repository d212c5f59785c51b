import GraphStore

/// One edge of an exported file: a relation, one statement of it, or a link of the hierarchy.
struct ExportEdge {
  /// What it stands for.
  enum Content {
    /// Position of the edge in the graph.
    case relation(Int)
    /// Position of the edge, of the statement, and the number of the statement among those of the edge.
    case statement(Int, Int, Int)
    /// Positions of a node and the one above it.
    case locatedIn(Int, Int)
  }

  /// The hash that its id shows.
  let bits: UInt64
  let content: Content
  /// 0, or the number of edges before it with the same 48 bits; keeps ids unique all the same.
  var repetition = 0

  /// The id: of the relation, and of statements their number after a dot.
  var id: String {
    var id = RelationID.text(bits)
    if repetition > 0 { id += "-\(repetition + 1)" }
    if case .statement(_, _, let number) = content { id += ".\(number)" }
    return id
  }

  /// The edges of an export, by id.
  static func ordered(_ graph: Graph, _ selection: GraphSelection, _ options: ExportOptions) -> [ExportEdge] {
    var edges = selection.edges.map {
      ExportEdge(bits: graph.relationBits(of: $0), content: .relation($0))
    }
    edges += selection.locatedIn.map { link in
      let id = RelationID.bits(
        type: "located_in", from: graph.entityID(of: NodeID(link.node)),
        to: graph.entityID(of: NodeID(link.parent)))
      return ExportEdge(bits: id, content: .locatedIn(link.node, link.parent))
    }
    // Of equal bits, which only chance makes, the order of the graph decides.
    edges.sort { ($0.bits, $0.rank) < ($1.bits, $1.rank) }
    for index in edges.indices.dropFirst() where edges[index].bits == edges[index - 1].bits {
      edges[index].repetition = edges[index - 1].repetition + 1
    }
    return options.edges == .relation ? edges : edges.flatMap { $0.statements(graph) }
  }

  private var rank: Int {
    switch content {
    case .relation(let edge), .statement(let edge, _, _): edge
    case .locatedIn(let node, _): node
    }
  }

  private func statements(_ graph: Graph) -> [ExportEdge] {
    guard case .relation(let edge) = content else { return [self] }
    let range = graph.storage.evidenceRange(edge)
    if range.isEmpty { return [self] }
    let held = range.filter { graph.storage.evidence[$0].status > 0 }
    return held.enumerated().map { number, row in
      ExportEdge(bits: bits, content: .statement(edge, row, number + 1), repetition: repetition)
    }
  }
}

extension Graph {
  /// The export ids of all nodes, as bytes. O(n).
  func exportIDs() -> [[UInt8]] {
    nodeIDs.map { ExportID.bytes(entityID(of: $0)) }
  }
}
