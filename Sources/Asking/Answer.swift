public import GraphStore

/// What a graph says to a question.
public struct Answer: Sendable {
  /// A relation that answers.
  public struct Hit: Sendable, Hashable {
    /// The relation.
    public let edge: EdgeID
    /// Whether it is about the ones that were named, or about something above or within them.
    public let level: HelpAnswer.Level
  }

  /// A node with how many different ones it helps, or is helped by.
  public struct Rank: Sendable, Hashable {
    /// The node.
    public let node: NodeID
    /// How many different nodes stand at the other end.
    public let count: Int
    /// The number of statements.
    public let weight: Double
  }

  /// Relations that answer, those of the named ones first, then the surest.
  public internal(set) var hits: [Hit] = []
  /// Relations of what lies within the named ones (or, where there are none, above); never part of the answer
  /// proper, since help to a prefecture is not help to its counties.
  public internal(set) var related: [Hit] = []
  /// For questions for the most: the ranking.
  public internal(set) var rankings: [Rank] = []
  /// For questions for gaps: the nodes without the help.
  public internal(set) var nodes: [NodeID] = []
  /// For questions how two are connected: ways over others, where nothing connects them directly.
  public internal(set) var paths: [GraphPath] = []
  /// How many different ones are asked for, by the hits, the ranking or the nodes.
  public internal(set) var count = 0

  /// Whether the graph has no answer.
  public var isEmpty: Bool { hits.isEmpty && rankings.isEmpty && nodes.isEmpty && paths.isEmpty }
}
