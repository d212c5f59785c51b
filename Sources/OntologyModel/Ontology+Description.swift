extension Ontology: CustomStringConvertible {
  /// The sizes of the main tables; the default, every name of the country, would drown any message.
  public var description: String {
    "Ontology(\(places.count) places, \(organizations.count) organizations, \(fields.count) fields)"
  }
}
