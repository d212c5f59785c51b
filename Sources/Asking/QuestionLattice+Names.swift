import GraphStore

/// Names, known and unknown, and what nothing explains.
extension QuestionLattice {
  mutating func addNames() {
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
  mutating func addLatinNames() {
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

  mutating func addQuotations() {
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

  mutating func addUnknownNames() {
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
