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
  /// The word at its start that stands for a place named elsewhere (市 in 市消防局, 自治区); nil when none does.
  public let relative: Range<Int>?
  /// The word at its start that stands for a body named elsewhere (集团 in 集团工会); nil when none does.
  public let owner: Range<Int>?
  /// Whether it is the short name of a youth league (团区委).
  public let isLeague: Bool

  /// Makes a form from its parts.
  public init(
    range: Range<Int>, suffix: Range<Int>, type: EntityType, startsWithName: Bool,
    relative: Range<Int>? = nil, owner: Range<Int>? = nil, isLeague: Bool = false
  ) {
    self.range = range
    self.suffix = suffix
    self.type = type
    self.startsWithName = startsWithName
    self.relative = relative
    self.owner = owner
    self.isLeague = isLeague
  }
}
