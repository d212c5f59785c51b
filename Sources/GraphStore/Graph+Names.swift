extension Graph {
  /// The nodes that a name may mean; several when it is ambiguous, none when it is unknown.
  ///
  /// Ways are tried from strong to weak (see `NodeMatch.Kind`); the first that finds something decides, so
  /// an exact name is never crowded out by a longer one. Nodes that texts name hide those that only the
  /// ontology knows.
  ///
  /// - Parameter name: As typed; white space around it is ignored.
  /// - Complexity: O(log n) for exact names, else O(n) in nodes and their names.
  public func matches(_ name: String) -> [NodeMatch] {
    let name = trimmed(name)
    if name.isEmpty { return [] }
    for way in [strongMatches, aliasMatches] {
      let found = way(name)
      if !found.isEmpty { return preferred(found) }
    }
    let longer = longerMatches(name)
    if !longer.isEmpty { return preferred(longer) }
    return preferred(shorterMatches(name))
  }

  /// The nodes that a name may mean, in the order of the graph; see `matches(_:)`.
  public func resolve(_ name: String) -> [NodeID] { matches(name).map(\.node) }

  private func strongMatches(_ name: String) -> [NodeMatch] {
    if let node = node(withEntityID: name) { return [NodeMatch(node: node, kind: .entityID)] }
    // The villages of a county share its code, so the county's own id goes first.
    if let node = node(withEntityID: "place:" + name) { return [NodeMatch(node: node, kind: .code)] }
    return indexed(name, [.code], as: .code) + indexed(name, [.name, .label], as: .name)
  }

  private func aliasMatches(_ name: String) -> [NodeMatch] { indexed(name, [.alias], as: .alias) }

  private func indexed(
    _ name: String, _ kinds: [NameIndex.Kind], as kind: NodeMatch.Kind
  ) -> [NodeMatch] {
    guard let string = storage.strings.id(of: name) else { return [] }
    let wanted = kinds.map(\.rawValue)
    let nodes = storage.names.entries(of: string).filter { wanted.contains($0.kind) }.map(\.node)
    return Set(nodes).sorted().map { NodeMatch(node: NodeID($0), kind: kind) }
  }

  /// Nodes whose name and the given one differ only in places at the front: 嘉定区卫健委 and
  /// 上海市嘉定区卫健委, 会泽县 and 云南省曲靖市会泽县.
  private func longerMatches(_ name: String) -> [NodeMatch] {
    var found: [NodeMatch] = []
    let wanted = Array(name.utf8)
    for node in nodeIDs {
      let isMatch = names(of: node).contains { other in
        let known = Array(other.utf8)
        if known.count < 6 || known.count == wanted.count { return false }
        let (long, short) = known.count > wanted.count ? (known, wanted) : (wanted, known)
        if short.count < 6 || !long.suffix(short.count).elementsEqual(short) { return false }
        let front = String(decoding: long.dropLast(short.count), as: UTF8.self)
        return isPlaces(front, above: node)
      }
      if isMatch { found.append(NodeMatch(node: node, kind: .longer)) }
    }
    return found
  }

  /// Nodes whose name is the given one and an ending that tells the kind of place.
  private func shorterMatches(_ name: String) -> [NodeMatch] {
    guard name.unicodeScalars.count >= 2 else { return [] }
    return nodeIDs.filter { node in
      names(of: node).contains { other in
        other.hasPrefix(name) && Self.placeEndings.contains(String(other.dropFirst(name.count)))
      }
    }.map { NodeMatch(node: $0, kind: .shorter) }
  }

  private func names(of node: NodeID) -> [String] {
    let row = storage.nodes[node.index]
    let aliases = storage.lists.list(row.aliases)
    let named = ([row.name, row.label] + aliases).filter { $0 != 0 }.map { storage.strings.string($0) }
    return row.name == 0 && row.label == 0 ? [label(of: node)] + named : named
  }

  /// Whether a text is made of names of the places above a node (with or without their endings), or, where
  /// the graph does not hold them up to the province, looks like the name of a place.
  private func isPlaces(_ text: String, above node: NodeID) -> Bool {
    var fronts: Set<String> = []
    for ancestor in ancestors(of: node) {
      for name in names(of: ancestor) {
        fronts.insert(name)
        for ending in Self.placeEndings where name.hasSuffix(ending) && name.count > ending.count + 1 {
          fronts.insert(String(name.dropLast(ending.count)))
        }
      }
    }
    var rest = Substring(text)
    while !rest.isEmpty {
      guard let front = fronts.filter({ rest.hasPrefix($0) }).max(by: { $0.count < $1.count }) else { break }
      rest = rest.dropFirst(front.count)
    }
    if rest.isEmpty { return true }
    if ancestors(of: node).contains(where: { entityType(of: $0) == .province }) { return false }
    return rest.count >= 2 && Self.placeEndings.contains { rest.hasSuffix($0) }
  }

  /// Of several nodes those that texts name, when there are such.
  private func preferred(_ matches: [NodeMatch]) -> [NodeMatch] {
    let explicit = matches.filter { !isImplicit($0.node) }
    return explicit.isEmpty ? matches : explicit
  }

  private func trimmed(_ text: String) -> String {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }

  static let placeEndings = [
    "自治区", "自治州", "自治县", "自治旗", "特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "新区", "地区",
    "林区", "街道", "社区", "省", "市", "区", "县", "州", "盟", "旗", "镇", "乡", "村",
  ]
}
