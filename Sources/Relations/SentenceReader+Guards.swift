import Linking
import OntologyModel

/// Where a match stands for nothing, whatever its words say.
extension SentenceReader {
  /// Whether the names that a match binds are free for a rule, and act there.
  func mayApply(
    _ rule: RelationRule, _ match: PatternMatch, isOneSided: Bool, offers: [Role: ReadingContext.Offer]
  ) -> Bool {
    let bound = match.bound
    if rule.type == .assists, !rule.isExplicit {
      if !bound.isEmpty, bound.allSatisfy({ used.contains($0) }) { return false }
      if actsOnAnother(match) { return false }
    }
    if rule.isFallback, !standsSideBySide(match) { return false }
    if rule.needsHelp, !isHelped(match) { return false }
    if rule.type == .assists, let recipient = match[.recipient], acts(recipient) { return false }
    if let helper = match[.helper] {
      if tokens.groups[helper].isBroughtIn, reachesOn(match, helper) { return false }
      // 在乙县捐建的小学: a place of action does not act.
      if isOneSided, follows(preposition: helper) { return false }
    }
    return offers[.helper] == nil || topicActs(match)
  }

  /// Whether the sentence says that a recipient of a match is helped.
  private func isHelped(_ match: PatternMatch) -> Bool {
    guard let recipient = match[.recipient], let programme = match[.programme],
      tokens.groups[programme].members.allSatisfy({ $0.certainty > 0.6 })
    else { return false }
    return tokens.groups[recipient].members.contains { member in
      found.contains { $0.type == .assists && $0.to == member.entity }
    }
  }

  /// Whether two names that no word of help joins may belong together.
  private func standsSideBySide(_ match: PatternMatch) -> Bool {
    guard let clauses = tokens.clauses(of: match) else { return false }
    let groups = match.bound.map { tokens.groups[$0] }
    if groups.contains(where: \.isBroughtIn) || groups.allSatisfy({ $0.note != nil }) { return false }
    // A whole province beside a name is seldom whom it helps.
    if let recipient = match[.recipient],
      tokens.groups[recipient].members.allSatisfy({ names.document.entities[$0.entity].type == .province })
    {
      return false
    }
    // A place after a recipient of its clause is seldom one that helps.
    if let helper = match[.helper], let recipient = match[.recipient], clauses.count == 1,
      tokens.groups[recipient].range.lowerBound < tokens.groups[helper].range.lowerBound,
      tokens.groups[helper].members.allSatisfy({ names.document.entities[$0.entity].type.isPlace })
    {
      return false
    }
    // Names of other clauses belong together only where nothing else lays claim to them.
    return clauses.count == 1 || !match.bound.contains { used.contains($0) }
  }

  /// Whether the helper of an earlier sentence acts where a match stands.
  private func topicActs(_ match: PatternMatch) -> Bool {
    guard let clauses = tokens.clauses(of: match) else { return true }
    // Someone brought in acts in his own clause; the topic does not act there.
    let hasOther = tokens.tokens.contains { token in
      guard clauses.contains(token.clause), case .name(let group, .helper) = token.content else {
        return false
      }
      return !tokens.groups[group].isCompanion && !tokens.groups[group].isAttribute
    }
    // 二院托管了乙县医院: a recipient in front of the act is its subject.
    return !hasOther && !(match[.recipient].map { hasSubject(before: $0) } ?? false)
  }

  /// Whether another recipient stands at the head of the clause of a match, without a preposition.
  private func hasSubject(before recipient: Int) -> Bool {
    guard let position = tokens.position(of: recipient) else { return false }
    let clause = tokens.tokens[position].clause
    for index in tokens.tokens.indices where index < position && tokens.tokens[index].clause == clause {
      guard case .name(let group, .recipient) = tokens.tokens[index].content, group != recipient else {
        continue
      }
      if index == 0 || tokens.tokens[index - 1].clause != clause { return true }
      guard classes(rightBefore: group)?.intersects(reader.classes.preposition) ?? false else { return true }
    }
    return false
  }

  /// Whether the clause of the act has a recipient of its own, and that of the match stands in another clause.
  private func actsOnAnother(_ match: PatternMatch) -> Bool {
    guard let recipient = match[.recipient],
      let act = match.tokens.last(where: { index in
        guard case .word(let word) = tokens.tokens[index].content else { return false }
        return reader.lexicon.words[word].classes.intersects(reader.classes.act)
      }),
      let own = tokens.position(of: recipient),
      tokens.tokens[own].clause != tokens.tokens[act].clause
    else { return false }
    let bound = tokens.groups[recipient].members.map(\.entity)
    return tokens.tokens.contains { token in
      guard token.clause == tokens.tokens[act].clause, case .name(let group, .recipient) = token.content,
        group != recipient
      else { return false }
      return tokens.groups[group].members.allSatisfy { member in
        !bound.contains {
          $0 == member.entity || names.holds($0, member.entity) || names.holds(member.entity, $0)
        }
      }
    }
  }

  /// Whether a recipient is the one who acts: 由县供销社统一收购.
  private func acts(_ recipient: Int) -> Bool {
    classes(rightBefore: recipient)?.intersects(reader.classes.agent) ?? false
  }

  /// Whether a preposition such as 在 or 为 stands right before a name.
  private func follows(preposition group: Int) -> Bool {
    guard let classes = classes(rightBefore: group) else { return false }
    return classes.intersects(reader.classes.preposition) && !classes.intersects(reader.classes.with)
  }

  /// The classes of the word that ends where a group starts; nil without one.
  private func classes(rightBefore group: Int) -> CueSet? {
    guard let position = tokens.position(of: group), position > 0,
      case .word(let word) = tokens.tokens[position - 1].content,
      tokens.tokens[position - 1].range.upperBound == tokens.tokens[position].range.lowerBound
    else { return nil }
    return reader.lexicon.words[word].classes
  }

  /// Whether a match goes on to a later clause than the one that brings the helper in.
  private func reachesOn(_ match: PatternMatch, _ helper: Int) -> Bool {
    guard let last = match.tokens.last, let own = tokens.position(of: helper),
      let recipient = match[.recipient]
    else { return false }
    // He may open, build and buy there himself; guiding and helping is what the subject goes on to do.
    let guides = match.tokens.contains { index in
      guard case .word(let word) = tokens.tokens[index].content else { return false }
      let classes = reader.lexicon.words[word].classes
      return classes.intersects(reader.classes.support) || classes.intersects(reader.classes.teach)
    }
    return guides && tokens.tokens[last].clause > tokens.tokens[own].clause
      && tokens.groups[recipient].range.lowerBound > tokens.groups[helper].range.lowerBound
  }

  /// Whether the names of a match are of one side and alone in their clauses.
  func standsAlone(_ match: PatternMatch) -> Bool {
    guard let clauses = tokens.clauses(of: match) else { return false }
    var roles = RoleSet()
    for token in tokens.tokens where clauses.contains(token.clause) {
      if case .name(_, let role) = token.content { roles.insert(role) }
    }
    return roles.count == 1
  }
}
