import Mentions
import OntologyModel

extension LinkingPass {
  /// Builds the entities and mentions of the document from the drafts.
  func table() -> LinkedDocument {
    var positions: [String: Int] = [:]
    var entities: [Entity] = []
    var mentions: [LinkedMention] = []
    var keys: [LinkDraft.Target: String] = [:]
    let names = bestNames(&keys)
    var indexByRange: [Range<Int>: Int] = [:]
    for (index, draft) in drafts.enumerated() where indexByRange[draft.range] == nil {
      indexByRange[draft.range] = index
    }
    var known: [LinkDraft.Target: Int] = [:]
    for draft in drafts {
      let target = draft.alias ?? draft.target
      if let position = known[target] {
        mentions.append(mention(draft, entity: position, indexByRange: indexByRange))
        continue
      }
      let entity = entity(for: target, names: names, keys: keys)
      let position: Int
      if let known = positions[entity.id] {
        position = known
      } else {
        position = entities.count
        positions[entity.id] = position
        entities.append(entity)
      }
      known[target] = position
      mentions.append(mention(draft, entity: position, indexByRange: indexByRange))
    }
    return LinkedDocument(reading: text.reading, entities: entities, mentions: mentions)
  }

  private func mention(_ draft: LinkDraft, entity: Int, indexByRange: [Range<Int>: Int]) -> LinkedMention {
    LinkedMention(
      range: draft.range, entity: entity, form: draft.form, certainty: draft.certainty, reason: draft.reason,
      note: draft.note, within: draft.within.flatMap { indexByRange[$0] }, runnersUp: draft.runnersUp,
      score: draft.score)
  }

  /// For organizations by form: the key of the body, from its name.
  private func key(_ name: String, type: EntityType, home: Int?) -> String {
    var rest = name
    if let home {
      for place in [home] + ontology.ancestors(of: home) {
        for form in ontology.places[place].shortNames + ontology.places[place].fullForms
        where rest.hasPrefix(form) && rest.count > form.count + 1 {
          // Cut the longest chain of place names at the head.
          rest = cutPlaces(rest, home: home)
          return linker.naming.key(home: home, rest: rest, type: type)
        }
      }
    }
    return linker.naming.key(home: nil, rest: rest, type: type)
  }

  private func cutPlaces(_ name: String, home: Int) -> String {
    var rest = name
    for place in ontology.ancestors(of: home).reversed() + [home] {
      let forms = Set(ontology.places[place].fullForms + ontology.places[place].shortNames)
      if let form = forms.filter({ rest.hasPrefix($0) && rest.count > $0.count }).max(by: {
        ($0.count, $1) < ($1.count, $0)
      }) {
        rest = String(rest.dropFirst(form.count))
      }
    }
    return rest
  }

  /// 甘南藏族自治州合作市职业技术学校 is called 合作市职业技术学校: of the places at the head only the lowest is said.
  private func withoutUpperPlaces(_ name: String, home: Int?) -> String {
    guard let home else { return name }
    var label = name
    let chain = ontology.ancestors(of: home).reversed() + [home]
    for (number, place) in chain.enumerated().dropLast() {
      let forms = ontology.places[place].fullForms + ontology.places[place].shortNames
      let lower = chain[(number + 1)...].flatMap { ontology.places[$0].fullForms }
      guard
        let form = forms.filter({ label.hasPrefix($0) }).max(by: { $0.count < $1.count }),
        case let rest = label.dropFirst(form.count), lower.contains(where: { rest.hasPrefix($0) })
      else { continue }
      label = String(rest)
    }
    return label
  }

  /// The fullest name of each body found by form, by key.
  private func bestNames(_ keys: inout [LinkDraft.Target: String]) -> [String: String] {
    var names: [String: String] = [:]
    for draft in drafts {
      let target = draft.alias ?? draft.target
      guard keys[target] == nil, case .organization(let name, let type, let home) = target else { continue }
      let key = key(name, type: type, home: home)
      keys[target] = key
      if let other = names[key], (other.unicodeScalars.count, name) >= (name.unicodeScalars.count, other) {
        continue
      }
      names[key] = name
    }
    return names
  }

  /// The name that people say: the full name unless it is long and has a usual short form.
  private func label(of known: KnownOrganization) -> String {
    guard known.name.unicodeScalars.count > 8 else { return known.name }
    return known.aliases.first { $0.unicodeScalars.count >= 3 } ?? known.name
  }

  private func entity(for target: LinkDraft.Target, names: [String: String], keys: [LinkDraft.Target: String])
    -> Entity
  {
    switch target {
    case .place(let index):
      let place = ontology.places[index]
      return Entity(
        id: place.entityID, type: place.type, name: ontology.fullName(of: index),
        label: place.fullForms.dropFirst().first ?? place.name, home: index)
    case .unlistedPlace(let parent, let name, let level):
      let adcode = ontology.places[parent].adcode
      return Entity(
        id: "place:\(adcode)/\(name)", type: level == .village ? .village : .township,
        name: ontology.fullName(of: parent) + name, label: name, home: parent)
    case .known(let index):
      let known = ontology.organizations[index]
      let prefix = known.type == .programme ? "prog:" : "org:"
      return Entity(
        id: prefix + known.name, type: known.type, name: known.name,
        label: label(of: known), home: known.home)
    case .organization(let name, let type, let home):
      let best = keys[target].flatMap { names[$0] } ?? name
      return Entity(
        id: "org:" + best, type: type, name: best, label: withoutUpperPlaces(best, home: home), home: home)
    case .programme(let name):
      return Entity(id: "prog:" + name, type: .programme, name: name, label: name, home: nil)
    }
  }
}
