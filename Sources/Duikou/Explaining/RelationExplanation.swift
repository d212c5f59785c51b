public import GraphStore
public import Relations
public import SourceText

/// Why the graph holds a relation: every statement with its sentence, rule, context and names.
public struct RelationExplanation: Sendable {
  /// One statement.
  public struct Statement: Sendable {
    /// What the text says and where.
    public let evidence: Evidence
    /// The sentence with both ends marked; the evidence alone where the text is not at hand.
    public let sentence: MarkedText
    /// The file that holds it.
    public let file: String?
    /// Where the evidence begins in the file.
    public let position: SourcePosition?
    /// The rule; nil where its table is not at hand or does not hold it.
    public let rule: RelationRule?
    /// The names of the first end in the sentence; none where context gave it, nil where the graph keeps no
    /// mentions of it.
    public let fromMentions: [MentionExplanation]?
    /// The names of the second end in the sentence, likewise.
    public let toMentions: [MentionExplanation]?
  }

  /// The relation.
  public let edge: GraphEdge
  /// The name of the first end.
  public let fromLabel: String
  /// The name of the second end.
  public let toLabel: String
  /// Every statement, the best first.
  public let statements: [Statement]
}
