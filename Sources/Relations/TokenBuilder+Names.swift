import Linking
import Mentions
import OntologyModel

/// What single names stand for, and what the words around them say about their part.
extension TokenBuilder {
  /// The sides that the names of a sentence show.
  func sides(of mentions: ArraySlice<Int>, context: ReadingContext) -> RoleSet {
    RoleSet(
      mentions.map {
        let entity = names.document.mentions[$0].entity
        return context.learned[entity] ?? names.roles[entity]
      })
  }

  /// What a mention stands for in its sentence; nil for names that take no part (丽江人, 援疆).
  func unit(_ mention: LinkedMention, at position: Int, in range: Range<Int>, context: ReadingContext)
    -> NameUnit?
  {
    if opensLongerQuotation(names.spans[position], of: mention.entity, in: range) { return nil }
    let mentioned = standIn(for: mention, at: position) ?? mention.entity
    let entity = names.document.entities[mentioned]
    var unit = NameUnit(
      members: [.init(entity: mentioned, range: mention.range, certainty: mention.certainty)],
      role: context.learned[mentioned] ?? names.roles[mentioned], range: names.spans[position])
    guard entity.type != .programme else { return unit }
    if entity.type.isPlace, mentioned == mention.entity {
      unit.isCompound = mention.form == .abbreviation && mention.range.count == 1 && isPaired(position)
      if names.tiers[mentioned] == 1, let role = middleRole(of: mention, at: position, in: range) {
        unit.role = role
      }
      let isShort = mention.form == .abbreviation || mention.range.count <= 2
      guard takesPart(&unit, isShort: isShort, in: range) else { return nil }
    }
    return unit
  }

  /// Whether a name only begins what is in quotation marks: “崂山巷”, “武汉角”.
  private func opensLongerQuotation(_ name: Range<Int>, of entity: Int, in range: Range<Int>) -> Bool {
    guard name.lowerBound > range.lowerBound, scalars[name.lowerBound - 1] == "“" else { return false }
    guard
      let close = scalars[name.upperBound..<min(range.upperBound, name.upperBound + 8)].firstIndex(of: "”")
    else { return false }
    // A sign may name its giver in full: “白云集团助学”.
    guard names.document.entities[entity].type.isPlace || close == name.upperBound + 1 else { return false }
    return close > name.upperBound
      && !scalars[name.upperBound..<close].contains {
        words.holds(.clauseEnd, $0) || words.holds(.listJoiner, $0)
      }
      && close - name.upperBound <= 5
  }

  /// A team stands for the most exact place in its name, unless it has a seat of its own.
  private func standIn(for mention: LinkedMention, at position: Int) -> Int? {
    guard !names.document.entities[mention.entity].type.isPlace,
      let found = lexicon.endings(of: names.names[mention.entity]), found.intersects(classes.team)
    else { return nil }
    var best: Int?
    var index = position + 1
    while index < names.document.mentions.count,
      names.document.mentions[index].range.lowerBound < mention.range.upperBound
    {
      let inner = names.document.mentions[index].entity
      if names.document.entities[inner].type.isPlace, names.roles[inner] == .helper {
        if let known = best, !names.holds(known, inner) { break }
        best = inner
      }
      index += 1
    }
    return best
  }

  /// Whether the neighbour of a one-character name is one too (沪滇).
  private func isPaired(_ position: Int) -> Bool {
    let range = names.document.mentions[position].range
    return [position - 1, position + 1].contains { other in
      guard names.document.mentions.indices.contains(other) else { return false }
      let near = names.document.mentions[other]
      return near.form == .abbreviation && near.range.count == 1
        && (near.range.upperBound == range.lowerBound || near.range.lowerBound == range.upperBound)
    }
  }

  /// The role of a place that gives and receives, by its company in the clause.
  private func middleRole(of mention: LinkedMention, at position: Int, in range: Range<Int>) -> Role? {
    var tiers: Set<Int> = []
    for step in [-1, 1] {
      var other = position + step
      var edge = step < 0 ? mention.range.lowerBound : mention.range.upperBound
      while names.document.mentions.indices.contains(other) {
        let near = names.document.mentions[other]
        guard near.range.lowerBound >= range.lowerBound, near.range.upperBound <= range.upperBound else {
          break
        }
        let between =
          step < 0
          ? near.range.upperBound..<max(edge, near.range.upperBound)
          : min(edge, near.range.lowerBound)..<near.range.lowerBound
        if scalars[between].contains(where: { $0 != "、" && words.holds(.clauseEnd, $0) }) { break }
        if near.within == nil, names.document.entities[near.entity].type.isPlace,
          let tier = names.tiers[near.entity]
        {
          tiers.insert(tier)
        }
        edge = step < 0 ? near.range.lowerBound : near.range.upperBound
        other += step
      }
    }
    if tiers.contains(0) { return .recipient }
    return tiers.contains(2) || tiers.contains(3) ? .helper : nil
  }

  /// Whether a place is a name at all here, and not a trace in 援疆 or 丽江人; 大连援疆 makes a middle place a helper.
  private func takesPart(_ unit: inout NameUnit, isShort: Bool, in range: Range<Int>) -> Bool {
    let entity = unit.members[0].entity
    for context in contexts(before: unit.range.lowerBound, in: range)
    where context.names == .abbreviation && isShort && context.effect == .none {
      return false
    }
    for context in contexts(after: unit.range.upperBound, in: range).prefix(1) {
      if context.names == .place, context.effect == .none, context.word.count == 1 { return false }
      if context.names == .middlePlace, context.effect == .helper, names.tiers[entity] != 3 {
        unit.role = .helper
      }
    }
    return true
  }

