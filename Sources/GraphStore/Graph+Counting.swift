/// A node with how many it helps, or is helped by.
public struct Ranking: Sendable, Hashable {
  /// The node.
  public let node: NodeID
  /// How many different nodes stand at the other end.
  public let count: Int
  /// The number of statements over all its edges.
  public let weight: Double
}

/// How often the nodes of the rows help those of the columns. Only cells above zero take memory.
public struct HelpMatrix: Sendable {
  /// Helpers, in the order of the graph.
  public let rows: [NodeID]
  /// Recipients, in the order of the graph.
  public let columns: [NodeID]
  private let cells: [NodeID: [NodeID: Int]]

  init(_ cells: [NodeID: [NodeID: Int]]) {
    self.cells = cells
    rows = cells.keys.sorted()
    columns = Set(cells.values.flatMap(\.keys)).sorted()
  }

  /// The number of relations from a row's node to a column's. O(1).
  public func count(_ row: NodeID, _ column: NodeID) -> Int { cells[row]?[column] ?? 0 }

  /// All cells, row by row; as large as rows times columns.
  public var counts: [[Int]] { rows.map { row in columns.map { count(row, $0) } } }
}

extension Graph {
  /// The nodes that help most others, most first; of equal count in the order of the graph.
  ///
  /// - Parameters:
  ///   - type: Only nodes of this type (raw value).
  ///   - filter: Which help counts; its `type` is that of the recipients.
  /// - Complexity: O(edges log edges).
  public func topHelpers(
    ofType type: String? = nil, limit: Int = 10, _ filter: EdgeFilter = EdgeFilter()
  ) -> [Ranking] {
    top(.toRecipients, type, limit, filter)
  }

  /// The nodes that most others help; as `topHelpers(ofType:limit:_:)`.
  public func topRecipients(
    ofType type: String? = nil, limit: Int = 10, _ filter: EdgeFilter = EdgeFilter()
  ) -> [Ranking] {
    top(.toHelpers, type, limit, filter)
  }

  /// Help between units of two levels, such as districts by prefectures: every edge counts for the nearest
  /// node of the wanted types at or above each of its ends, or for the end itself where there is none.
  ///
  /// - Complexity: O(nodes + edges).
  public func matrix(
    rows rowTypes: [String] = ["District"], columns columnTypes: [String] = ["Prefecture"],
    _ filter: EdgeFilter = EdgeFilter()
  ) -> HelpMatrix {
    let matcher = EdgeMatcher(filter, self, relations: ["assists"])
    let rowOf = rollUp(rowTypes)
    let columnOf = rollUp(columnTypes)
    var cells: [NodeID: [NodeID: Int]] = [:]
    for node in 0..<nodeCount {
      let row = NodeID(rowOf[node])
      forEachHop(NodeID(node), .toRecipients, matcher) { hop in
        cells[row, default: [:]][NodeID(columnOf[Int(hop.other)]), default: 0] += 1
      }
    }
    return HelpMatrix(cells)
  }

  /// Nodes that are helped, but not in a field.
  ///
  /// - Parameters:
  ///   - field: Id of the field.
  ///   - types: Types of the nodes (raw values); all when empty.
  ///   - filter: Which help counts; its `field` is not used.
  /// - Complexity: O(edges).
  public func gaps(
    inField field: String, types: [String] = ["County"], _ filter: EdgeFilter = EdgeFilter()
  ) -> [NodeID] {
    var any = filter
    any.field = nil
    var wanted = filter
    wanted.field = field
    let anyMatcher = EdgeMatcher(any, self, relations: ["assists"])
    let wantedMatcher = EdgeMatcher(wanted, self, relations: ["assists"])
    let nodes = types.isEmpty ? nodeIDs : types.flatMap { self.nodes(ofType: $0) }.sorted()
    return nodes.filter { node in
      has(node, anyMatcher) && !has(node, wantedMatcher)
    }
  }

  private func has(_ node: NodeID, _ matcher: EdgeMatcher) -> Bool {
    if matcher.isImpossible { return false }
    return storage.inHops[Int(storage.inOffsets[node.index])..<Int(storage.inOffsets[node.index + 1])]
      .contains { matcher.matches($0) }
  }

  private func top(
    _ direction: Direction, _ type: String?, _ limit: Int, _ filter: EdgeFilter
  ) -> [Ranking] {
    let matcher = EdgeMatcher(filter, self, relations: ["assists"])
    var rankings: [Ranking] = []
    var others: [UInt32] = []
    for node in type.map({ nodes(ofType: $0) }) ?? nodeIDs {
      others.removeAll(keepingCapacity: true)
      var weight = 0.0
      forEachHop(node, direction, matcher) { hop in
        others.append(hop.other)
        weight += summary(of: Int(hop.edge)).weight
      }
      if others.isEmpty { continue }
      let count = others.count == 1 ? 1 : Set(others).count
      rankings.append(Ranking(node: node, count: count, weight: weight))
    }
    rankings.sort { ($1.count, $1.weight, $0.node) < ($0.count, $0.weight, $1.node) }
    return Array(rankings.prefix(max(0, limit)))
  }

  /// For each node the nearest one at or above it whose type is wanted, or itself.
  private func rollUp(_ types: [String]) -> [UInt32] {
    let wanted = Set(types.compactMap { storage.strings.id(of: $0) })
    return (0..<nodeCount).map { node in
      var current = UInt32(node)
      var steps = 0
      while steps < 64 {
        if wanted.contains(storage.nodes[Int(current)].type) { return current }
        current = storage.parents[Int(current)]
        if current == GraphStorage.none { return UInt32(node) }
        steps += 1
      }
      return UInt32(node)
    }
  }
}
