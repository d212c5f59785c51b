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
  private var found: [Relation] = []
  /// What the rules read, in order: each may be several relations.
  private var statements: [Statement] = []

  private struct Statement {
    let type: RelationType
    let from: [Int]
    let to: [Int]
    /// The helper only joins somebody named before.
    let isAside: Bool
  }

  /// Groups that a rule has put to use.
  private var used: Set<Int> = []
  private var pairs: Set<[Int]> = []

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
        var offers: [Role: ReadingContext.Offer] = [:]
        for role in needed.all { offers[role] = offer(role) }
        if rule.isTitled, offers.values.contains(where: { !$0.isFromHeading && $0.distance > 0 }) { continue }
        guard offers.count == needed.count else { continue }
        if needed.count == 2, !offers.values.contains(where: \.isFromHeading) { continue }
        var matches = matcher.matches(of: rule.compiled)
        if rule.opensList, isInList, matches.isEmpty { matches = listItems() }
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
    if !rule.isExplicit, rule.type == .assists, !bound.isEmpty, bound.allSatisfy({ used.contains($0) }) {
      return
    }
    if rule.isFallback, let first = match.tokens.first, let last = match.tokens.last {
      if bound.contains(where: { tokens.groups[$0].isBroughtIn }) { return }
      if bound.allSatisfy({ tokens.groups[$0].note != nil }) { return }
      // A whole province beside a name is seldom whom it helps.
      if let recipient = match[.recipient],
        tokens.groups[recipient].members.allSatisfy({ names.document.entities[$0.entity].type == .province })
      {
        return
      }
      // Names of other clauses belong together only where nothing else lays claim to them.
      if tokens.tokens[first].clause != tokens.tokens[last].clause,
        bound.contains(where: { used.contains($0) })
      {
        return
      }
    }
    if let helper = match[.helper], tokens.groups[helper].isBroughtIn, reachesOn(match, helper) {
      return
    }
    // 在乙县捐建的小学: a place of action does not act.
    if isOneSided, let helper = match[.helper], follows(preposition: helper) { return }
    if offers[.helper] != nil, let first = match.tokens.first, let last = match.tokens.last {
      // Someone brought in acts in his own clause; the topic does not act there.
      let clauses = tokens.tokens[first].clause...tokens.tokens[last].clause
      for token in tokens.tokens where clauses.contains(token.clause) {
        if case .name(let group, .helper) = token.content, !tokens.groups[group].isCompanion,
          !tokens.groups[group].isAttribute
        {
          return
        }
      }
      // 二院托管了乙县医院: a recipient in front of the act is its subject.
      if let recipient = match[.recipient], hasSubject(before: recipient, match) { return }
    }
    if rule.type == .assists, !rule.isExplicit, actsOnAnother(match) { return }
    guard let verdict = verdict(on: rule, match) else { return }
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
        var certainty = rule.certainty * verdict.factor * factor
        certainty *= (0.5 + 0.5 * min(a.certainty, b.certainty, 1)) * from.certainty * to.certainty
        if isOneSided { certainty *= 0.85 }
        guard certainty >= 0.3 else { continue }
        any = true
        let fields =
          rule.type == .assists
          ? reader.fieldWords.fields(
            in: extended(evidence), of: names, implied: rule.fields, helper: a.entity) : []
        found.append(
          Relation(
            type: rule.type, from: a.entity, to: b.entity, fields: fields,
            quantities: Quantities.stated(
              in: extended(evidence), of: names.document.reading.scalars, words: reader.words),
            years: Years.stated(in: evidence, of: names.document.reading.scalars) ?? self.context.years,
            status: verdict.status, evidence: evidence, rule: rule.id, certainty: certainty, context: context)
        )
      }
    }
    if any {
      // Whose they are is said in passing; who acts for them is still to come.
      if !(match[.helper].map { tokens.groups[$0].isAttribute } ?? false) { usedNow.append(bound) }
      let isAside = match[.helper].map { tokens.groups[$0].isCompanion } ?? false
      statements.append(
        Statement(
          type: rule.type, from: from.members.map(\.entity), to: to.members.map(\.entity), isAside: isAside))
    }
  }

  /// The topics that the statements left make: the first helper, the last recipient.
  private mutating func setTopics() {
    for statement in statements {
      let isLeft = found.contains { relation in
        relation.type == statement.type && statement.from.contains(relation.from)
          && statement.to.contains(relation.to)
      }
      guard isLeft else { continue }
      let fromRole: Role = statement.type == .benefits ? .programme : .helper
      let toRole: Role = statement.type == .runs || statement.type == .participates ? .programme : .recipient
      // 又与X合办: the text goes on about whom it spoke of before.
      if topics[fromRole] == nil, !statement.isAside { topics[fromRole] = statement.from }
      topics[toRole] = statement.to
    }
  }

  /// Who can fill a role from context: in a sentence on pairing a whole unit, and rather the district that the
  /// text speaks of than the bureau of it that acted last.
  private func offer(_ role: Role) -> ReadingContext.Offer? {
    let entities = names.document.entities
    if role == .programme {
      return context.offer(role, sentence: number).flatMap { $0.entities.count == 1 ? $0 : nil }
    }
    guard role == .helper else {
      let isPairing = tokens.classes.intersects(reader.classes.pair)
      return weighed(
        context.offer(
          role, sentence: number,
          isFit: { !isPairing || [.county, .district, .prefecture, .province].contains(entities[$0].type) },
          prefersHeading: { headed, last in
            last.allSatisfy { names.holds(headed, $0) && [.township, .village].contains(entities[$0].type) }
          }))
    }
    let offered = context.offer(
      role, sentence: number,
      prefersHeading: { headed, _ in entities[headed].type != .province })
    guard let offer = offered else { return nil }
    if offer.entities.count == 1, !entities[offer.entities[0]].type.isPlace, !offer.isFromHeading,
      let home = names.home(of: offer.entities[0]), let place = names.entityOfPlace[home],
      names.roles[place] == .helper,
      entities[place].type != .province,
      entities[offer.entities[0]].type == .agency || entities[offer.entities[0]].type == .organization,
      context.names(place)
    {
      return ReadingContext.Offer(entities: [place], certainty: offer.certainty, note: offer.note)
    }
    return offer
  }

  /// A recipient of an earlier sentence, less sure where that text speaks of others too: of the readings of
  /// annotated texts that had a choice four in five were wrong, of the others half.
  private func weighed(_ offer: ReadingContext.Offer?) -> ReadingContext.Offer? {
    guard var offer, !offer.isFromHeading, offer.distance > 0 else { return offer }
    let hasRival = context.spots.contains { spot in
      spot.role == .recipient && !spot.isImplied
        && !offer.entities.contains { $0 == spot.entity || names.holds(spot.entity, $0) }
    }
    if hasRival { offer.certainty *= 0.7 }
    return offer
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

  /// Whether another recipient stands at the head of the clause of a match, without a preposition.
  private func hasSubject(before recipient: Int, _ match: PatternMatch) -> Bool {
    guard let position = tokens.tokens.firstIndex(where: { $0.range == tokens.groups[recipient].range })
    else {
      return false
    }
    let clause = tokens.tokens[position].clause
    for index in tokens.tokens.indices where index < position && tokens.tokens[index].clause == clause {
      guard case .name(let group, .recipient) = tokens.tokens[index].content, group != recipient else {
        continue
      }
      if index == 0 || tokens.tokens[index - 1].clause != clause { return true }
      guard case .word(let word) = tokens.tokens[index - 1].content,
        tokens.tokens[index - 1].range.upperBound == tokens.tokens[index].range.lowerBound,
        reader.lexicon.words[word].classes.intersects(reader.classes.preposition)
      else { return true }
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
      let own = tokens.tokens.first(where: { $0.range == tokens.groups[recipient].range }),
      own.clause != tokens.tokens[act].clause
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

  /// Whether a preposition such as 在 or 为 stands right before a name.
  private func follows(preposition group: Int) -> Bool {
    guard let position = tokens.tokens.firstIndex(where: { $0.range == tokens.groups[group].range }),
      position > 0, case .word(let word) = tokens.tokens[position - 1].content,
      tokens.tokens[position - 1].range.upperBound == tokens.tokens[position].range.lowerBound
    else { return false }
    let classes = reader.lexicon.words[word].classes
    return classes.intersects(reader.classes.preposition) && !classes.intersects(reader.classes.with)
  }

  /// Whether a match goes on to a later clause than the one that brings the helper in.
  private func reachesOn(_ match: PatternMatch, _ helper: Int) -> Bool {
    guard let last = match.tokens.last,
      let own = tokens.tokens.first(where: { $0.range == tokens.groups[helper].range })
    else { return false }
    guard let recipient = match[.recipient] else { return false }
    // He may open, build and buy there himself; guiding and helping is what the subject goes on to do.
    let guides = match.tokens.contains { index in
      guard case .word(let word) = tokens.tokens[index].content else { return false }
      let classes = reader.lexicon.words[word].classes
      return classes.intersects(reader.classes.support) || classes.intersects(reader.classes.teach)
    }
    return guides && tokens.tokens[last].clause > own.clause
      && tokens.groups[recipient].range.lowerBound > tokens.groups[helper].range.lowerBound
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

  /// Whether the names of a match are of one side and alone in their clauses.
  private func standsAlone(_ match: PatternMatch) -> Bool {
    guard let first = match.tokens.first, let last = match.tokens.last else { return false }
    let clauses = tokens.tokens[first].clause...tokens.tokens[last].clause
    var roles = RoleSet()
    for token in tokens.tokens where clauses.contains(token.clause) {
      if case .name(_, let role) = token.content { roles.insert(role) }
    }
    return roles.count == 1
  }
}
