import Mentions
import OntologyModel

/// Finds names with one wrong character: 虹河县 for 红河县, 久冶县 for 久治县.
///
/// A surface that is a real name is never a misprint, and two real names that look or sound alike are never
/// exchanged without a reason in the text.
struct MisprintFinder {
  let ontology: Ontology
  let lexicon: Lexicon
  private static let endings: Set<Unicode.Scalar> = ["县", "市", "区", "州", "旗", "镇", "乡"]

  struct Found {
    var range: Range<Int>
    var place: Int
    var reason: String
    var certainty: Double
  }

  /// Names with one wrong character that end in 县, 市 … and start at a free position.
  ///
  /// - Parameters:
  ///   - isFree: whether a name may start at a position.
  ///   - isTaken: whether a position belongs to a name already.
  func find(
    in text: ScannedText, sentence: Range<Int>, context: PlaceContext, adjacent: (Int) -> Int?,
    isFree: (Int) -> Bool, isTaken: (Int) -> Bool
  ) -> [Found] {
    let scalars = text.reading.scalars
    var found: [Found] = []
    for end in sentence where MisprintFinder.endings.contains(scalars[end]) && !isTaken(end) {
      for length in 3...5 {
        let start = end - length + 1
        guard start >= sentence.lowerBound, isFree(start) || adjacent(start) != nil,
          !(start...end).contains(where: isTaken),
          scalars[start...end].allSatisfy(ScalarClass.isHan)
        else { continue }
        if hasBorder(in: start..<end, text: text) { break }
        if let best = correct(Array(scalars[start...end]), context: context, adjacent: adjacent(start)) {
          found.append(
            Found(range: start..<(end + 1), place: best.place, reason: best.reason, certainty: best.certainty)
          )
          break
        }
      }
    }
    return found
  }

  /// Running text such as 到了县 is no name with a misprint.
  private func hasBorder(in range: Range<Int>, text: ScannedText) -> Bool {
    range.contains { position in
      text.hits(at: position).contains {
        $0.end <= range.upperBound
          && !text.entry($0).classes.isDisjoint(with: [.hardBorder, .genericPart, .descriptor, .softBorder])
          && ($0.length >= 2 || text.entry($0).classes.contains(.hardBorder) || $0.end == range.upperBound)
      }
    }
  }

  private func correct(
    _ surface: [Unicode.Scalar], context: PlaceContext, adjacent: Int?
  ) -> (place: Int, reason: String, certainty: Double)? {
    if let entry = lexicon.entry(of: surface),
      lexicon.targets(of: entry).contains(where: { $0.kind == .placeName || $0.kind == .placeForm })
    {
      return nil
    }
    var best: (place: Int, score: Double, likeness: Double, how: String)?
    var second = 0.0
    for position in 0..<(surface.count - 1) {
      for (other, likeness, how) in alternatives(surface[position]) {
        var name = surface
        name[position] = other
        guard let entry = lexicon.entry(of: name) else { continue }
        for target in lexicon.targets(of: entry) where target.kind == .placeName || target.kind == .placeForm
        {
          let place = ontology.living(Int(target.index))
          let level = ontology.places[place].level
          guard level == .county || level == .prefecture else { continue }
          var score = likeness * 3 + context.support(place).score
          if let adjacent, ontology.isAncestor(adjacent, of: place) { score += 6 }
          if best.map({ score > $0.score && $0.place != place }) ?? true {
            second = best?.score ?? 0
            best = (place, score, likeness, how)
          } else if best?.place != place {
            second = max(second, score)
          }
        }
      }
    }
    guard let best else { return onlyFit(surface, context: context, adjacent: adjacent) }
    // One wrong character of three is a lot: without any context only near-certain look-alikes pass.
    let support = best.score - best.likeness * 3
    guard support >= 1.2 || (best.likeness >= 0.9 && best.score - second >= 0.5) else {
      return onlyFit(surface, context: context, adjacent: adjacent)
    }
    return (best.place, "misprint: \(best.how)", min(0.95, 0.55 + support * 0.06))
  }

  /// The only county that differs in one character, below the place named right before or below a prefecture
  /// that the text names: 迪庆州德软县.
  private func onlyFit(
    _ surface: [Unicode.Scalar], context: PlaceContext, adjacent: Int?
  ) -> (place: Int, reason: String, certainty: Double)? {
    guard surface.count >= 3 else { return nil }
    let parents =
      adjacent.map { [$0] } ?? context.named.keys.filter { ontology.places[$0].level == .prefecture }
    var fits: Set<Int> = []
    for parent in parents {
      for (name, child) in children[parent] ?? []
      where name.count == surface.count && name.last == surface.last && differsOnce(name, surface) {
        fits.insert(child)
      }
    }
    guard fits.count == 1, let only = fits.first else { return nil }
    return (
      only,
      "misprint: the only county of \(ontology.places[ontology.places[only].parent ?? only].name) that differs in one character",
      adjacent == nil ? 0.6 : 0.75
    )
  }

  /// Characters that a scalar may have been mistaken for, with a likeness in 0…1.
  private func alternatives(_ scalar: Unicode.Scalar) -> [(Unicode.Scalar, Double, String)] {
    var options: [Unicode.Scalar: (Double, String)] = [:]
    for (other, likeness) in ontology.lookAlikes[scalar] ?? [] where likeness >= 0.5 {
      options[other] = (likeness, "\(other) looks like \(scalar)")
    }
    for reading in ontology.pinyin[scalar] ?? [] {
      for other in homophones[reading] ?? [] where other != scalar {
        options[other] = (max(0.9, options[other]?.0 ?? 0), "\(other) sounds like \(scalar)")
      }
    }
    return options.map { ($0.key, $0.value.0, $0.value.1) }.sorted { ($1.1, $0.0.value) < ($0.1, $1.0.value) }
  }

  private let homophones: [String: [Unicode.Scalar]]
  private let children: [Int: [(name: [Unicode.Scalar], place: Int)]]

  private func differsOnce(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    var differences = 0
    for index in a.indices where a[index] != b[index] {
      differences += 1
      if differences > 1 { return false }
    }
    return differences == 1
  }

  init(ontology: Ontology, lexicon: Lexicon) {
    self.ontology = ontology
    self.lexicon = lexicon
    // Only characters of county and prefecture names matter.
    var homophones: [String: Set<Unicode.Scalar>] = [:]
    for place in ontology.places where place.level == .county || place.level == .prefecture {
      for scalar in place.name.unicodeScalars {
        for reading in ontology.pinyin[scalar] ?? [] { homophones[reading, default: []].insert(scalar) }
      }
    }
    var children: [Int: [(name: [Unicode.Scalar], place: Int)]] = [:]
    for place in ontology.places where place.level == .county && !place.isFormer {
      guard let parent = place.parent else { continue }
      for form in place.fullForms {
        children[parent, default: []].append((Array(form.unicodeScalars), place.index))
      }
    }
    self.children = children
    self.homophones = homophones.mapValues { $0.sorted { $0.value < $1.value } }
  }
}
