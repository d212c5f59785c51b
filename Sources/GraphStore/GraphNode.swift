public import OntologyModel

/// An entity as a graph keeps it.
public struct GraphNode: Sendable, Hashable {
  /// `place:310113`, `org:上海市消防局`, `prog:双线九进`; in graphs from elsewhere any string.
  public var entityID: String
  /// The name that people say.
  public var label: String
  /// The full name.
  public var name: String
  /// The raw value of an `EntityType`; in graphs from elsewhere any string, or empty.
  public var type: String
  /// Six-digit code of the place, or of the county that holds it.
  public var adcode: String?
  /// Every surface form found in the input; sorted in graphs, which add the surfaces of their mentions.
  public var aliases: [String]
  /// `#RRGGBB`, where it differs from the colour of the type.
  public var color: String?
  /// Size for drawing, where it does not follow from the number of mentions.
  public var size: Double?
  /// Degrees north, WGS-84.
  public var latitude: Double?
  /// Degrees east, WGS-84.
  public var longitude: Double?
  /// How often the input names it. Graphs give at least the number of mentions that they keep.
  public var mentionCount: Int
  /// What a reader should know, such as `misprint`.
  public var note: String?
  /// Whether it comes from the ontology only and no text names it.
  public var isImplicit: Bool
  /// Entity id of the place above it, or of the place that an organization belongs to.
  public var parent: String?

  /// Makes a node from a type's raw value or a foreign type.
  public init(
    entityID: String, label: String = "", name: String = "", type: String = "", adcode: String? = nil,
    aliases: [String] = [], color: String? = nil, size: Double? = nil, latitude: Double? = nil,
    longitude: Double? = nil, mentionCount: Int = 0, note: String? = nil, isImplicit: Bool = false,
    parent: String? = nil
  ) {
    self.entityID = entityID
    self.label = label
    self.name = name
    self.type = type
    self.adcode = adcode
    self.aliases = aliases
    self.color = color
    self.size = size
    self.latitude = latitude
    self.longitude = longitude
    self.mentionCount = mentionCount
    self.note = note
    self.isImplicit = isImplicit
    self.parent = parent
  }

  /// Makes a node of a known type.
  public init(
    entityID: String, label: String = "", name: String = "", type: EntityType, adcode: String? = nil,
    aliases: [String] = [], color: String? = nil, size: Double? = nil, latitude: Double? = nil,
    longitude: Double? = nil, mentionCount: Int = 0, note: String? = nil, isImplicit: Bool = false,
    parent: String? = nil
  ) {
    self.init(
      entityID: entityID, label: label, name: name, type: type.rawValue, adcode: adcode, aliases: aliases,
      color: color, size: size, latitude: latitude, longitude: longitude, mentionCount: mentionCount,
      note: note, isImplicit: isImplicit, parent: parent)
  }

  /// The type, when it is one of ours.
  public var entityType: EntityType? { EntityType(rawValue: type) }
}
