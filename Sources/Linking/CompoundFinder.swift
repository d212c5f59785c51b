import Mentions
import OntologyModel

/// Finds abbreviations of places: compounds of two (沪滇, 闵保), 援 + one (援疆), and 两 characters quoted.
struct CompoundFinder {
  let ontology: Ontology
  private let byCharacter: [Unicode.Scalar: [Ontology.Abbreviation]]
  private let irregular: [String: (helper: Int, recipient: Int)]
  private let pairs: Set<[Int]>
  private static let followers: [[Unicode.Scalar]] = [
    "协作", "合作", "两地", "对口", "扶贫", "帮扶", "劳务", "携手", "情", "一家", "同心", "产业", "消费", "优品", "双方", "人才", "教育", "医疗",
    "结对", "共建", "联席", "山海", "干部", "文旅", "之间", "往来", "线",
  ].map { Array($0.unicodeScalars) }

  init(ontology: Ontology) {
    self.ontology = ontology
    var byCharacter: [Unicode.Scalar: [Ontology.Abbreviation]] = [:]
    for abbreviation in ontology.abbreviations {
      let scalars = Array(abbreviation.surface.unicodeScalars)
      if scalars.count == 1 { byCharacter[scalars[0], default: []].append(abbreviation) }
    }
    self.byCharacter = byCharacter
    irregular = Dictionary(
      ontology.compounds.map { ($0.surface, ($0.helper, $0.recipient)) },
      uniquingKeysWith: { first, _ in first })
    pairs = Set(ontology.pairings.map { [$0.helper, $0.recipient] })
  }

  /// An abbreviation found: where, which place, and in which longer compound.
  struct Found {
    var range: Range<Int>
    var place: Int
    var compound: Range<Int>
    var reason: String
  }

  /// Prefectures and counties that the text names, by the first two characters of their names. O(places named).
  func owners(in context: PlaceContext) -> [Unicode.Scalar: [Int]] {
    var owners: [Unicode.Scalar: [Int]] = [:]
    for place in context.named.keys.sorted() {
      let level = ontology.places[place].level
      guard level == .prefecture || level == .county else { continue }
      let base = ontology.places[place].shortNames.first ?? ontology.places[place].name
      for scalar in base.unicodeScalars.prefix(2) { owners[scalar, default: []].append(place) }
    }
    return owners
  }

  /// The abbreviations of one sentence.
  ///
  /// - Parameter owners: the places named in full anywhere in the text, by character.
  func find(in text: ScannedText, sentence: Range<Int>, owners: [Unicode.Scalar: [Int]]) -> [Found] {
    let scalars = text.reading.scalars
    var found: [Found] = []
    var position = sentence.lowerBound
    while position + 1 < sentence.upperBound {
      let first = scalars[position]
      let second = scalars[position + 1]
      if first == "援", let options = byCharacter[second] {
        if let place = options.first(where: {
          ontology.places[$0.place].level == .province && ontology.tier(of: $0.place) >= 1
        })?.place {
          found.append(
            Found(
              range: (position + 1)..<(position + 2), place: place, compound: position..<(position + 2),
              reason: "援 with the abbreviation of \(ontology.places[place].name)"))
          position += 2
          continue
        }
      }
      if ScalarClass.isHan(first), ScalarClass.isHan(second),
        byCharacter[first] != nil || owners[first] != nil,
        let pair = pair(first, second, at: position, in: text, sentence: sentence, owners: owners)
      {
        let compound = position..<(position + 2)
        let why = "the compound names \(ontology.places[pair.0].name) and \(ontology.places[pair.1].name)"
        found.append(Found(range: position..<(position + 1), place: pair.0, compound: compound, reason: why))
        found.append(
          Found(range: (position + 1)..<(position + 2), place: pair.1, compound: compound, reason: why))
        position += 2
        continue
      }
      position += 1
    }
    return found
  }

  private func pair(
    _ first: Unicode.Scalar, _ second: Unicode.Scalar, at position: Int, in text: ScannedText,
    sentence: Range<Int>, owners: [Unicode.Scalar: [Int]]
  ) -> (Int, Int)? {
    guard byCharacter[second] != nil || owners[second] != nil else { return nil }
    let surface = String(String.UnicodeScalarView([first, second]))
    let end = position + 2
    let isFollowed = CompoundFinder.followers.contains { follower in
      end + follower.count <= sentence.upperBound
        && text.reading.scalars[end..<(end + follower.count)].elementsEqual(follower)
    }
    let scalars = text.reading.scalars
    let isQuoted = position > sentence.lowerBound && scalars[position - 1] == "“"
    // 鲁甘、苏陕: one of a list of compounds.
    let isListed =
      (end < sentence.upperBound && scalars[end] == "、")
      || (position > sentence.lowerBound && scalars[position - 1] == "、"
        && (end >= sentence.upperBound || !ScalarClass.isHan(scalars[end])
          || "等各和与".unicodeScalars.contains(scalars[end])))
    if let known = irregular[surface], isFollowed || isQuoted || isSafe(first) {
      return (known.helper, known.recipient)
    }
    let firsts = byCharacter[first] ?? []
    let seconds = byCharacter[second] ?? []
    for a in firsts {
      for b in seconds where a.place != b.place {
        if pairs.contains([a.place, b.place]) || pairs.contains([b.place, a.place]),
          isFollowed || isQuoted || isListed || isSafe(first)
        {
          return (a.place, b.place)
        }
      }
    }
    if let a = firsts.first(where: { $0.standsAlone }), let b = seconds.first(where: { $0.standsAlone }),
      isFollowed
    {
      return (a.place, b.place)
    }
    guard isFollowed || isQuoted else { return nil }
    return composed(first, second, owners: owners)
  }

  private func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    byCharacter[scalar]?.contains { $0.standsAlone } ?? false
  }

  /// Two characters taken from the names of two places that the text names in full, on different sides.
  private func composed(
    _ first: Unicode.Scalar, _ second: Unicode.Scalar, owners: [Unicode.Scalar: [Int]]
  ) -> (Int, Int)? {
    // One character may also be the usual abbreviation of a place (甬凉).
    func candidates(_ scalar: Unicode.Scalar) -> [Int] {
      (owners[scalar] ?? []) + (byCharacter[scalar] ?? []).map(\.place)
    }
    guard owners[first] != nil || owners[second] != nil else { return nil }
    for a in candidates(first) {
      for b in candidates(second) where a != b && ontology.tier(of: a) < ontology.tier(of: b) {
        return (a, b)
      }
    }
    return nil
  }
}
