import Linking
import Mentions
import OntologyModel

/// Applies the rules to one sentence.
struct SentenceReader {
  let reader: RelationReader
  let names: DocumentNames
  let tokens: SentenceTokens
  let context: ReadingContext
  let number: Int
  /// Whether the part goes on with a list that a colon before it opened.
  let isInList: Bool

  /// Whether it opens such a list.
  private(set) var opensList = false
  /// The entities that the relations found make the topic, by role.
  private(set) var topics: [Role: [Int]] = [:]
  private(set) var found: [Relation] = []
  /// What the rules read, in order: each may be several relations.
  private var statements: [Statement] = []

  private struct Statement {
    let type: RelationType
    let from: (role: Role, entities: [Int])
    let to: (role: Role, entities: [Int])
    /// The helper only joins somebody named before.
    let isAside: Bool
  }

  /// Groups that a rule has put to use.
  private(set) var used: Set<Int> = []
  private var pairs: Set<[Int]> = []
  /// The groups of recipients of each clause.
  let recipientsOfClause: [[Int]]

  init(
    reader: RelationReader, names: DocumentNames, tokens: SentenceTokens, context: ReadingContext,
    number: Int,
    isInList: Bool = false
  ) {
    self.reader = reader
    self.names = names
    self.tokens = tokens
    self.context = context
    self.number = number
    self.isInList = isInList
    var recipients = [[Int]](repeating: [], count: tokens.clauses.count)
    for token in tokens.tokens {
      if case .name(let group, .recipient) = token.content { recipients[token.clause].append(group) }
    }
    recipientsOfClause = recipients
  }

  mutating func read() -> [Relation] {
    guard !tokens.tokens.isEmpty else { return [] }
    let hasHelper = tokens.hasActor(.helper)
    let hasRecipient = tokens.hasGroup(.recipient)
    var matcher = PatternMatcher(sentence: tokens, classes: reader.wordClasses, names: names)
    var oneSided = matcher
    oneSided.ignoresRoles = true
    let mayBeOneSided = tokens.groups.count > 1
    for rule in reader.rules {
      let needed = rule.compiled.contextRoles
      guard
        rule.compiled.mayFit(tokens, ignoringRoles: rule.isCompound || rule.isDirected && mayBeOneSided)
          || rule.opensList && isInList
      else { continue }
      var usedNow: [[Int]] = []
      if needed.isEmpty {
        for match in matcher.matches(of: rule.compiled, takesCompounds: rule.isCompound) {
          apply(rule, match, usedNow: &usedNow)
        }
        if !usedNow.isEmpty, rule.type == .assists, !rule.isExplicit {
          // With the helpers just found out of the way, the next one of the same recipient is seen.
          mark(usedNow, in: &matcher)
          for match in matcher.matches(of: rule.compiled) { apply(rule, match, usedNow: &usedNow) }
        }
        if rule.isDirected, mayBeOneSided {
          for match in oneSided.matches(of: rule.compiled) where standsAlone(match) {
            apply(rule, match, isOneSided: true, usedNow: &usedNow)
          }
        }
      } else if !(needed.contains(.helper) && hasHelper), !(needed.contains(.recipient) && hasRecipient),
        !(needed.contains(.programme) && tokens.hasGroup(.programme))
      {
        var matches = matcher.matches(of: rule.compiled)
        if rule.opensList, isInList, matches.isEmpty { matches = listItems() }
        if matches.isEmpty { continue }
        var offers: [Role: ReadingContext.Offer] = [:]
        for role in needed.all { offers[role] = offer(role, for: rule) }
        if rule.isTitled, offers.values.contains(where: { !$0.isFromHeading && $0.distance > 0 }) { continue }
        guard offers.count == needed.count else { continue }
        if needed.count == 2, !offers.values.contains(where: \.isFromHeading) { continue }
        for match in matches {
          apply(rule, match, offers: offers, usedNow: &usedNow)
        }
        if rule.opensList, !usedNow.isEmpty { opensList = true }
      }
      mark(usedNow, in: &matcher)
    }
    dropSettings()
    setTopics()
    return found
  }

  /// Every recipient group of a part that goes on with a list.
  private func listItems() -> [PatternMatch] {
    tokens.tokens.indices.compactMap { index in
      guard case .name(let group, .recipient) = tokens.tokens[index].content else { return nil }
      return PatternMatch(.recipient, group: group, token: index)
    }
  }

  /// Notes which groups rules have put to use, and for which recipient.
  private mutating func mark(_ pairs: [[Int]], in matcher: inout PatternMatcher) {
    for pair in pairs {
      used.formUnion(pair)
      for helper in pair where tokens.groups[helper].role == .helper {
        matcher.served[helper, default: []].formUnion(pair.filter { tokens.groups[$0].role == .recipient })
      }
    }
  }

