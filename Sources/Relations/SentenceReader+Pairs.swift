import Linking
import Mentions
import OntologyModel

/// How lists pair, and which stretch of text shows a pair.
extension SentenceReader {
  /// Which pairs of two lists belong together: those of one slot, when the slots of both are told apart.
  func slots(
    _ match: PatternMatch, _ from: End, _ to: End
  ) -> (rows: [Int], columns: [Int], factor: Double)? {
    guard from.members.count > 1, to.members.count > 1 else { return nil }
    guard saysEach(match) else {
      // Towns with towns, schools with schools: one to one without saying so.
      let types = Set((from.members + to.members).map { names.document.entities[$0.entity].type })
      guard from.members.count == to.members.count, types.count == 1, let type = types.first,
        type == .township || type == .institution || type == .village
      else { return nil }
      return (Array(from.members.indices), Array(to.members.indices), 0.85)
    }
    if from.members.count == to.members.count {
      return (Array(from.members.indices), Array(to.members.indices), 1)
    }
    let (left, right) = (places(of: from, match[.helper]), places(of: to, match[.recipient]))
    guard let left, let right, left.count == right.count else { return nil }
    return (left.places, right.places, 0.85)
  }

  /// How sure every helper goes with every recipient of two lists that are not told apart.
  func crossFactor(_ match: PatternMatch, _ from: End, _ to: End) -> Double {
    guard from.members.count > 1, to.members.count > 1 else { return 1 }
    if from.members.count == to.members.count { return 0.85 }
    return saysEach(match) ? 0.5 : 1
  }

  private func saysEach(_ match: PatternMatch) -> Bool {
    guard let first = match.tokens.first, let last = match.tokens.last else { return false }
    return tokens.tokens[first...last].contains { token in
      if case .word(let word) = token.content {
        return reader.lexicon.words[word].classes.intersects(reader.classes.each)
      }
      return false
    }
  }

  /// The place of each member in its list, those not known as names counted; nil for names from context.
  private func places(of end: End, _ group: Int?) -> (places: [Int], count: Int)? {
    guard let group else { return nil }
    let scalars = names.document.reading.scalars
    let range = tokens.groups[group].range
    func signs(until stop: Int) -> Int { scalars[range.lowerBound..<stop].count { $0 == "、" } }
    return (end.members.map { signs(until: $0.range.lowerBound) }, signs(until: range.upperBound) + 1)
  }

  /// The clauses from one end to the other, the words between them included.
  func evidence(
    _ match: PatternMatch, _ a: NameGroup.Member, _ b: NameGroup.Member, from: End, to: End
  ) -> Range<Int> {
    var low = Int.max
    var high = Int.min
    for index in match.tokens {
      low = min(low, tokens.tokens[index].clause)
      high = max(high, tokens.tokens[index].clause)
    }
    guard low <= high else { return tokens.range }
    var start = tokens.clauses[low].lowerBound
    var end = tokens.clauses[high].upperBound
    let scalars = names.document.reading.scalars
    // What the act goes on to do, where nobody else is named: 捐赠了设备，协助其建立眼科.
    for clause in tokens.clauses.indices.dropFirst(high + 1).prefix(2) {
      guard tokens.clauses[clause].upperBound - start <= SentenceReader.longestEvidence, goesOn(clause) else {
        break
      }
      end = tokens.clauses[clause].upperBound
    }
    let trimmed: Set<Unicode.Scalar> = ["。", "，", "；", "！", "？", " ", "”", "\n"]
    while end > start, trimmed.contains(scalars[end - 1]), scalars[end - 1] != "”" { end -= 1 }
    while start < end, " \n●".unicodeScalars.contains(scalars[start]) { start += 1 }
    return start..<end
  }

  /// Scalars of evidence beyond which no clause is added.
  private static let longestEvidence = 90

  /// Whether a clause holds an act and no name.
  private func goesOn(_ clause: Int) -> Bool {
    var acts = false
    for token in tokens.tokens where token.clause == clause {
      switch token.content {
      case .name: return false
      case .word(let word): acts = acts || reader.lexicon.words[word].classes.intersects(reader.classes.act)
      default: break
      }
    }
    return acts
  }

  /// The evidence with the clauses after it that name nobody: they go on with the same act.
  func extended(_ evidence: Range<Int>) -> Range<Int> {
    var end = evidence.upperBound
    guard let last = tokens.clauses.lastIndex(where: { $0.lowerBound < evidence.upperBound }) else {
      return evidence
    }
    for clause in tokens.clauses.indices.dropFirst(last + 1).prefix(2) {
      let hasName = tokens.tokens.contains { token in
        if case .name = token.content { return token.clause == clause }
        return false
      }
      if hasName { break }
      end = max(end, tokens.clauses[clause].upperBound)
    }
    return evidence.lowerBound..<end
  }

  /// The clauses of the evidence that speak of one recipient: not those that name others, unless the act is there.
  func told(_ match: PatternMatch, of recipient: Int, in evidence: Range<Int>) -> [Range<Int>] {
    let acting = Set(
      match.tokens.compactMap { index -> Int? in
        guard case .word = tokens.tokens[index].content else { return nil }
        return tokens.tokens[index].clause
      })
    return tokens.clauses.indices.compactMap { clause in
      let range = tokens.clauses[clause].clamped(to: evidence)
      if range.isEmpty { return nil }
      let others = recipientsOfClause[clause]
      let isAbout =
        others.isEmpty || others.contains { tokens.groups[$0].members.contains { $0.entity == recipient } }
      return isAbout || acting.contains(clause) ? range : nil
    }
  }
}
