/// A noun phrase of a question.
struct Phrase {
  /// The names in it; each with the range that it stands in and what it may mean.
  var names: [Name] = []
  var kinds: [KindChoice] = []
  var regions: [Name] = []
  var isAsked = false
  /// Whether it is a bare question word (谁, who).
  var isWho = false
  var isCount = false
  var isWithin = false
  var end: Int
  var cost: Int

  /// A name in a question, undecided.
  struct Name {
    let range: Range<Int>
    let candidates: [NameCandidate]
  }
}

/// Reads the noun phrases that begin at a position: `谁`, `上海哪些区`, `云南的县`, `会泽县和宣威市`.
struct PhraseReader {
  let lattice: QuestionLattice
  let words: QuestionWords
  private var known: [Int: [Phrase]] = [:]

  init(_ lattice: QuestionLattice, _ words: QuestionWords) {
    self.lattice = lattice
    self.words = words
  }

  /// All readings; cached by position.
  mutating func phrases(at position: Int) -> [Phrase] {
    let start = lattice.skip(position)
    if let found = known[start] { return found }
    let found = who(start) + kinds(start) + names(start)
    known[start] = found
    return found
  }

  private func word(_ name: String, at position: Int) -> [(value: String, range: Range<Int>, cost: Int)] {
    let start = lattice.skip(position)
    return lattice.tokens[start].compactMap { token in
      guard case .word(name, let value) = token.content else { return nil }
      return (value, start..<token.end, token.cost)
    }
  }

  /// Positions after a word of a class, and `position` itself.
  private func maybe(_ name: String, at position: Int) -> [(Int, Int)] {
    [(position, 0)] + word(name, at: position).map { ($0.range.upperBound, $0.cost) }
  }

  private func who(_ start: Int) -> [Phrase] {
    word("who", at: start).map { found in
      var phrase = Phrase(isAsked: true, isWho: true, end: found.range.upperBound, cost: found.cost)
      if found.value == "place" {
        phrase.kinds = [
          words.kind(
            "Province|Prefecture|District|County|Township|Village",
            word: lattice.text(found.range))
        ]
      }
      return phrase
    }
  }

  // MARK: Kinds

  private func kinds(_ start: Int) -> [Phrase] {
    var phrases = determined(start, regions: [], cost: 0)
    for region in regionNames(start) {
      for (next, ofCost) in maybe("of", at: region.end) {
        for (after, haveCost) in maybe("have", at: next) {
          let cost = region.cost + ofCost + haveCost
          phrases += determined(after, regions: [region.name], cost: cost)
        }
        for within in word("within", at: next) {
          for (after, innerOf) in maybe("of", at: within.range.upperBound) {
            for (last, haveCost) in maybe("have", at: after) {
              phrases += determined(
                last, regions: [region.name],
                cost: region.cost + ofCost + within.cost + innerOf + haveCost)
            }
          }
        }
      }
    }
    for at in word("at", at: start) {
      for region in regionNames(at.range.upperBound) {
        for of in word("of", at: region.end) {
          phrases += determined(
            of.range.upperBound, regions: [region.name], cost: at.cost + region.cost + of.cost)
        }
      }
    }
    return phrases
  }

  /// `哪些 区`, `多少 家 企业`, `各 县`, `区`.
  private func determined(_ start: Int, regions: [Phrase.Name], cost: Int) -> [Phrase] {
    var result: [Phrase] = []
    for (determiner, isCount) in [("which", false), ("many", true)] {
      for found in word(determiner, at: start) {
        for (next, measureCost) in maybe("measure", at: found.range.upperBound) {
          let soFar = cost + found.cost + measureCost
          result += typed(next, regions, soFar, isAsked: true, isCount)
          if regions.isEmpty {
            result.append(Phrase(isAsked: true, isCount: isCount, end: next, cost: soFar + 1))
            for region in regionNames(next) {
              for (after, ofCost) in maybe("of", at: region.end) {
                result += typed(after, [region.name], soFar + region.cost + ofCost, isAsked: true, isCount)
              }
            }
          }
        }
      }
    }
    for all in word("all", at: start) {
      for (next, measureCost) in maybe("measure", at: all.range.upperBound) {
        result += typed(next, regions, cost + all.cost + measureCost, isAsked: false, false)
      }
    }
    return result + typed(start, regions, cost, isAsked: false, false)
  }

