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
  private(set) var tokens: [[Token]]
  private let resolver: NameResolver

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

  private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
    " ?!.,;:？！。，；：…~()（）·".unicodeScalars.contains(scalar)
  }

  /// Ids of the places that hold a candidate.
  func placesAbove(_ candidate: NameCandidate) -> [String] { resolver.placesAbove(candidate) }

  /// Whether a word may end or begin here: no letter or digit of one word on both sides.
  private func isBorder(_ index: Int) -> Bool {
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

  private mutating func addNames() {
    for start in scalars.indices {
      guard TypedText.isHan(scalars[start]) || TypedText.isDigit(scalars[start]) || isLatinStart(start) else {
        continue
      }
      if !isBorder(start) { continue }
      for length in 1...min(40, scalars.count - start) {
        let end = start + length
        if !isBorder(end) || Self.isGap(scalars[end - 1]) { continue }
        let text = text(start..<end)
        // One character is no name, but as an abbreviation in compounds that no question needs.
        if length == 1 { continue }
        var found = resolver.exact(text)
        if found.isEmpty {
          let simple = resolver.simplified(text)
          if simple != text { found = resolver.exact(simple) }
        }
        if !found.isEmpty { tokens[start].append(nameToken(found, end)) }
      }
    }
  }

  private func isLatinStart(_ index: Int) -> Bool {
    TypedText.isLatin(scalars[index]) && (index == 0 || !TypedText.isLatin(scalars[index - 1]))
  }

  private func nameToken(_ candidates: [NameCandidate], _ end: Int) -> Token {
    let isKnownHere = candidates.contains { $0.node != nil }
    return Token(content: .name(candidates), end: end, cost: isKnownHere ? 9 : 11)
  }

  /// Up to five words in Latin script: `Huize County`, `bao shan`, `Huì zé`.
  private mutating func addLatinNames() {
    guard scalars.contains(where: TypedText.isLatin) else { return }
    let index = LatinIndex(resolver)
    for start in scalars.indices where isLatinStart(start) {
      var end = start
      for _ in 0..<5 {
        while end < scalars.count,
          TypedText.isLatin(scalars[end]) || scalars[end] == "'" || scalars[end] == "-"
        {
          // The possessive 's belongs to the sentence, not to the name.
          if scalars[end] == "'", end + 1 < scalars.count, scalars[end + 1] == "s", isBorder(end + 2) {
            break
          }
          end += 1
        }
        if end < scalars.count, TypedText.isDigit(scalars[end]), (0x31...0x35).contains(scalars[end].value) {
          end += 1
        }
        let words = Array(scalars[start..<end])
        let found = resolver.latin(words, in: index)
        if !found.isEmpty, !isWord(start, end) { tokens[start].append(nameToken(found, end)) }
        guard end < scalars.count, scalars[end] == " ", end + 1 < scalars.count,
          TypedText.isLatin(scalars[end + 1])
        else { break }
        end += 1
      }
    }
  }

  /// Whether a stretch is a word of the table; such words are never names in Latin script.
  private func isWord(_ start: Int, _ end: Int) -> Bool {
    tokens[start].contains { token in
      if case .word = token.content { return token.end == end }
      return false
    }
  }

  private mutating func addQuotations() {
    let closing: [Unicode.Scalar: Unicode.Scalar] = [
      "“": "”", "「": "」", "『": "』", "《": "》", "\"": "\"", "‘": "’",
    ]
    var start = 0
    while start < scalars.count {
      guard let close = closing[scalars[start]],
        let end = scalars[(start + 1)...].firstIndex(of: close), end > start + 1
      else {
        start += 1
        continue
      }
      let found = resolver.candidates(for: text(start + 1..<end))
      let content: Token.Content = found.isEmpty ? .unknown : .name(found)
      tokens[start].append(Token(content: content, end: end + 1, cost: found.isEmpty ? 500 : 5))
      start = end + 1
    }
  }

  /// Classes of words that no unknown name may hold.
  private static let stops: Set<String> = [
    "who", "which", "what", "many", "help", "helped", "helping", "helper-noun", "recipient-noun", "none",
    "not-get", "most", "relation", "related", "join", "whether", "list", "aux", "be", "help-to",
    "partner-noun",
    "filler",
  ]

  private mutating func addUnknownNames() {
    var isStop = Array(repeating: false, count: scalars.count)
    for start in scalars.indices {
      for token in tokens[start] {
        guard case .word(let name, let value) = token.content, Self.stops.contains(name) else { continue }
        // Short Chinese words occur inside names; there only real question words count.
        if token.end - start == 1, TypedText.isHan(scalars[start]),
          name == "filler" && value != "particle" || name == "be"
        {
          continue
        }
        for position in start..<token.end { isStop[position] = true }
      }
    }
    for start in scalars.indices where !Self.isGap(scalars[start]) && isBorder(start) {
      var end = start
      while end < scalars.count, !isStop[end], scalars[end] == " " || !Self.isGap(scalars[end]) {
        end += 1
        if end - start >= 2, end - start <= 30, isBorder(end), scalars[end - 1] != " ",
          !isExplained(start..<end)
        {
          tokens[start].append(Token(content: .unknown, end: end, cost: 1000 + 10 * (end - start)))
        }
      }
    }
  }

  /// Whether words, names and years explain a stretch from end to end; then it is no unknown name.
  private func isExplained(_ range: Range<Int>) -> Bool {
    var reached: Set<Int> = [range.lowerBound]
    for position in range where reached.contains(position) {
      if Self.isGap(scalars[position]) { reached.insert(position + 1) }
      for token in tokens[position] where token.end <= range.upperBound {
        if case .unknown = token.content { continue }
        reached.insert(token.end)
      }
    }
    return reached.contains(range.upperBound)
  }

  /// The stretches that no word, name or year explains, in the cheapest reading.
  func unexplained() -> [String] {
    var costs = Array(repeating: Int.max, count: scalars.count + 1)
    var previous = Array(repeating: (from: -1, isKnown: true), count: scalars.count + 1)
    costs[0] = 0
    for start in scalars.indices where costs[start] < Int.max {
      func relax(_ end: Int, _ cost: Int, _ isKnown: Bool) {
        if costs[start] + cost < costs[end] {
          costs[end] = costs[start] + cost
          previous[end] = (start, isKnown)
        }
      }
      relax(start + 1, Self.isGap(scalars[start]) ? 0 : 100, Self.isGap(scalars[start]))
      for token in tokens[start] {
        if case .unknown = token.content { continue }
        relax(token.end, token.cost, true)
      }
    }
    var parts: [Range<Int>] = []
    var position = scalars.count
    while position > 0 {
      let step = previous[position]
      if !step.isKnown {
        if let last = parts.last, last.lowerBound == position {
          parts[parts.count - 1] = step.from..<last.upperBound
        } else {
          parts.append(step.from..<position)
        }
      }
      position = step.from
    }
    return parts.reversed().map { text($0) }
  }
}
