extension GraphBuilder {
  /// Sorts and unites everything that was added.
  ///
  /// - Complexity: O(n log n) in the number of things added.
  public consuming func build() -> Graph {
    var parts = GraphParts(strings: strings, lists: lists)
    strings = StringPool()
    lists = ListPool()

    parts.collectNodes(nodes, statements, mentions)
    nodes = []
    parts.collectMentions(mentions)
    mentions = []
    parts.collectEdges(statements)
    statements = StatementStore()
    parts.collectDocuments(documents)
    parts.finishNodes()
    return Graph(GraphStorage(parts))
  }
}

/// The columns of a graph while they are made.
struct GraphParts {
  var strings: StringPool
  var lists: ListPool
  var nodes: [NodeRow] = []
  /// Node by string id of its entity id; `none` for strings that are no entity ids.
  var nodeByString: [UInt32] = []
  var types: [UInt32] = []
  var edges: [EdgeRow] = []
  var evidence: [EvidenceRow] = []
  var mentions: [MentionRow] = []
  var mentionOffsets: [UInt32] = []
  var mentionOrder: [UInt32] = []
  var documents: [DocumentRow] = []
  /// Of no meaning; it takes what was read ahead, so that the reading is not optimized away.
  var warmth: UInt32 = 0

  static let none = UInt32.max

  init(strings: consuming StringPool, lists: consuming ListPool) {
    self.strings = strings
    self.lists = lists
  }

  /// The distinct ids in the order of their strings.
  func sorted(_ ids: some Sequence<UInt32>) -> [UInt32] {
    var seen = [Bool](repeating: false, count: strings.count)
    var distinct: [UInt32] = []
    for id in ids where !seen[Int(id)] {
      seen[Int(id)] = true
      distinct.append(id)
    }
    distinct.sort { strings.compare($0, $1) < 0 }
    return distinct
  }

  /// Both lists in one, each member once, by the order of their strings.
  mutating func union(_ a: UInt32, _ b: UInt32) -> UInt32 {
    if a == b || b == 0 { return a }
    if a == 0 { return b }
    return lists.intern(sorted(small: lists.list(a) + lists.list(b)))
  }

  func sorted(small ids: [UInt32]) -> [UInt32] {
    Set(ids).sorted { strings.compare($0, $1) < 0 }
  }

  /// The smaller of two values by bytes, where any value beats none.
  func smaller(_ a: UInt32, _ b: UInt32) -> UInt32 {
    if a == 0 { return b }
    if b == 0 { return a }
    return strings.compare(a, b) <= 0 ? a : b
  }
}
