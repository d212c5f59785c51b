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
    let entity = strings.string(row.entity)
    var candidates: [String] = []
    if row.parent != 0 {
      let stated = strings.string(row.parent)
      candidates.append(stated)
      candidates += PlaceID.ancestors(of: stated)
    }
    candidates += PlaceID.ancestors(of: entity)
    for candidate in candidates {
      guard let id = strings.id(of: candidate), Int(id) < nodeByString.count else { continue }
      let node = nodeByString[Int(id)]
      if node != Self.none, Int(node) != index { return node }
    }
    return Self.none
  }
}

/// What the id of a coded place tells of the places above it.
public enum PlaceID {
  /// Ids above `entityID`, nearest first: the township of a village, the county, the prefecture, the
  /// province. Empty for anything but a coded place. Municipalities have no prefecture; asking for one
  /// does no harm.
  public static func ancestors(of entityID: String) -> [String] {
    guard entityID.utf8.starts(with: "place:".utf8) else { return [] }
    var result: [String] = []
    var parts = entityID.utf8.dropFirst(6).split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    while parts.count > 1 {
      parts.removeLast()
      result.append("place:" + parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/"))
    }
    guard let code = parts.first.map(Array.init), code.count == 6,
      code.allSatisfy({ (48...57).contains($0) })
    else { return result }
    let zero = UInt8(ascii: "0")
    func id(_ digits: Int) -> String {
      "place:" + String(decoding: code.prefix(digits), as: UTF8.self)
        + String(repeating: "0", count: 6 - digits)
    }
    if code[4] != zero || code[5] != zero { result.append(id(4)) }
    if code[2...].contains(where: { $0 != zero }) { result.append(id(2)) }
    return result
  }

  /// Code of the province (`530000`) of a coded place or its code; nil for anything else.
  public static func province(of entityIDOrCode: String) -> String? {
    let bytes = entityIDOrCode.utf8
    let digits = bytes.starts(with: "place:".utf8) ? bytes.dropFirst(6).prefix(6) : bytes.prefix(6)
    guard digits.count == 6, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return String(decoding: digits.prefix(2), as: UTF8.self) + "0000"
  }
}
