extension Graph {
  /// The nodes that a string names exactly, as id, code, full or usual name, or as a surface of a text.
  ///
  /// Unlike `matches(_:)` it tries no longer or shorter forms and prefers none of the ways; a
  /// node stands once, with its strongest way. For scanning: O(length + hits).
  public func nodes(namedExactly name: String) -> [NodeMatch] {
    guard let string = storage.strings.id(of: name) else { return [] }
    var strongest: [NodeID: NodeMatch.Kind] = [:]
    for entry in storage.names.entries(of: string) {
      let kind: NodeMatch.Kind =
        switch entry.kind {
        case NameIndex.Kind.entity.rawValue: .entityID
        case NameIndex.Kind.code.rawValue: .code
        case NameIndex.Kind.alias.rawValue: .alias
        default: .name
        }
      let node = NodeID(entry.node)
      strongest[node] = min(strongest[node] ?? kind, kind)
    }
    return strongest.sorted { $0.key < $1.key }.map { NodeMatch(node: $0.key, kind: $0.value) }
  }

  /// The ids of the places that hold a node, nearest first: those above it in the graph, and what its code or
  /// the code of the place that it belongs to tells, whether or not the graph holds these places.
  public func placesAbove(_ node: NodeID) -> [String] {
    var result: [String] = []
    func add(_ id: String) {
      if !result.contains(id) { result.append(id) }
    }
    for ancestor in ancestors(of: node) { add(entityID(of: ancestor)) }
    for id in PlaceID.ancestors(of: entityID(of: node)) { add(id) }
    if let stated = self.node(node).parent {
      add(stated)
      for id in PlaceID.ancestors(of: stated) { add(id) }
    }
    return result
  }
}