  /// The lines for the longest word right before an offset.
  func contexts(before index: Int, in range: Range<Int>) -> [WordTables.NameContext] {
    guard index > range.lowerBound, let lines = words.before[scalars[index - 1]] else { return [] }
    let fit = lines.filter { line in
      index - line.word.count >= range.lowerBound
        && scalars[index - line.word.count..<index].elementsEqual(line.word)
    }
    return fit.filter { $0.word.count == fit[0].word.count }
  }

  /// The lines for the longest word right after an offset.
  func contexts(after index: Int, in range: Range<Int>) -> [WordTables.NameContext] {
    guard index < range.upperBound, let lines = words.after[scalars[index]] else { return [] }
    let fit = lines.filter { follows($0.word, at: index, in: range) }
    return fit.filter { $0.word.count == fit[0].word.count }
  }

  private func follows(_ word: [Unicode.Scalar], at index: Int, in range: Range<Int>) -> Bool {
    index + word.count <= range.upperBound && scalars[index..<index + word.count].elementsEqual(word)
  }

  /// Takes the role away, or marks it, where the words around a name say so.
  func bend(_ unit: inout NameUnit, in range: Range<Int>) {
    let entity = names.document.entities[unit.members[0].entity]
    guard entity.type != .programme, !unit.isCompound else { return }
    let (start, end) = (unit.range.lowerBound, unit.range.upperBound)
    if entity.type.isPlace ? isDateline(after: end, in: range) : filesReport(before: end, in: range) {
      unit.role = nil
    }
    for context in contexts(after: end, in: range) where isMeant(unit, entity, by: context.names) {
      if context.effect == .none, context.word.count > 1 || !entity.type.isPlace { unit.role = nil }
    }
    // 某办表示: it speaks and does not act.
    if unit.role == .helper, !entity.type.isPlace, isSpeaking(after: end, in: range) { unit.role = nil }
    for context in contexts(before: start, in: range) where isMeant(unit, entity, by: context.names) {
      guard context.followed.isEmpty || context.followed.contains(where: { follows($0, at: end, in: range) }),
        !context.notFollowed.contains(where: { follows($0, at: end, in: range) })
      else { continue }
      switch context.effect {
      case .none: unit.role = nil
      case .keep: return
      case .helper: unit.role = .helper
      case .recipient: unit.role = .recipient
      case .broughtIn: unit.isBroughtIn = true
      case .location: if isLocation(unit.range, in: range) { unit.role = nil }
      case .departure: if isDeparture(unit.range, in: range) { unit.role = nil }
      }
    }
  }

  private func isMeant(_ unit: NameUnit, _ entity: Entity, by kind: WordTables.NameKind) -> Bool {
    let isPlace = entity.type.isPlace
    let isUnknown = !isPlace && names.tiers[unit.members[0].entity] == nil
    switch kind {
    case .any: return true
    case .place: return isPlace
    case .body: return !isPlace
    case .province: return entity.type == .province
    case .helper: return unit.role == .helper
    case .helperPlace: return unit.role == .helper && isPlace
    case .helperProvince: return unit.role == .helper && entity.type == .province
    case .recipientPlace: return unit.role == .recipient && isPlace
    case .unknownBody: return isUnknown && unit.role == .helper
    case .unknownInstitution: return isUnknown && unit.role == .helper && entity.type == .institution
    case .abbreviation, .anaphor, .middlePlace: return false
    }
  }

  /// Whether a date and then 电 or 讯 follow: where the report was filed.
  private func isDateline(after end: Int, in range: Range<Int>) -> Bool {
    var index = end
    while index < min(end + 7, range.upperBound) {
      if words.dateline.contains(where: { follows($0.word, at: index, in: range) }) { return true }
      guard ScalarClass.isDigit(scalars[index]) || scalars[index] == "月" || scalars[index] == "日" else {
        return false
      }
      index += 1
    }
    return false
  }

  /// Whether a body is the agency of a dateline: 新华社银川3月18日电.
  private func filesReport(before end: Int, in range: Range<Int>) -> Bool {
    guard let place = place(at: end) else { return false }
    return isDateline(after: place.end, in: range)
  }

  private func isSpeaking(after end: Int, in range: Range<Int>) -> Bool {
    let limit = min(end + 9, range.upperBound)
    var index = end
    while index < limit {
      if words.holds(.clauseEnd, scalars[index]) { return false }
      guard let found = lexicon.trie.longestMatch(in: scalars, at: index, until: range.upperBound) else {
        index += 1
        continue
      }
      if lexicon.words[Int(found.value)].classes.intersects(classes.say) { return true }
      index += found.length
    }
    return false
  }

  /// Whether a place of the helping side is only where something happens: no support follows (在上海援助下).
  private func isLocation(_ name: Range<Int>, in range: Range<Int>) -> Bool {
    let end = name.upperBound
    for index in end..<max(end, min(end + 6, range.upperBound)) {
      if let found = lexicon.trie.longestMatch(in: scalars, at: index, until: range.upperBound) {
        let found = lexicon.words[Int(found.value)].classes
        if found.intersects(index == end ? classes.gift : classes.support) { return false }
      }
      if words.holds(.clauseEnd, scalars[index]) { break }
    }
    return true
  }

  /// Whether a place of the receiving side is only where something starts: nothing is taken from there.
  private func isDeparture(_ name: Range<Int>, in range: Range<Int>) -> Bool {
    let end = name.upperBound
    for index in end..<max(end, min(end + 12, range.upperBound)) {
      if words.holds(.clauseEnd, scalars[index]) { break }
      if let found = lexicon.trie.longestMatch(in: scalars, at: index, until: range.upperBound),
        lexicon.words[Int(found.value)].classes.intersects(classes.takes)
      {
        return false
      }
    }
    return true
  }
}
