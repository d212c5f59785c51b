/// Finds all fits of a pattern in a sentence.
struct PatternMatcher {
  /// Characters that may stand between two items of a pattern that are close together.
  static let closeDistance = 6

  /// Characters that may stand between two items side by side.
  static let adjacentDistance = 2

  let sentence: SentenceTokens
  /// Classes by word.
  let classes: [CueSet]
  let names: DocumentNames
  /// Names of one side may fill both ends, for rules whose words alone give the direction.
  var ignoresRoles = false
  /// Recipients that rules have already given to a helper group.
  var served: [Int: Set<Int>] = [:]

  /// All fits with distinct names; name items that come from context are left out of the pattern.
  ///
  /// The search gives up after a fixed number of steps, so that no sentence costs more than a linear one.
  func matches(of pattern: RulePattern, takesCompounds: Bool = false) -> [PatternMatch] {
    guard !pattern.searched.isEmpty, pattern.mayFit(sentence, ignoringRoles: ignoresRoles || takesCompounds)
    else {
      return []
    }
    var search = Search(matcher: self, items: pattern.searched, takesCompounds: takesCompounds)
    for start in sentence.tokens.indices where search.mayStart(at: start) {
      search.run(item: 0, from: start, isFirst: true, match: PatternMatch())
      if search.steps > Search.limit { break }
    }
    return search.found
  }

  private struct Search {
    let matcher: PatternMatcher
    let items: [RulePattern.Item]
    let takesCompounds: Bool
    var found: [PatternMatch] = []
    var steps = 0

    /// Steps after which a search gives up.
    static let limit = 4000

    /// Whether the first item may take a token: a cheap test before the search.
    func mayStart(at index: Int) -> Bool {
      switch (items[0].test, matcher.sentence.tokens[index].content) {
      case (.name, .name), (.colon, .colon), (.dash, .dash), (.bracket, .bracket), (.clauseStart, _),
        (.clauseEnd, _),
        (.listLine, _),
        (.clauseBorder, .border):
        return true
      case (.word(let set, let literals), .word(let word)):
        return literals.isEmpty ? matcher.classes[word].intersects(set) : literals.contains(word)
      default: return items[0].isOptional
      }
    }

    /// Tries to fit the items from `item` on to tokens from `from` on; the first item must take `from` itself.
    mutating func run(item: Int, from: Int, isFirst: Bool, match: PatternMatch) {
      steps += 1
      guard steps <= Search.limit else { return }
      guard item < items.count else {
        if !found.contains(where: { $0.bindsSame(as: match) }) { found.append(match) }
        return
      }
      let current = items[item]
      let tokens = matcher.sentence.tokens
      let previousEnd = match.tokens.last.map { tokens[$0].range.upperBound }
      switch current.test {
      case .listLine:
        if matcher.sentence.isListLine { run(item: item + 1, from: from, isFirst: isFirst, match: match) }
        return
      case .clauseStart:
        guard let first = from < tokens.count ? tokens[from] : nil else { return }
        let start = matcher.sentence.clauses[first.clause].lowerBound
        if first.range.lowerBound - start <= 4, from == 0 || tokens[from - 1].clause != first.clause {
          run(item: item + 1, from: from, isFirst: isFirst, match: match)
        }
        return
      case .clauseEnd:
        guard let last = match.tokens.last.map({ tokens[$0] }) else { return }
        let end = matcher.sentence.clauses[last.clause].upperBound
        if end - last.range.upperBound <= (current.gap.reach == .adjacent ? 1 : 5) {
          run(item: item + 1, from: from, isFirst: isFirst, match: match)
        }
        return
      default: break
      }
      var index = from
      while index < tokens.count {
        let token = tokens[index]
        if current.gap.reach == .close || current.gap.reach == .adjacent, let previousEnd,
          token.range.lowerBound - previousEnd
            > (current.gap.reach == .close ? PatternMatcher.closeDistance : PatternMatcher.adjacentDistance)
        {
          break
        }
        if current.gap.reach == .adjacent, let previousEnd, previousEnd < token.range.lowerBound,
          matcher.names.document.reading.scalars[previousEnd..<token.range.lowerBound].contains("、")
        {
          break
        }
        if let bound = takes(current, token, match) {
          var next = match
          next.tokens.append(index)
          if let bound { next[bound.role] = bound.group }
          run(item: item + 1, from: index + 1, isFirst: false, match: next)
        }
        if isFirst { break }
        // May this token be passed over?
        switch token.content {
        case .border, .colon, .dash, .bracket:
          if current.gap.reach != .sentence { index = tokens.count }
        case .name(let group, let role):
          if current.gap.reach == .close || current.gap.reach == .adjacent
            || blocks(group, role, current.gap, match)
          {
            index = tokens.count
          }
        case .word: break
        }
        index += 1
      }
      if current.isOptional { run(item: item + 1, from: from, isFirst: isFirst, match: match) }
    }

    /// Whether a name between two items stands in the way; a name that is already bound does not.
    private func blocks(_ group: Int, _ role: Role, _ gap: RulePattern.Gap, _ match: PatternMatch) -> Bool {
      let found = matcher.sentence.groups[group]
      guard !found.isBroughtIn, !found.isCompound, !found.isAttribute else {
        return false
      }
      for role in [Role.helper, .recipient, .programme] {
        if let bound = match[role], isSame(group, bound) { return false }
      }
      // A helper of the same recipient does not stand in the way of the next one.
      if role == .helper, let recipient = match[.recipient],
        matcher.served[group]?.contains(recipient) == true
      {
        return false
      }
      switch role {
      case .helper: return !gap.allowsHelpers
      case .recipient: return !gap.allowsRecipients
      case .programme: return false
      }
    }

    /// Whether a group names what is bound already, or only the place above it.
    private func isSame(_ group: Int, _ bound: Int) -> Bool {
      let between = matcher.sentence.groups[group].members
      let known = matcher.sentence.groups[bound].members
      if known.count == 1, matcher.names.holds(between[0].entity, known[0].entity) { return true }
      return between.count == known.count && zip(between, known).allSatisfy { $0.entity == $1.entity }
    }

    /// nil: no fit; .some(nil): a fit without a name.
    private func takes(
      _ item: RulePattern.Item, _ token: Token, _ match: PatternMatch
    ) -> (role: Role, group: Int)?? {
      switch (item.test, token.content) {
      case (.name(let role, let kind, _), .name(let group, let found)):
        guard role == found || matcher.ignoresRoles && role != .programme && found != .programme else {
          return nil
        }
        guard !match.binds(group),
          matcher.sentence.groups[group].isCompound == takesCompounds
        else { return nil }
        switch kind {
        case .any: break
        case .place: guard members(of: group, arePlaces: true) else { return nil }
        case .body: guard members(of: group, arePlaces: false) else { return nil }
        }
        return .some((role, group))
      case (.word(let set, let literals), .word(let word)):
        let fits =
          literals.isEmpty ? matcher.classes[word].intersects(set) : literals.contains(word)
        return fits ? .some(nil) : nil
      case (.colon, .colon), (.dash, .dash), (.bracket, .bracket), (.clauseBorder, .border): return .some(nil)
      default: return nil
      }
    }

    private func members(of group: Int, arePlaces: Bool) -> Bool {
      matcher.sentence.groups[group].members.allSatisfy {
        matcher.names.document.entities[$0.entity].type.isPlace == arePlaces
      }
    }
  }
}
