import GraphStore
import OntologyModel

extension NameResolver {
  /// Names like an unknown one: those that sound or look like it count as nearly equal (虹河县, 红河县). For
  /// two places in one word (沪滇) the two.
  ///
  /// - Parameter elsewhere: What the ontology knows under the very name.
  /// - Complexity: O(names × length²).
  public func suggestions(
    for name: String, elsewhere: [NameCandidate] = [], limit: Int = 5
  ) -> NameSuggestions {
    let typed = Self.trimmed(TypedText.folded(name))
    var similar: [NameCandidate]
    if typed.contains(where: TypedText.isHan) {
      let simple = Array(simplified(TypedText.string(typed)).unicodeScalars)
      similar = parts(of: simple) + lookingLike(simple)
    } else {
      similar = soundingLike(typed)
    }
    var told = Set(elsewhere.map(\.entityID))
    similar = similar.filter { told.insert($0.entityID).inserted }
    return NameSuggestions(
      similar: Array(similar.prefix(limit)), elsewhere: elsewhere.filter { $0.node == nil })
  }

  /// What the two characters of a name stand for, each for itself, where both do.
  private func parts(of name: [Unicode.Scalar]) -> [NameCandidate] {
    guard name.count == 2 else { return [] }
    let parts = name.map { exact(String($0)).filter { $0.node != nil } }
    return parts.contains(where: \.isEmpty) ? [] : Array(parts.joined())
  }

  private func lookingLike(_ typed: [Unicode.Scalar]) -> [NameCandidate] {
    let likeness = Likeness(ontology)
    var scored: [(score: Double, candidate: NameCandidate)] = []
    var known: Set<String> = []
    for node in graph.nodeIDs where !graph.isImplicit(node) {
      let names = Set([graph.label(of: node), graph.name(of: node)] + graph.node(node).aliases)
      let best = names.map { likeness.score(typed, Array($0.unicodeScalars)) }.max() ?? 0
      if best >= Likeness.threshold {
        scored.append((best, NameCandidate(node, in: graph, way: .longer)))
        known.insert(graph.entityID(of: node))
      }
    }
    // Only what is very alike is worth naming when no text names it.
    for place in ontology?.places.prefix(while: { $0.level < .township }) ?? []
    where !place.isFormer && !known.contains(place.entityID) {
      let score = likeness.score(typed, Array(place.name.unicodeScalars)) - 0.1
      if score >= 0.8, let ontology {
        scored.append(
          (
            score,
            NameCandidate(
              entityID: place.entityID, label: place.name, name: ontology.fullName(of: place.index),
              type: place.type.rawValue, node: graph.node(withEntityID: place.entityID), way: .longer)
          ))
      }
    }
    return scored.sorted { ($1.score, $0.candidate.entityID) < ($0.score, $1.candidate.entityID) }
      .map(\.candidate)
  }

  private func soundingLike(_ typed: [Unicode.Scalar]) -> [NameCandidate] {
    let key = Array(TypedText.latinKey(typed).unicodeScalars)
    if key.count < 3 { return [] }
    let likeness = Likeness(nil)
    var best: [String: (score: Double, candidate: NameCandidate)] = [:]
    for (other, candidates) in LatinIndex(self).candidates {
      let scalars = Array(other.unicodeScalars)
      if abs(scalars.count - key.count) > 3 { continue }
      let score = likeness.score(key, scalars)
      if score < 0.7 { continue }
      for candidate in candidates where candidate.node != nil {
        if score > best[candidate.entityID]?.score ?? 0 { best[candidate.entityID] = (score, candidate) }
      }
    }
    return best.values.sorted { ($1.score, $0.candidate.entityID) < ($0.score, $1.candidate.entityID) }
      .map(\.candidate)
  }
}

/// How alike two names are, in 0…1.
struct Likeness {
  static let threshold = 0.6
  private let ontology: Ontology?

  init(_ ontology: Ontology?) { self.ontology = ontology }

  /// One minus the weighted edit distance over the longer length; a name inside the other counts at least 0.65.
  func score(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Double {
    if a.isEmpty || b.isEmpty { return 0 }
    var row = (0...b.count).map(Double.init)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = Double(i + 1)
      for (j, y) in b.enumerated() {
        let cost = min(row[j] + 1, row[j + 1] + 1, diagonal + (x == y ? 0 : difference(x, y)))
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    let likeness = 1 - row[b.count] / Double(max(a.count, b.count))
    let (long, short) = a.count > b.count ? (a, b) : (b, a)
    let isInside =
      short.count >= 2 && (0...(long.count - short.count)).contains { long[$0...].starts(with: short) }
    return isInside ? max(likeness, 0.65) : likeness
  }

  private func difference(_ x: Unicode.Scalar, _ y: Unicode.Scalar) -> Double {
    guard let ontology else { return 1 }
    if let one = ontology.pinyin[x], let other = ontology.pinyin[y], !Set(one).isDisjoint(with: other) {
      return 0.2
    }
    let alike = ontology.lookAlikes[x]?.first { $0.0 == y } ?? ontology.lookAlikes[y]?.first { $0.0 == x }
    return alike.map { 1 - 0.8 * $0.1 } ?? 1
  }
}
