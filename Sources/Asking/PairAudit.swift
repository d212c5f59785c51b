public import GraphStore

/// Compares a list of pairs, such as an official one, with the help that a graph states.
public struct PairAudit: Sendable {
  /// A pair of the list.
  public struct Pair: Sendable, Hashable {
    /// Who helps.
    public let helper: NameCandidate
    /// Who is helped.
    public let recipient: NameCandidate
    /// The year for which the list states it; any when nil.
    public let year: Int?

    /// Makes a pair.
    public init(helper: NameCandidate, recipient: NameCandidate, year: Int? = nil) {
      self.helper = helper
      self.recipient = recipient
      self.year = year
    }
  }

  /// How a pair is found in the graph.
  public enum Finding: Sendable, Hashable {
    /// The graph states it.
    case covered(EdgeID)
    /// Only help between parts of the two is stated, or of a part.
    case within([EdgeID])
    /// The graph states nothing.
    case missing
  }

  /// The findings, in the order of the list.
  public let findings: [(pair: Pair, finding: Finding)]
  /// Help between entities of types that the list has, of which the list says nothing.
  public let unlisted: [EdgeID]

  /// Compares. O(pairs × edges).
  ///
  public init(_ pairs: [Pair], _ graph: Graph, minCertainty: Double = 0.5) {
    func counts(_ edge: EdgeID, _ year: Int?) -> Bool {
      if graph.status(of: edge) == .negated || graph.certainty(of: edge) < minCertainty { return false }
      guard let year else { return true }
      let full = graph.edge(edge)
      // Help without a year may well be of this one.
      guard let first = full.yearFrom, let last = full.yearTo else { return true }
      return first <= year && year <= last
    }
    let edges = graph.edges(ofType: "assists").filter { counts($0, nil) }
    func isOrWithin(_ node: NodeID, _ candidate: NameCandidate) -> Bool {
      graph.entityID(of: node) == candidate.entityID || graph.placesAbove(node).contains(candidate.entityID)
    }
    var listed: Set<EdgeID> = []
    findings = pairs.map { pair in
      let parts = edges.filter { edge in
        let ends = graph.ends(of: edge)
        return isOrWithin(ends.from, pair.helper) && isOrWithin(ends.to, pair.recipient)
      }
      listed.formUnion(parts)
      let timely = parts.filter { counts($0, pair.year) }
      let own = timely.first { edge in
        let ends = graph.ends(of: edge)
        return graph.entityID(of: ends.from) == pair.helper.entityID
          && graph.entityID(of: ends.to) == pair.recipient.entityID
      }
      if let own { return (pair, .covered(own)) }
      return (pair, timely.isEmpty ? .missing : .within(timely))
    }
    let helperTypes = Set(pairs.map(\.helper.type))
    let recipientTypes = Set(pairs.map(\.recipient.type))
    unlisted = edges.filter { edge in
      let ends = graph.ends(of: edge)
      return !listed.contains(edge) && helperTypes.contains(graph.type(of: ends.from))
        && recipientTypes.contains(graph.type(of: ends.to))
    }
  }
}
