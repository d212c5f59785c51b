import OntologyModel

/// An organization found by the form of its name: a stem and an ending such as 医院 or 有限公司.
public struct OrganizationForm: Sendable, Hashable {
  /// The whole name, in reading offsets.
  public let range: Range<Int>
  /// The ending.
  public let suffix: Range<Int>
  /// What the ending says it is.
  public let type: EntityType
  /// Whether the name starts with a known place or organization.
  public let startsWithName: Bool
  /// Whether it starts with 省 市 区 县 州 … standing for a place named elsewhere (市消防局).
  public let isRelative: Bool

  /// Makes a form from its parts.
  public init(range: Range<Int>, suffix: Range<Int>, type: EntityType, startsWithName: Bool, isRelative: Bool)
  {
    self.range = range
    self.suffix = suffix
    self.type = type
    self.startsWithName = startsWithName
    self.isRelative = isRelative
  }
}
