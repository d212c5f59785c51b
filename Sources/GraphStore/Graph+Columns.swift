public import OntologyModel

/// Single properties, without making a whole node or edge.
extension Graph {
  /// The entity id of a node.
  public func entityID(of node: NodeID) -> String { storage.strings.string(storage.nodes[node.index].entity) }

  /// The name that people say; where none is known the full name, else the id without its prefix.
  public func label(of node: NodeID) -> String {
    let row = storage.nodes[node.index]
    if row.label != 0 { return storage.strings.string(row.label) }
    if row.name != 0 { return storage.strings.string(row.name) }
    return Self.localName(storage.strings.string(row.entity))
  }

  /// The full name; where none is known the label, else the id without its prefix.
  public func name(of node: NodeID) -> String {
    let row = storage.nodes[node.index]
    if row.name != 0 { return storage.strings.string(row.name) }
    return label(of: node)
  }

  /// The raw value of the node's type.
  public func type(of node: NodeID) -> String { storage.strings.string(storage.nodes[node.index].type) }

  /// The node's type, when it is one of ours.
  public func entityType(of node: NodeID) -> EntityType? { EntityType(rawValue: type(of: node)) }

  /// Whether only the ontology names the node.
  public func isImplicit(_ node: NodeID) -> Bool { storage.nodes[node.index].isImplicit }

  /// The node above: of a place the next place up that the graph holds, of others the place they belong to.
  public func parent(of node: NodeID) -> NodeID? {
    let parent = storage.parents[node.index]
    return parent == GraphStorage.none ? nil : NodeID(parent)
  }

  /// The nodes above, nearest first.
  public func ancestors(of node: NodeID) -> [NodeID] {
    var result: [NodeID] = []
    var current = parent(of: node)
    while let next = current, result.count < 64 {
      result.append(next)
      current = parent(of: next)
    }
    return result
  }

  /// The nodes directly below.
  public func children(of node: NodeID) -> [NodeID] {
    let range = Int(storage.childOffsets[node.index])..<Int(storage.childOffsets[node.index + 1])
    return storage.childOrder[range].map { NodeID($0) }
  }

  /// All nodes below, in the order of the graph. O(hits log hits).
  public func descendants(of node: NodeID) -> [NodeID] {
    var result: [NodeID] = []
    var stack = children(of: node)
    while let next = stack.popLast() {
      result.append(next)
      stack += children(of: next)
    }
    return result.sorted()
  }

  /// Both ends of an edge.
  public func ends(of edge: EdgeID) -> (from: NodeID, to: NodeID) {
    let row = storage.edges[edge.index]
    return (NodeID(row.from), NodeID(row.to))
  }

  /// The raw value of an edge's type.
  public func type(of edge: EdgeID) -> String {
    storage.strings.string(storage.types[Int(storage.edges[edge.index].type)])
  }

  /// The id of the relation, `r` and 12 hexadecimal digits.
  public func relationID(of edge: EdgeID) -> String { RelationID.text(relationBits(of: edge.index)) }

  /// The united fields of an edge, sorted.
  public func fields(of edge: EdgeID) -> [String] {
    storage.lists.list(storage.edges[edge.index].fields).map { storage.strings.string($0) }
  }

  /// The highest certainty of a supporting statement; 1 without any.
  public func certainty(of edge: EdgeID) -> Double { summary(of: edge.index).certainty }

  /// Whether it has happened.
  public func status(of edge: EdgeID) -> EdgeStatus {
    EdgeStatus(rank: storage.outHops[edge.index].status)
  }

  /// The number of supporting statements.
  public func weight(of edge: EdgeID) -> Double { summary(of: edge.index).weight }

  /// Edges that start at a node, by type and recipient. O(edges of the node).
  public func edges(from node: NodeID) -> [EdgeID] {
    (storage.outOffsets[node.index]..<storage.outOffsets[node.index + 1]).map { EdgeID($0) }
  }

  /// Edges that end at a node. O(edges of the node).
  public func edges(to node: NodeID) -> [EdgeID] {
    let range = Int(storage.inOffsets[node.index])..<Int(storage.inOffsets[node.index + 1])
    return storage.inHops[range].map { EdgeID($0.edge) }
  }

  /// The edge of a type between two nodes. O(log of the edges of `from`).
  public func edge(_ type: String, from: NodeID, to: NodeID) -> EdgeID? {
    guard let string = storage.strings.id(of: type),
      let rank = storage.types.firstIndex(of: string)
    else { return nil }
    var low = Int(storage.outOffsets[from.index])
    let end = Int(storage.outOffsets[from.index + 1])
    var high = end
    let wanted = (UInt32(rank), to.rawValue)
    while low < high {
      let middle = (low + high) / 2
      if (storage.edges[middle].type, storage.edges[middle].to) < wanted {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < end, (storage.edges[low].type, storage.edges[low].to) == wanted else { return nil }
    return EdgeID(low)
  }

  package func relationBits(of index: Int) -> UInt64 {
    let edge = storage.edges[index]
    let strings = storage.strings
    var bits: UInt64 = 0
    strings.withBytes(storage.types[Int(edge.type)]) { type in
      strings.withBytes(storage.nodes[Int(edge.from)].entity) { from in
        strings.withBytes(storage.nodes[Int(edge.to)].entity) { to in
          bits = RelationID.bits(type, from, to)
        }
      }
    }
    return bits
  }

  /// The statement to quote first, as `GraphEdge.best` chooses it.
  package func bestEvidence(of index: Int) -> Int? {
    let range = storage.evidenceRange(index)
    guard var best = range.first else { return nil }
    for row in range.dropFirst() where isBetter(storage.evidence[row], storage.evidence[best]) { best = row }
    return best
  }

  private func isBetter(_ a: EvidenceRow, _ b: EvidenceRow) -> Bool {
    if a.status != b.status { return a.status > b.status }
    if a.certainty != b.certainty { return a.certainty > b.certainty }
    // Later statements stand later in the documents, so that equal ones need no further test.
    return a.text != 0 && b.text == 0
  }

  /// The number of supporting statements that a document makes.
  package func statementCount(of index: Int) -> Int {
    let rows = storage.evidence[storage.evidenceRange(index)]
    let status = rows.reduce(UInt8(0)) { max($0, $1.status) }
    let count = rows.reduce(0.0) { sum, row in
      row.document != 0 && (status == 0 || row.status > 0) ? sum + row.count : sum
    }
    return Int(min(count, 1e9))
  }

  package func summary(of index: Int) -> StatementSummary {
    StatementSummary(storage.evidence[storage.evidenceRange(index)])
  }

  /// `会泽县` of `place:530326/会泽县`, `北大` of `org:北大`; other ids as they are.
  static func localName(_ entityID: String) -> String {
    for prefix in ["place:", "org:", "prog:"] where entityID.utf8.starts(with: prefix.utf8) {
      let rest = entityID.utf8.dropFirst(prefix.utf8.count)
      let last = prefix == "place:" ? rest.split(separator: UInt8(ascii: "/")).last ?? rest : rest
      return String(decoding: last, as: UTF8.self)
    }
    return entityID
  }
}
