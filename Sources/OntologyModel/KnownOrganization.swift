/// An enterprise, agency, institution, organization or programme that the ontology knows by name.
public struct KnownOrganization: Sendable, Hashable {
  /// The name that makes the id: `org:` or, for programmes, `prog:` and this name.
  public let name: String
  /// What it is.
  public let type: EntityType
  /// Short and former names that can stand alone.
  public let aliases: [String]
  /// Short names that need the full name or the home place nearby.
  public let weakAliases: [String]
  /// Position in `Ontology.places` of the place it belongs to, where known.
  public let home: Int?
  /// A coarse class from the table (university, hospital, gov …).
  public let category: String

  /// Makes a known organization; used by the loader and by tests.
  public init(
    name: String, type: EntityType, aliases: [String] = [], weakAliases: [String] = [], home: Int? = nil,
    category: String = ""
  ) {
    self.name = name
    self.type = type
    self.aliases = aliases
    self.weakAliases = weakAliases
    self.home = home
    self.category = category
  }
}
