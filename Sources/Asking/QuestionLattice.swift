import GraphStore
import OntologyModel

/// A question with all words, names and years that it may be read as, by where they begin.
struct QuestionLattice {
  /// A reading of a stretch.
  struct Token {
    enum Content {
      case word(String, value: String)
      case name([NameCandidate])
      case years(ClosedRange<Int>)
      /// A name that nobody knows.
      case unknown
    }

    let content: Content
    let end: Int
    let cost: Int
  }

  let scalars: [Unicode.Scalar]
  var tokens: [[Token]]
  let resolver: NameResolver

  init(_ text: String, _ resolver: NameResolver, _ words: QuestionWords) {
    self.resolver = resolver
    scalars = TypedText.folded(text)
    tokens = Array(repeating: [], count: scalars.count + 1)
    addWords(words)
    addYears()
    addNames()
    addLatinNames()
    addQuotations()
    addUnknownNames()
  }

  func text(_ range: Range<Int>) -> String { TypedText.string(scalars[range]) }

  /// The first position at or after `index` that is neither space nor punctuation.
  func skip(_ index: Int) -> Int {
    var index = index
    while index < scalars.count, Self.isGap(scalars[index]) { index += 1 }
    return index
  }

  static func isGap(_ scalar: Unicode.Scalar) -> Bool {
    " ?!.,;:？！。，；：…~()（）·".unicodeScalars.contains(scalar)
  }

  /// Ids of the places that hold a candidate.
  func placesAbove(_ candidate: NameCandidate) -> [String] { resolver.placesAbove(candidate) }

  /// Whether a word may end or begin here: no letter or digit of one word on both sides.
  func isBorder(_ index: Int) -> Bool {
    if index <= 0 || index >= scalars.count { return true }
    let (before, after) = (scalars[index - 1], scalars[index])
    return !(TypedText.isLatin(before) && TypedText.isLatin(after))
      && !(TypedText.isDigit(before) && TypedText.isDigit(after))
  }

  private mutating func addWords(_ words: QuestionWords) {
    // Traditional script in questions is read by its simplified forms.
    let folded = Array(resolver.simplified(TypedText.string(scalars)).lowercased().unicodeScalars)
    guard folded.count == scalars.count else { return }
    for start in folded.indices {
      for word in words.byFirst[folded[start]] ?? [] {
        let end = start + word.scalars.count
        guard end <= folded.count, folded[start..<end].elementsEqual(word.scalars), isBorder(start),
          isBorder(end)
        else { continue }
        // Fillers are the last thing that a word should be.
        let cost = word.wordClass == "filler" ? 12 : 10
        tokens[start].append(Token(content: .word(word.wordClass, value: word.value), end: end, cost: cost))
      }
    }
  }

  private func hasWord(_ name: String, from start: Int) -> [Int] {
    tokens[start].compactMap { token in
      if case .word(name, _) = token.content { return token.end }
      return nil
    }
  }

  /// `2020`, `2020年`, `in 2020`, `2018—2020年`, `从2018年到2020年`, `from 2018 to 2020`, `2018年以来`.
  private mutating func addYears() {
    var plain: [Int: (year: Int, end: Int)] = [:]
    for start in scalars.indices where isBorder(start) && start + 4 <= scalars.count && isBorder(start + 4) {
      let digits = scalars[start..<start + 4]
      guard digits.allSatisfy(TypedText.isDigit), let year = Int(TypedText.string(digits)),
        (1949...2100).contains(year)
      else { continue }
      plain[start] = (year, start + 4)
    }
    for (start, found) in plain {
      var spans: [(ClosedRange<Int>, Int)] = [(found.year...found.year, found.end)]
      for end in hasWord("year-mark", from: found.end) { spans.append((found.year...found.year, end)) }
      for end in hasWord("year-since", from: found.end) { spans.append((found.year...9999, end)) }
      for middle in hasWord("year-to", from: skip(found.end)) {
        guard let last = plain[skip(middle)], last.year >= found.year else { continue }
        spans.append((found.year...last.year, last.end))
        for end in hasWord("year-mark", from: last.end) { spans.append((found.year...last.year, end)) }
      }
      var starts = [start]
      for before in max(0, start - 12)..<start {
        if hasWord("year-in", from: before).contains(where: { skip($0) == start }) { starts.append(before) }
      }
      for (range, end) in spans {
        for from in starts { tokens[from].append(Token(content: .years(range), end: end, cost: 8)) }
      }
    }
  }
}
