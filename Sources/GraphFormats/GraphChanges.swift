public import GraphStore

/// What of a drawn graph is new, gone or changed against another one.
public struct GraphChanges: Sendable {
  /// How something differs.
  public enum Change: String, Sendable {
    /// Only in the second graph.
    case new
    /// Only in the first graph.
    case gone
    /// In both, but not alike.
    case changed
    /// In both alike.
    case same
  }

  private var nodes: [String: Change] = [:]
  private var edges: [String: Change] = [:]

  /// The changes of a difference, for the graph that unites both.
  public init(_ diff: GraphDiff) {
    for node in diff.nodes.new { nodes[node.entityID] = .new }
    for node in diff.nodes.gone { nodes[node.entityID] = .gone }
    for change in diff.nodes.changed { nodes[change.after.entityID] = .changed }
    for edge in diff.edges.new { edges[edge.relationID] = .new }
    for edge in diff.edges.gone { edges[edge.relationID] = .gone }
    for change in diff.edges.changed { edges[change.after.relationID] = .changed }
  }

  /// How a node differs.
  public func change(ofNode entityID: String) -> Change { nodes[entityID] ?? .same }

  /// How a relation differs.
  public func change(ofRelation relationID: String) -> Change { edges[relationID] ?? .same }

  static func color(_ change: Change) -> String {
    switch change {
    case .new: "#1A9850"
    case .gone: "#D73027"
    case .changed: "#E08214"
    case .same: "#B0B0B0"
    }
  }
}
