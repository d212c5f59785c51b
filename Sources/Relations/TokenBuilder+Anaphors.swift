import Linking
import Mentions
import OntologyModel

/// Words that point back to something named before.
extension TokenBuilder {
  /// What a word that points back stands for; nil when it points at nothing known.
  func resolve(
    _ anaphor: CueLexicon.Anaphor, at span: Range<Int>, in range: Range<Int>, context: ReadingContext,
    sentence: Int, present: RoleSet, before: [NameGroup]
  ) -> NameUnit? {
    if anaphor.isBareNoun {
      // 学校, 公司: only where nothing before it says which one.
      if span.lowerBound > range.lowerBound {
        let before = scalars[span.lowerBound - 1]
        guard
          words.holds(.bareBefore, before)
            || isPointedAt(span.lowerBound, in: range)
        else { return nil }
      }
      if span.upperBound < range.upperBound,
        words.holds(.bareNotAfter, scalars[span.upperBound])
      {
        return nil
      }
    }
    if contexts(before: span.lowerBound, in: range).contains(where: {
      $0.names == .anaphor && $0.effect == .none
    }) {
      return nil
    }
    func fits(_ entity: Int) -> Bool {
      let type = names.document.entities[entity].type
      if type == .programme { return false }
      if !anaphor.types.isEmpty, !anaphor.types.contains(type) { return false }
      if anaphor.suffixes.isEmpty { return true }
      return anaphor.suffixes.contains { ending in
        names.forms[entity].contains { $0.suffix(ending.count).elementsEqual(ending) }
      }
    }
    var found: [Int] = []
    var distance = 0
    if anaphor.isSelf, let own = ownVoice(fits, role: anaphor.role, in: range, context: context) {
      found = [own]
    } else if anaphor.isBareNoun,
      let speaker = context.speakers.first(where: fits) ?? context.titleEntities.first(where: fits),
      !names.isNamed(speaker, in: range)
    {
      found = [speaker]
    } else if anaphor.count == 1 {
      // Where the sentence names one side only, the word stands for the other.
      let wanted: Role? =
        anaphor.role
        ?? (present.contains(.helper) && !present.contains(.recipient)
          ? .recipient : present.contains(.recipient) && !present.contains(.helper) ? .helper : nil)
      let isAnyPlace = anaphor.types.count > 4
      // 当地 after the hospital of a county in the same sentence is that county.
      let spots = context.spots.reversed().prefix(60).filter {
        fits($0.entity) && !(isAnyPlace && $0.isImplied && $0.sentence != sentence)
      }
      let choice =
        spots.first { wanted == nil || $0.role == wanted } ?? (anaphor.role == nil ? spots.first : nil)
      if isAnyPlace, let topic = context.topicPlaces(anaphor.role ?? .recipient, before: sentence),
        choice?.sentence != sentence, topic.allSatisfy(fits)
      {
        // 当地 is the place that the text helps, not the one it mentioned last.
        found = topic
        distance = 1
      } else if let choice {
        found = [choice.entity]
        let rivals = Set(
          spots.filter { $0.sentence == choice.sentence && $0.role == choice.role }.map(\.entity))
        if anaphor.types == [.enterprise], rivals.count > 1 {
          // Of several companies of one sentence, the one that the text speaks of most.
          let counts = Dictionary(grouping: spots, by: \.entity).mapValues(\.count)
          found = [spots.map(\.entity).max { (counts[$0] ?? 0) < (counts[$1] ?? 0) } ?? choice.entity]
        }
        distance = sentence - choice.sentence
      }
    } else {
      let here = before.map { (entities: $0.members.map(\.entity), role: $0.role, sentence: sentence) }
      for list in (context.lists + here).reversed().prefix(12)
      where (anaphor.role == nil || list.role == anaphor.role)
        && (anaphor.count == 0 || list.entities.count == anaphor.count) && list.entities.allSatisfy(fits)
      {
        found = list.entities
        distance = sentence - list.sentence
        break
      }
      if found.isEmpty {
        var seen: [Int] = []
        for spot in context.spots.reversed()
        where (anaphor.role == nil || spot.role == anaphor.role) && fits(spot.entity)
          && !seen.contains(spot.entity)
        {
          seen.append(spot.entity)
          if seen.count > anaphor.count { break }
        }
        if seen.count == anaphor.count, anaphor.count > 0 { found = seen.reversed() }
        // 两地 after two counties and some villages: the units of one kind that are just so many.
        for type in [EntityType.county, .district, .prefecture, .province, .township] where found.isEmpty {
          var units: [Int] = []
          for spot in context.spots
          where (anaphor.role ?? .recipient) == spot.role && fits(spot.entity) && !units.contains(spot.entity)
            && names.document.entities[spot.entity].type == type
          {
            units.append(spot.entity)
          }
          if units.count == anaphor.count, anaphor.count > 1 { found = units }
        }
      }
    }
    guard !found.isEmpty else { return nil }
    // 我市习水、桐梓两县: a city that does not hold what follows is not the one that speaks.
    if anaphor.isSelf, let next = place(at: span.upperBound),
      !found.contains(where: { names.holds($0, next.entity) })
    {
      return nil
    }
    let text = names.document.reading.text(span)
    return NameUnit(
      members: found.map { .init(entity: $0, range: span, certainty: 1) },
      role: context.learned[found[0]] ?? names.roles[found[0]], range: span,
      certainty: distance <= 2 ? 0.95 : distance <= 5 ? 0.88 : 0.8,
      note: "\(text) stands for \(found.map { names.document.entities[$0].label }.joined(separator: "、"))")
  }

  /// Whom 我市, 我院, 本集团 mean: the one of its kind in the title, else the one that the document names first.
  ///
  /// Who is named beside the word is another one: in 我院与甲县人民医院结对 the hospital of 甲县 does not speak.
  private func ownVoice(
    _ fits: (Int) -> Bool, role: Role?, in range: Range<Int>, context: ReadingContext
  ) -> Int? {
    if let known = context.speakers.first(where: fits) { return known }
    func speaks(_ entity: Int) -> Bool { fits(entity) && !names.isNamed(entity, in: range) }
    if let titled = context.titleEntities.first(where: speaks) { return titled }
    let known = Set(context.spots.map(\.entity))
    return names.outer.lazy.map { names.document.mentions[$0].entity }.first {
      speaks($0) && known.contains($0) && (role == nil || names.roles[$0] == role)
    }
  }

  /// The place whose name starts at an offset, and where the name ends.
  func place(at offset: Int) -> (entity: Int, end: Int)? {
    let next = names.firstOuter(from: offset)
    guard next < names.outer.count, names.spans[names.outer[next]].lowerBound == offset else { return nil }
    let entity = names.document.mentions[names.outer[next]].entity
    guard names.document.entities[entity].type.isPlace else { return nil }
    return (entity, names.spans[names.outer[next]].upperBound)
  }

  /// Whether 这家, 该 … stands a little before, in the same clause.
  private func isPointedAt(_ index: Int, in range: Range<Int>) -> Bool {
    var at = index - 1
    while at > range.lowerBound, index - at < 18 {
      if words.holds(.clauseEnd, scalars[at]) { return false }
      if words.holds(.pointing, scalars[at - 1]), words.holds(.measure, scalars[at]) { return true }
      at -= 1
    }
    return false
  }

}
