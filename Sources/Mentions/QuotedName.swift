import OntologyModel

/// A string in quotation marks that may be the name of a programme, a company or a school.
public struct QuotedName: Sendable, Hashable {
  /// What stands between the marks, in reading offsets.
  public let inner: Range<Int>
  /// The marks, the string and the head noun that follows, in reading offsets.
  public let whole: Range<Int>
  /// The head noun after the mark (项目), empty when there is none.
  public let head: Range<Int>
  /// How surely this is a programme, in 0…1: by its head noun or its own ending.
  public let programmeScore: Double
  /// The type of body that a following noun names (“藏家织语”的服装品牌), nil for other quotations.
  public var bodyType: EntityType?
}
