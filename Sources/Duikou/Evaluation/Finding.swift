public import SourceText

/// One difference between a graph and the gold.
public struct Finding: Sendable, Hashable {
  /// What kind of difference.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A certain entity without a node.
    case missedEntity = "missed entity"
    /// A node that stands for no entity.
    case extraEntity = "extra entity"
    /// A node for an entity that has one already.
    case secondNode = "second node for one entity"
    /// A node whose type differs.
    case wrongType = "wrong type"
    /// A certain relation without an edge.
    case missedRelation = "missed relation"
    /// An edge that stands for no relation.
    case extraRelation = "extra relation"
    /// An edge that is right but for its fields.
    case wrongFields = "wrong fields"
  }

  /// What kind of difference.
  public let kind: Kind
  /// The id of the document.
  public let document: String
  /// The type of the entity or relation: the gold's where something was missed, else the graph's.
  public let type: String
  /// The entity's id, or the ids of both ends.
  public let ids: [String]
  /// The entity's name, or the names of both ends.
  public let names: [String]
  /// What the kind leaves open: the right type, the fields.
  public let detail: String
  /// What shows it: of missed relations the gold's evidence, of others the graph's; of entities a surface.
  public let quotation: String
  /// The rule that found an extra relation, and how sure it was.
  public let rule: String
  /// How sure the graph is of an extra relation; nil for all else.
  public let certainty: Double?
  /// The sentence around the quotation; nil where the text is not at hand or does not hold it.
  public let sentence: String?
  /// The file that holds the sentence.
  public let file: String?
  /// Where the quotation begins.
  public let position: SourcePosition?
}
