extension GraphParts {
  /// The nearest node above each node: the stated parent, else what the entity id tells; a node whose
  /// parents lead back to itself loses them.
  func parents() -> [UInt32] {
    var parents = nodes.indices.map { parent(of: $0) }
    for start in parents.indices {
      var current = parents[start]
      var steps = 0
      while current != Self.none, steps < 64 {
        if Int(current) == start {
          parents[start] = Self.none
          break
        }
        current = parents[Int(current)]
        steps += 1
      }
      // A chain this long is no hierarchy; cut it here.
      if steps == 64 { parents[start] = Self.none }
    }
    return parents
  }

  private func parent(of index: Int) -> UInt32 {
    let row = nodes[index]
    var parent = Self.none
    /// Whether the bytes are the id of another node, which is then the parent.
    func accept(_ id: UnsafeBufferPointer<UInt8>) -> Bool {
      guard let string = strings.id(of: id), Int(string) < nodeByString.count else { return false }
      let node = nodeByString[Int(string)]
      guard node != Self.none, Int(node) != index else { return false }
      parent = node
      return true
    }
    if row.parent != 0 {
      strings.withBytes(row.parent) { if !accept($0) { PlaceID.visitAncestors(of: $0, until: accept) } }
      if parent != Self.none { return parent }
    }
    strings.withBytes(row.entity) { PlaceID.visitAncestors(of: $0, until: accept) }
    return parent
  }
}