  private func typed(
    _ start: Int, _ regions: [Phrase.Name], _ cost: Int, isAsked: Bool, _ isCount: Bool
  ) -> [Phrase] {
    var result: [Phrase] = []
    for found in word("type", at: start) {
      let kind = words.kind(found.value, word: lattice.text(found.range))
      let phrase = Phrase(
        kinds: [kind], regions: regions, isAsked: isAsked, isCount: isCount, end: found.range.upperBound,
        cost: cost + found.cost)
      result.append(phrase)
      for and in word("and", at: phrase.end) {
        for other in word("type", at: and.range.upperBound) {
          var both = phrase
          both.kinds.append(words.kind(other.value, word: lattice.text(other.range)))
          both.end = other.range.upperBound
          both.cost += and.cost + other.cost
          result.append(both)
        }
      }
      if regions.isEmpty {
        // counties in Yunnan, districts of Shanghai
        for preposition in ["en-of", "at", "from"] {
          for link in word(preposition, at: phrase.end)
          where !TypedText.isHan(lattice.scalars[link.range.lowerBound]) {
            for region in regionNames(link.range.upperBound) {
              var placed = phrase
              placed.regions = [region.name]
              placed.end = region.end
              placed.cost += link.cost + region.cost
              result.append(placed)
            }
          }
        }
      }
    }
    return result
  }

  // MARK: Names

  /// Names of places that can hold others.
  private func regionNames(_ position: Int) -> [(name: Phrase.Name, end: Int, cost: Int)] {
    let start = lattice.skip(position)
    return lattice.tokens[start].compactMap { token in
      guard case .name(let candidates) = token.content else { return nil }
      let places = candidates.filter { KindChoice.placeTypes.contains($0.type) && $0.type != "Village" }
      if places.isEmpty { return nil }
      return (Phrase.Name(range: start..<token.end, candidates: places), token.end, token.cost)
    }
  }

  private func names(_ start: Int) -> [Phrase] {
    var result: [Phrase] = []
    for single in singleNames(start) {
      result.append(single)
      result += withMore(single, limit: 4)
      for within in word("within", at: single.end) {
        var phrase = single
        phrase.isWithin = true
        phrase.end = within.range.upperBound
        phrase.cost += within.cost
        result.append(phrase)
      }
    }
    return result
  }

  private func withMore(_ phrase: Phrase, limit: Int) -> [Phrase] {
    if limit == 0 { return [] }
    var result: [Phrase] = []
    for and in word("and", at: phrase.end) {
      for next in singleNames(and.range.upperBound) {
        var longer = phrase
        longer.names += next.names
        longer.end = next.end
        longer.cost += and.cost + next.cost
        result.append(longer)
        result += withMore(longer, limit: limit - 1)
      }
    }
    return result
  }

  private func singleNames(_ position: Int) -> [Phrase] {
    let start = lattice.skip(position)
    var result: [Phrase] = []
    for token in lattice.tokens[start] {
      switch token.content {
      case .name(let candidates):
        let name = Phrase.Name(range: start..<token.end, candidates: candidates)
        result.append(Phrase(names: [name], end: token.end, cost: token.cost))
        result += placed(name, after: token)
      case .unknown:
        let name = Phrase.Name(range: start..<token.end, candidates: [])
        result.append(Phrase(names: [name], end: token.end, cost: token.cost))
      default: break
      }
    }
    return result
  }

  /// `上海的宝山区`, `云南保山`: a name with the place that holds it.
  private func placed(_ region: Phrase.Name, after token: QuestionLattice.Token) -> [Phrase] {
    let homes = Set(region.candidates.filter { KindChoice.placeTypes.contains($0.type) }.map(\.entityID))
    if homes.isEmpty { return [] }
    var result: [Phrase] = []
    for (next, ofCost) in maybe("of", at: token.end) {
      let start = lattice.skip(next)
      for inner in lattice.tokens[start] {
        guard case .name(let candidates) = inner.content else { continue }
        let inside = candidates.filter { !homes.isDisjoint(with: lattice.placesAbove($0)) }
        if inside.isEmpty { continue }
        let name = Phrase.Name(range: region.range.lowerBound..<inner.end, candidates: inside)
        result.append(Phrase(names: [name], end: inner.end, cost: token.cost + ofCost + inner.cost))
      }
    }
    return result
  }
}
