import OntologyModel

/// Something that a document names, after linking: one entity for all its names in the document.
public struct Entity: Sendable, Hashable {
  /// `place:310113`, `org:上海市消防局`, `prog:双线九进`.
  public let id: String
  /// What it is.
  public let type: EntityType
  /// The full name, unique as far as the ontology and the text give it.
  public let name: String
  /// The name that people say.
  public let label: String
  /// For places the place itself, for others the place they belong to; a position in `Ontology.places`.
  public let home: Int?

  /// Makes an entity.
  public init(id: String, type: EntityType, name: String, label: String, home: Int?) {
    self.id = id
    self.type = type
    self.name = name
    self.label = label
    self.home = home
  }
}
