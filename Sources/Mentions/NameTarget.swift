/// Something of the ontology that a name may mean, and how strongly the name points to it.
public struct NameTarget: Sendable, Hashable {
  /// What kind of name it is, which says how much context it needs.
  public enum Kind: UInt8, Sendable, Hashable {
    /// The official name of a place (会泽县).
    case placeName
    /// A usual form that ends in the administrative word (寻甸县 for 寻甸回族彝族自治县).
    case placeForm
    /// A bare short name of a place (会泽); weak.
    case placeShort
    /// A character or nickname that stands alone for a place (沪, 申城).
    case abbreviation
    /// The full name of an organization or programme.
    case organizationName
    /// A short or former name that stands alone.
    case organizationAlias
    /// A short name that needs the full name nearby.
    case organizationWeak

    /// Whether the target is a position in `Ontology.places`.
    public var isPlace: Bool { rawValue <= Kind.abbreviation.rawValue }
  }

  /// How strongly the name points to the target.
  public let kind: Kind
  /// Position in `Ontology.places` or `Ontology.organizations`.
  public let index: Int32
  /// Whether the place is a township or a village.
  public let isBelowCounty: Bool

  /// Makes a target.
  public init(_ kind: Kind, _ index: Int, isBelowCounty: Bool = false) {
    self.isBelowCounty = isBelowCounty
    self.kind = kind
    self.index = Int32(index)
  }
}
