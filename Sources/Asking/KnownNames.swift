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
    var isFormer = false
  }

  private var entries: [String: [Entry]] = [:]

  init(_ ontology: Ontology?) {
    guard let ontology else { return }
    let places = ontology.places.prefix { $0.level < .township }
    // The former names last, which give way to a place that is called so today: 保山 is no longer 隆阳区.
    for place in places.filter({ !$0.isFormer }) + places.filter(\.isFormer) {
      let living = ontology.places[ontology.living(place.index)]
      let full = ontology.fullName(of: living.index)
      func add(_ string: String, _ isOfficial: Bool) {
        self.add(
          string,
          Entry(
            entityID: living.entityID, label: living.name, name: full, type: living.type.rawValue,
            isOfficial: isOfficial, isFormer: place.isFormer))
      }
      for form in place.fullForms { add(form, true) }
      add(full, true)
      for short in place.shortNames { add(short, false) }
      addWithPlaces(place, ontology, add)
    }
    for abbreviation in ontology.abbreviations {
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
    let others = entries[string] ?? []
    if others.contains(where: { $0.entityID == entry.entityID || entry.isFormer && !$0.isFormer }) { return }
    entries[string] = others + [entry]
  }
}
