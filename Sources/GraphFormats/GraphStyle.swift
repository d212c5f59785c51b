public import OntologyModel

/// Labels and colours for drawing. The built-in ones are enough to draw a graph that was read back
/// without its ontology.
public struct GraphStyle: Sendable {
  /// Chinese label of entity types, by raw value.
  public var entityLabels: [String: String]
  /// `#RRGGBB` of entity types, by raw value.
  public var entityColors: [String: String]
  /// Chinese label of relation types, by raw value.
  public var relationLabels: [String: String]
  /// `#RRGGBB` of relation types, by raw value; of assists the colour where no field is known.
  public var relationColors: [String: String]
  /// Ids of the fields of help in the order of the vocabulary.
  public var fieldOrder: [String]
  /// Chinese label of fields, by id.
  public var fieldLabels: [String: String]
  /// `#RRGGBB` of fields, by id.
  public var fieldColors: [String: String]
  /// Names of provinces by code (`530000`).
  public var provinceNames: [String: String]

  /// The style of a graph that was read without its ontology.
  public static let builtIn = GraphStyle()

  /// The built-in style.
  public init() {
    entityLabels = Dictionary(uniqueKeysWithValues: Self.entities.map { ($0.0.rawValue, $0.1) })
    entityColors = Dictionary(uniqueKeysWithValues: Self.entities.map { ($0.0.rawValue, $0.2) })
    relationLabels = Dictionary(uniqueKeysWithValues: Self.relations.map { ($0.0.rawValue, $0.1) })
    relationColors = Dictionary(uniqueKeysWithValues: Self.relations.map { ($0.0.rawValue, $0.2) })
    fieldOrder = Self.helpFields.map(\.0)
    fieldLabels = Dictionary(uniqueKeysWithValues: Self.helpFields.map { ($0.0, $0.1) })
    fieldColors = Dictionary(uniqueKeysWithValues: Self.helpFields.map { ($0.0, $0.2) })
    provinceNames = Dictionary(uniqueKeysWithValues: Self.provinces.map { ("\($0.0)0000", $0.1) })
  }

  /// The built-in style with all that an ontology says otherwise.
  public init(_ ontology: Ontology) {
    self.init()
    for (type, label) in ontology.entityTypes {
      if !label.chinese.isEmpty { entityLabels[type.rawValue] = label.chinese }
      if Self.isColor(label.color) { entityColors[type.rawValue] = label.color }
    }
    for (type, label) in ontology.relationTypes {
      if !label.chinese.isEmpty { relationLabels[type.rawValue] = label.chinese }
      if Self.isColor(label.color) { relationColors[type.rawValue] = label.color }
    }
    if !ontology.fields.isEmpty { fieldOrder = ontology.fields.map(\.id) }
    for field in ontology.fields {
      if !field.chinese.isEmpty { fieldLabels[field.id] = field.chinese }
      if Self.isColor(field.color) { fieldColors[field.id] = field.color }
    }
    for place in ontology.places where place.level == .province && !place.isFormer {
      provinceNames[place.adcode] = place.name
    }
  }

  /// Whether every tool takes it as a colour: `#RRGGBB`.
  static func isColor(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 7 && bytes[0] == UInt8(ascii: "#")
      && UInt32(text.dropFirst(), radix: 16) != nil && bytes[1] != UInt8(ascii: "+")
  }
}
