public import Linking
public import Relations

/// A document with what was read from it.
public struct ReadDocument: Sendable {
  /// The text with its entities and mentions.
  public let linked: LinkedDocument
  /// The statements found, in text order.
  public let relations: [Relation]

  /// Joins the results of the two stages.
  public init(linked: LinkedDocument, relations: [Relation]) {
    self.linked = linked
    self.relations = relations
  }
}
