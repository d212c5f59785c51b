public import GraphStore
public import SourceText

/// Why a stretch of text names the entity that it was linked to.
public struct MentionExplanation: Sendable {
  /// An entity that the surface could have meant.
  public struct Candidate: Sendable, Hashable {
    /// The entity's id.
    public let entityID: String
    /// Its name, where the graph or the ontology knows it.
    public let name: String?
    /// Comparable within one mention only; nil for a chosen entity whose score was not kept.
    public let score: Double?
    /// What spoke for it.
    public let reason: String
  }

  /// The mention.
  public let mention: GraphMention
  /// The entity that was chosen.
  public let chosen: Candidate
  /// The raw value of the entity's type.
  public let type: String
  /// The others, best first; the first is the runner-up.
  public let others: [Candidate]
  /// The sentence with the name marked; nil where the text is not at hand.
  public let sentence: MarkedText?
  /// The file that holds it.
  public let file: String?
  /// Where in the file.
  public let position: SourcePosition?
}
