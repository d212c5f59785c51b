import GraphStore
import OntologyModel

/// Names in Latin script by their letters: English names, and pinyin of names and short names.
struct LatinIndex: Sendable {
  private(set) var candidates: [String: [NameCandidate]] = [:]
  private let readings: [Unicode.Scalar: [String]]

  /// Indexes the graph and, for what it does not hold, the ontology's places. O(nodes and their names).
  init(_ resolver: NameResolver) {
    readings = resolver.ontology?.pinyin ?? [:]
    let graph = resolver.graph
    for node in graph.nodeIDs {
      let candidate = NameCandidate(node, in: graph, way: .latin)
      var keys: Set<String> = []
      for name in Set([candidate.label, candidate.name] + graph.node(node).aliases) {
        keys.formUnion(self.keys(of: name))
        if let bare = Self.bare(name) { keys.formUnion(self.keys(of: bare)) }
      }
      if let ontology = resolver.ontology, let place = ontology.placeByEntityID[candidate.entityID] {
        keys.formUnion(self.keys(of: ontology.places[place]))
      }
      for key in keys { add(key, candidate) }
    }
    guard let ontology = resolver.ontology else { return }
    for place in ontology.places.prefix(while: { $0.level < .township }) where !place.isFormer {
      if graph.node(withEntityID: place.entityID) != nil { continue }
      let candidate = NameCandidate(
        entityID: place.entityID, label: place.name, name: ontology.fullName(of: place.index),
        type: place.type.rawValue, node: nil, way: .latin)
      for key in keys(of: place) { add(key, candidate) }
    }
  }

  /// What a key stands for; nodes of the graph hide others.
  subscript(key: String) -> [NameCandidate] {
    let found = candidates[key] ?? []
    let held = found.filter { $0.node != nil }
    return held.isEmpty ? found : held
  }

  private mutating func add(_ key: String, _ candidate: NameCandidate) {
    if key.utf8.count < 2 { return }
    if candidates[key]?.contains(where: { $0.entityID == candidate.entityID }) == true { return }
    candidates[key, default: []].append(candidate)
  }

  private func keys(of place: Place) -> Set<String> {
    let syllables = place.pinyin.split(separator: " ")
    var keys: Set<String> = []
    func add(_ key: String) {
      keys.insert(key)
      keys.insert(key.split(separator: "v", omittingEmptySubsequences: false).joined(separator: "u"))
    }
    add(syllables.joined())
    for form in place.fullForms + place.shortNames {
      let length = form.unicodeScalars.count
      if place.name.hasPrefix(form), length > 1, length <= syllables.count {
        add(syllables.prefix(length).joined())
      } else {
        keys.formUnion(self.keys(of: form))
      }
    }
    for name in place.english { keys.insert(TypedText.latinKey(name.unicodeScalars)) }
    return keys
  }

  /// Pinyin of a name in all its readings, as far as these are few.
  private func keys(of name: String) -> Set<String> {
    var keys: Set<String> = [""]
    for scalar in name.unicodeScalars {
      if TypedText.isHan(scalar) {
        guard let syllables = readings[scalar], !syllables.isEmpty else { return [] }
        let used = keys.count * syllables.count <= 8 ? syllables : [syllables[0]]
        keys = Set(keys.flatMap { key in used.map { key + $0 } })
      } else if TypedText.isLatin(scalar) {
        let letter = TypedText.latinKey(CollectionOfOne(scalar))
        keys = Set(keys.map { $0 + letter })
      }
    }
    keys.formUnion(
      keys.map { $0.split(separator: "v", omittingEmptySubsequences: false).joined(separator: "u") })
    return keys
  }

  private static func bare(_ name: String) -> String? {
    for ending in ["藏族自治州", "自治州", "地区", "县", "市", "区", "省", "州", "镇", "乡", "村"]
    where name.hasSuffix(ending) && name.count >= ending.count + 2 {
      return String(name.dropLast(ending.count))
    }
    return nil
  }
}
