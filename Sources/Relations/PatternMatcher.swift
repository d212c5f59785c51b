/// A way in which a pattern fits a sentence.
struct PatternMatch {
  /// Positions in `SentenceTokens.groups`, by role; roles from context are missing.
  var groups: [Role: Int] = [:]
  /// Positions of the tokens that items took, ascending.
  var tokens: [Int] = []
}

/// Finds all fits of a pattern in a sentence.
struct PatternMatcher {
  /// Characters that may stand between two items of a pattern that are close together.
  static let closeDistance = 6

  /// Characters that may stand between two items side by side.
  static let adjacentDistance = 2

  let sentence: SentenceTokens
  let lexicon: CueLexicon
  let names: DocumentNames
  /// Names of one side may fill both ends, for rules whose words alone give the direction.
  var ignoresRoles = false
  /// Recipients that rules have already given to a helper group.
  var served: [Int: Set<Int>] = [:]

  /// All fits with distinct names; name items that come from context are left out of the pattern.
  ///
  /// The search gives up after a fixed number of steps, so that no sentence costs more than a linear one.
  func matches(of pattern: RulePattern, takesCompounds: Bool = false) -> [PatternMatch] {
    var items: [RulePattern.Item] = []
    var carried: RulePattern.Gap?
    for item in pattern.items {
      if case .name(_, _, let fromContext) = item.test, fromContext {
        carried = PatternMatcher.wider(carried, item.gap)
        continue
      }
      let gap = carried.map { PatternMatcher.wider($0, item.gap) } ?? item.gap
      carried = nil
      items.append(RulePattern.Item(test: item.test, gap: gap, isOptional: item.isOptional))
    }
    guard !items.isEmpty else { return [] }
    for item in items where !item.isOptional {
      switch item.test {
      case .name(let role, _, _):
        if !takesCompounds, !ignoresRoles || role == .programme, !sentence.hasGroup(role) { return [] }
      case .word(let set, let literals):
        if literals.isEmpty, !sentence.classes.intersects(set) { return [] }
      default: break
      }
    }
    var search = Search(matcher: self, items: items, takesCompounds: takesCompounds)
    for start in sentence.tokens.indices {
      search.run(item: 0, from: start, isFirst: true, match: PatternMatch())
      if search.steps > 4000 { break }
    }
    return search.found
  }

  private static func wider(_ a: RulePattern.Gap?, _ b: RulePattern.Gap) -> RulePattern.Gap {
    guard let a else { return b }
    let order: [RulePattern.Gap.Reach] = [.adjacent, .close, .clause, .sentence]
    let reach = order[max(order.firstIndex(of: a.reach) ?? 0, order.firstIndex(of: b.reach) ?? 0)]
    return RulePattern.Gap(
      reach: reach, allowsHelpers: a.allowsHelpers || b.allowsHelpers,
      allowsRecipients: a.allowsRecipients || b.allowsRecipients)
  }

  private struct Search {
    let matcher: PatternMatcher
    let items: [RulePattern.Item]
    let takesCompounds: Bool
    var found: [PatternMatch] = []
    var pairs: Set<[Int]> = []
    var steps = 0

    /// Tries to fit the items from `item` on to tokens from `from` on; the first item must take `from` itself.
    mutating func run(item: Int, from: Int, isFirst: Bool, match: PatternMatch) {
      steps += 1
      guard steps <= 4000 else { return }
      guard item < items.count else {
        let key = [
          match.groups[.helper] ?? -1, match.groups[.recipient] ?? -1, match.groups[.programme] ?? -1,
        ]
        if pairs.insert(key).inserted { found.append(match) }
        return
      }
      let current = items[item]
      let tokens = matcher.sentence.tokens
      let previousEnd = match.tokens.last.map { tokens[$0].range.upperBound }
      switch current.test {
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
        if end - last.range.upperBound <= 5 {
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
        if let bound = takes(current, token, match) {
          var next = match
          next.tokens.append(index)
          if let bound { next.groups[bound.role] = bound.group }
          run(item: item + 1, from: index + 1, isFirst: false, match: next)
        }
        if isFirst { break }
        // May this token be passed over?
        switch token.content {
        case .border, .colon, .dash:
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
      guard !matcher.sentence.groups[group].isBroughtIn, !matcher.sentence.groups[group].isCompound else {
        return false
      }
      let entities = matcher.sentence.groups[group].members.map(\.entity)
      for bound in match.groups.values {
        let known = matcher.sentence.groups[bound].members.map(\.entity)
        if known == entities || known.count == 1 && matcher.names.holds(entities[0], known[0]) {
          return false
        }
      }
      // A helper of the same recipient does not stand in the way of the next one.
      if role == .helper, let recipient = match.groups[.recipient],
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

    /// nil: no fit; .some(nil): a fit without a name.
    private func takes(
      _ item: RulePattern.Item, _ token: Token, _ match: PatternMatch
    ) -> (role: Role, group: Int)?? {
      switch (item.test, token.content) {
      case (.name(let role, let kind, _), .name(let group, let found)):
        guard role == found || matcher.ignoresRoles && role != .programme && found != .programme else {
          return nil
        }
        guard !match.groups.values.contains(group),
          matcher.sentence.groups[group].isCompound == takesCompounds
        else { return nil }
        let types = matcher.sentence.groups[group].members.map {
          matcher.names.document.entities[$0.entity].type
        }
        switch kind {
        case .any: break
        case .place: guard types.allSatisfy(\.isPlace) else { return nil }
        case .body: guard !types.contains(where: \.isPlace) else { return nil }
        }
        return .some((role, group))
      case (.word(let set, let literals), .word(let word)):
        let fits =
          literals.contains(word)
          || (literals.isEmpty && matcher.lexicon.words[word].classes.intersects(set))
        return fits ? .some(nil) : nil
      case (.colon, .colon), (.dash, .dash), (.clauseBorder, .border): return .some(nil)
      default: return nil
      }
    }
  }
}
