import OntologyModel

/// The names that the ontology knows, by string: places down to the county with short and former names,
/// abbreviations, organizations and programmes.
struct KnownNames: Sendable {
  /// What a string stands for.
  struct Entry: Sendable {
    let entityID: String
    let label: String
    let name: String
    let type: String
    let isOfficial: Bool
  }

  private var entries: [String: [Entry]] = [:]

  init(_ ontology: Ontology?) {
    guard let ontology else { return }
    for place in ontology.places.prefix(while: { $0.level < .township }) {
      let living = ontology.places[ontology.living(place.index)]
      let full = ontology.fullName(of: living.index)
      func add(_ string: String, _ isOfficial: Bool) {
        self.add(
          string,
          Entry(
            entityID: living.entityID, label: living.name, name: full, type: living.type.rawValue,
            isOfficial: isOfficial))
      }
      for form in place.fullForms { add(form, true) }
      add(full, true)
      for short in place.shortNames where short.unicodeScalars.count > 1 { add(short, false) }
      addWithPlaces(place, ontology, add)
    }
    for abbreviation in ontology.abbreviations where abbreviation.surface.unicodeScalars.count > 1 {
      let place = ontology.places[abbreviation.place]
      add(
        abbreviation.surface,
        Entry(
          entityID: place.entityID, label: place.name, name: ontology.fullName(of: place.index),
          type: place.type.rawValue, isOfficial: false))
    }
    for body in ontology.organizations {
      let entry = Entry(
        entityID: (body.type == .programme ? "prog:" : "org:") + body.name, label: body.name, name: body.name,
        type: body.type.rawValue, isOfficial: false)
      for string in [body.name] + body.aliases + body.weakAliases { add(string, entry) }
    }
  }

  /// What a string stands for; empty when it is unknown. O(length).
  func entries(of string: String) -> [Entry] { entries[string] ?? [] }

  /// `上海宝山`, `上海宝山区`, `云南会泽`: the short name of the province before.
  private func addWithPlaces(_ place: Place, _ ontology: Ontology, _ add: (String, Bool) -> Void) {
    guard place.parent != nil, !place.isFormer else { return }
    let province = ontology.places[ontology.province(of: place.index)]
    for front in [province.name] + province.shortNames {
      add(front + place.name, true)
      for short in place.shortNames where short.unicodeScalars.count > 1 { add(front + short, false) }
    }
  }

  private mutating func add(_ string: String, _ entry: Entry) {
    if entries[string]?.contains(where: { $0.entityID == entry.entityID }) == true { return }
    entries[string, default: []].append(entry)
  }
}
