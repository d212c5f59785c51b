/// What has to be done to one graph to get another.
public struct GraphDiff: Sendable, Hashable {
  /// What one has before and after.
  public struct Change<Value: Sendable & Hashable>: Sendable, Hashable {
    /// As it is in the first graph.
    public let before: Value
    /// As it is in the second graph.
    public let after: Value
  }

  /// What is new, gone and changed of one sort.
  public struct Part<Value: Sendable & Hashable>: Sendable, Hashable {
    /// Only in the second graph, in its order.
    public var new: [Value] = []
    /// Only in the first graph, in its order.
    public var gone: [Value] = []
    /// In both, but not alike; in the order of the first graph.
    public var changed: [Change<Value>] = []

    /// Whether nothing differs.
    public var isEmpty: Bool { new.isEmpty && gone.isEmpty && changed.isEmpty }
  }

  /// Nodes, by entity id.
  public private(set) var nodes = Part<GraphNode>()
  /// Edges, by type and ends.
  public private(set) var edges = Part<GraphEdge>()
  /// Mentions, by document, place and entity.
  public private(set) var mentions = Part<GraphMention>()
  /// Documents, by id.
  public private(set) var documents = Part<GraphDocument>()

  /// Compares two graphs. O(n) in both together.
  public init(from a: Graph, to b: Graph) {
    nodes = Self.part(a.nodeIDs.map { a.node($0) }, b.nodeIDs.map { b.node($0) }) { $0.entityID }
    edges = Self.part(a.edgeIDs.map { a.edge($0) }, b.edgeIDs.map { b.edge($0) }) { EdgeKey($0) }
    mentions = Self.part(a.mentions, b.mentions) { MentionKey($0) }
    documents = Self.part(a.documents, b.documents) { $0.id }
  }

  /// Whether the graphs are equal.
  public var isEmpty: Bool { nodes.isEmpty && edges.isEmpty && mentions.isEmpty && documents.isEmpty }

  /// The second graph, made from the first.
  ///
  /// Applied to another graph it removes what is gone as far as it is there, and sets what is new or changed.
  public func applied(to graph: Graph) -> Graph {
    var builder = GraphBuilder()
    for node in Self.apply(nodes, to: graph.nodeIDs.map { graph.node($0) }, by: { $0.entityID }) {
      builder.add(node)
    }
    for edge in Self.apply(edges, to: graph.edgeIDs.map { graph.edge($0) }, by: { EdgeKey($0) }) {
      builder.add(edge)
    }
    for mention in Self.apply(mentions, to: graph.mentions, by: { MentionKey($0) }) { builder.add(mention) }
    for document in Self.apply(documents, to: graph.documents, by: { $0.id }) { builder.add(document) }
    return builder.build()
  }

  private struct EdgeKey: Hashable {
    let type: String
    let from: String
    let to: String

    init(_ edge: GraphEdge) { (type, from, to) = (edge.type, edge.from, edge.to) }
  }

  private struct MentionKey: Hashable {
    let document: String
    let start: Int
    let end: Int
    let entity: String

    init(_ mention: GraphMention) {
      (document, start, end, entity) = (mention.document, mention.start, mention.end, mention.entity)
    }
  }

  private static func part<Value, Key: Hashable>(
    _ a: [Value], _ b: [Value], by key: (Value) -> Key
  ) -> Part<Value> {
    var part = Part<Value>()
    let after = Dictionary(b.map { (key($0), $0) }) { first, _ in first }
    let before = Set(a.map(key))
    for value in a {
      guard let other = after[key(value)] else {
        part.gone.append(value)
        continue
      }
      if other != value { part.changed.append(Change(before: value, after: other)) }
    }
    part.new = b.filter { !before.contains(key($0)) }
    return part
  }

  private static func apply<Value, Key: Hashable>(
    _ part: Part<Value>, to values: [Value], by key: (Value) -> Key
  ) -> [Value] {
    let dropped = Set(part.gone.map(key) + part.changed.map { key($0.before) } + part.new.map(key))
    return values.filter { !dropped.contains(key($0)) } + part.changed.map(\.after) + part.new
  }
}
