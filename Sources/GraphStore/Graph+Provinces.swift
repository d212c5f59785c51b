extension Graph {
  /// Code of the province (`530000`) that a node lies in or belongs to, from its code, its id, or the
  /// nodes above it; nil where none of them tells.
  public func province(of node: NodeID) -> String? {
    for candidate in [node] + ancestors(of: node) {
      if let province = PlaceID.province(of: entityID(of: candidate)) { return province }
    }
    let row = storage.nodes[node.index]
    for string in [row.adcode, row.parent] where string != 0 {
      if let province = PlaceID.province(of: storage.strings.string(string)) { return province }
    }
    return nil
  }
}