  private mutating func apply(
    _ rule: RelationRule, _ match: PatternMatch, isOneSided: Bool = false,
    offers: [Role: ReadingContext.Offer] = [:], usedNow: inout [[Int]]
  ) {
    let bound = match.bound
    guard mayApply(rule, match, isOneSided: isOneSided, offers: offers),
      let status = status(of: match, by: rule)
    else { return }
    let (fromRole, toRole) = ends(of: rule)
    guard let from = entities(fromRole, match, offers), let to = entities(toRole, match, offers) else {
      return
    }
    var context: [String] = []
    for role in [Role.helper, .recipient, .programme] {
      if let offer = offers[role] {
        context.append("\(role) \(offer.note)")
      }
    }
    for group in bound { if let note = tokens.groups[group].note { context.append(note) } }
    let slots = slots(match, from, to)
    let factor = slots?.factor ?? crossFactor(match, from, to)
    var any = false
    for (row, a) in from.members.enumerated() {
      for (column, b) in to.members.enumerated() {
        if let slots, slots.rows[row] != slots.columns[column] { continue }
        if rule.type == .assists {
          guard names.mayHelp(a.entity, b.entity, isDirected: rule.isDirected) else { continue }
          let types = (names.document.entities[a.entity].type, names.document.entities[b.entity].type)
          if !rule.isExplicit, types.1 == .agency, types.0 != .agency { continue }
          if isOneSided, pairs.contains([b.entity, a.entity, 0]) { continue }
        }
        guard a.entity != b.entity else { continue }
        guard
          pairs.insert([a.entity, b.entity, RelationType.allCases.firstIndex(of: rule.type) ?? 0]).inserted
        else { continue }
        let evidence = evidence(match, a, b, from: from, to: to)
        var certainty = rule.certainty * factor
        certainty *= (0.5 + 0.5 * min(a.certainty, b.certainty, 1)) * from.certainty * to.certainty
        if isOneSided { certainty *= 0.85 }
        guard certainty >= 0.3 else { continue }
        any = true
        let fields =
          rule.type == .assists
          ? reader.fieldWords.fields(
            in: told(match, of: b.entity, in: extended(evidence)), of: names, by: rule,
            helper: a.entity, recipient: b.entity) : []
        found.append(
          Relation(
            type: rule.type, from: a.entity, to: b.entity, fields: fields,
            quantities: Quantities.stated(
              in: extended(evidence), of: names.document.reading.scalars, words: reader.words),
            years: Years.stated(in: evidence, of: names.document.reading.scalars) ?? self.context.years,
            status: status, evidence: evidence, rule: rule.id, certainty: certainty, context: context)
        )
      }
    }
    if any {
      // Whose they are is said in passing; who acts for them is still to come.
      if !(match[.helper].map { tokens.groups[$0].isAttribute } ?? false) { usedNow.append(bound) }
      let isAside = match[.helper].map { tokens.groups[$0].isCompanion } ?? false
      statements.append(
        Statement(
          type: rule.type, from: (fromRole, from.members.map(\.entity)),
          to: (toRole, to.members.map(\.entity)),
          isAside: isAside))
    }
  }

  /// The topics that the statements left make: the first helper, the last recipient.
  private mutating func setTopics() {
    for statement in statements {
      let isLeft = found.contains { relation in
        relation.type == statement.type && statement.from.entities.contains(relation.from)
          && statement.to.entities.contains(relation.to)
      }
      guard isLeft else { continue }
      // 又与X合办: the text goes on about whom it spoke of before.
      if topics[statement.from.role] == nil, !statement.isAside {
        topics[statement.from.role] = statement.from.entities
      }
      topics[statement.to.role] = statement.to.entities
    }
  }

  /// Drops a looser edge to a place when the sentence helps something inside it by the same helper.
  private mutating func dropSettings() {
    guard found.count > 1 else { return }
    let assists = found.filter { $0.type == .assists }
    found.removeAll { relation in
      guard relation.type == .assists, reader.looseRules.contains(relation.rule) else { return false }
      // 在青石县，白云区援建的…: a county in front of the sentence is meant itself.
      let isUnit = [.county, .district].contains(names.document.entities[relation.to].type)
      return assists.contains {
        $0.from == relation.from && names.holds(relation.to, $0.to)
          && !(isUnit && relation.rule.hasPrefix("at-"))
          || $0.to == relation.to && names.holds(relation.from, $0.from)
      }
    }
  }

  /// The roles of the two ends.
  private func ends(of rule: RelationRule) -> (Role, Role) {
    switch rule.type {
    case .benefits: (.programme, .recipient)
    case .runs, .participates: (rule.compiled.roles.contains(.helper) ? .helper : .recipient, .programme)
    default: (.helper, .recipient)
    }
  }

  /// One end of a relation: entities of a list, or of context.
  struct End {
    var members: [NameGroup.Member]
    var certainty: Double
  }

  private func entities(_ role: Role, _ match: PatternMatch, _ offers: [Role: ReadingContext.Offer]) -> End? {
    if let group = match[role] {
      return End(members: tokens.groups[group].members, certainty: tokens.groups[group].certainty)
    }
    guard let offer = offers[role] else { return nil }
    let place = tokens.range.lowerBound..<tokens.range.lowerBound
    return End(
      members: offer.entities.map { .init(entity: $0, range: place, certainty: 1) },
      certainty: offer.certainty * (offer.entities.count > 1 ? 0.8 : 1)
        * (role == .recipient && offer.entities.allSatisfy { names.document.entities[$0].type == .province }
          ? 0.8 : 1))
  }
}
