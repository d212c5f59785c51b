public import GraphStore

/// A relation of a graph with what the gold says of it.
public struct Judgement: Sendable {
  /// What the gold says.
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// The gold has it, certain.
    case right
    /// The gold does not have it.
    case wrong
    /// The gold has it, uncertain.
    case debatable
  }

  /// The id of the document.
  public let document: String
  /// The relation with its statements in this document.
  public let edge: GraphEdge
  /// What the gold says.
  public let verdict: Verdict

  static func all(
    in graph: Graph, document: String, gold: GoldDocument, alignment: EntityAlignment
  ) -> [Judgement] {
    FoundDocument(graph).edges.map { edge in
      let relation = gold.relation(alignment.key(edge.key))
      let verdict: Verdict = relation.map { $0.isCertain ? .right : .debatable } ?? .wrong
      return Judgement(document: document, edge: graph.edge(edge.edge), verdict: verdict)
    }
  }
}
