import Linking
import Mentions
import OntologyModel

/// Chains of places (云南曲靖市会泽县) and lists of names.
extension TokenBuilder {
  /// Joins 云南曲靖市会泽县 into its last part and A、B和C into one group.
  func join(_ units: [NameUnit], in range: Range<Int>, context: inout ReadingContext) -> [NameGroup] {
    var chained: [NameUnit] = []
    for unit in units {
      if let previous = chained.last, previous.members.count == 1, !previous.isCompound,
        chains(previous, unit)
      {
        if keepsPlace(previous, unit) {
          var kept = previous
          kept.range = previous.range.lowerBound..<unit.range.upperBound
          chained[chained.count - 1] = kept
          continue
        }
        var joined = unit
        if joined.role == nil || names.tiers[unit.members[0].entity] == nil
          || !names.document.entities[unit.members[0].entity].type.isPlace
        {
          joined.role = previous.role
          if let role = previous.role { context.learn(role, of: unit.members[0].entity) }
        }
        joined.isBroughtIn = joined.isBroughtIn || previous.isBroughtIn
        joined.range = previous.range.lowerBound..<unit.range.upperBound
        joined.note = unit.note
        chained[chained.count - 1] = joined
      } else {
        chained.append(unit)
      }
    }
    for index in chained.indices where chained[index].note == nil {
      bend(&chained[index], in: range)
    }
    var groups: [NameGroup] = []
    var open: NameUnit?
    func close() {
      guard let unit = open else { return }
      open = nil
      guard let role = unit.role else { return }
      groups.append(
        NameGroup(
          members: unit.members, role: role, range: unit.range, certainty: unit.certainty, note: unit.note,
          isBroughtIn: unit.isBroughtIn, isCompound: unit.isCompound))
    }
    for (index, unit) in chained.enumerated() {
      var unit = unit
      // 响应市委、市政府号召: so does the next one of a list.
      if let list = open, list.role == nil, unit.role == .helper, isListOfBodies(list, unit) {
        unit.role = nil
      }
      if let list = open, describes(unit, list, in: range) { continue }
      if let list = open, list.role == .recipient, list.members.count > 1, describesPart(of: list, unit) {
        continue
      }
      // 区委、区政府主要领导: what takes the part of the last name takes that of the list.
      if let list = open, list.role == .helper, unit.role == nil, isListOfBodies(list, unit) {
        open?.role = nil
      }
      if var list = open,
        let role = coordinated(
          list, unit, in: range, isFollowed: chained.dropFirst(index + 1).contains { $0.role == .recipient })
      {
        list.role = role
        list.members += unit.members.filter { member in !list.members.contains { $0.entity == member.entity }
        }
        list.range = list.range.lowerBound..<unit.range.upperBound
        list.certainty = min(list.certainty, unit.certainty)
        list.note = list.note ?? unit.note
        open = list
      } else {
        close()
        open = unit
      }
    }
    close()
    return groups
  }

  /// Whether `upper` only says where `lower` lies.
  private func chains(_ upper: NameUnit, _ lower: NameUnit) -> Bool {
    guard upper.range.upperBound <= lower.range.lowerBound, lower.members.count == 1 else { return false }
    let gap = scalars[upper.range.upperBound..<lower.range.lowerBound]
    let above = upper.members[0].entity
    let below = lower.members[0].entity
    guard names.document.entities[above].type.isPlace else { return false }
    let body = names.document.entities[below]
    if gap.count <= 2,
      gap.allSatisfy({ words.holds(.chainGap, $0) })
    {
      if names.holds(above, below) { return true }
      // 安亭镇某公司: side by side, the first only says where.
      if gap.isEmpty, upper.role == lower.role, !body.type.isPlace, body.type != .programme { return true }
      return !body.type.isPlace && body.type != .programme && names.tiers[below] == nil
    }
    // 青石县的15个乡镇卫生院
    if upper.role == .recipient, gap.count <= 8, gap.contains(where: { words.holds(.of, $0) }),
      names.tiers[below] == nil,
      !body.type.isPlace,
      body.type != .programme, !gap.contains(where: { words.holds(.clauseEnd, $0) }),
      !holdsAct(upper.range.upperBound..<lower.range.lowerBound),
      !lexicon.classes(in: upper.range.upperBound..<lower.range.lowerBound, of: scalars).intersects(
        classes.copula)
    {
      return true
    }
    // 青石县新区旁的白云幼儿园: it lies there, whatever its name says.
    guard upper.role == .recipient, body.type == .institution, gap.count <= 10, gap.count > 2,
      words.holds(.of, gap.last), words.holds(.sideNoun, gap.dropLast().last),
      !gap.contains(where: { words.holds(.clauseEnd, $0) })
    else { return false }
    let range = upper.range.upperBound..<lower.range.lowerBound
    return !holdsAct(range)
  }

  /// Whether a place of one character only says what the bodies just named are: 甲集团、乙集团等驻藏鄂企.
  private func describes(_ unit: NameUnit, _ list: NameUnit, in range: Range<Int>) -> Bool {
    guard list.role == .helper, unit.role == .helper, unit.range.count == 1,
      list.range.upperBound < unit.range.lowerBound, unit.range.lowerBound - list.range.upperBound <= 6,
      scalars[list.range.upperBound] == "等", unit.range.upperBound < range.upperBound
    else { return false }
    return !scalars[list.range.upperBound..<unit.range.lowerBound].contains { words.holds(.clauseEnd, $0) }
  }

  /// Whether a body after a list of places is a plain description of what they have (三县的乡镇卫生院).
  private func describesPart(of list: NameUnit, _ unit: NameUnit) -> Bool {
    guard unit.members.count == 1, names.tiers[unit.members[0].entity] == nil,
      names.document.entities[unit.members[0].entity].type == .institution,
      list.range.upperBound <= unit.range.lowerBound
    else { return false }
    let gap = scalars[list.range.upperBound..<unit.range.lowerBound]
    return gap.count <= 5 && words.holds(.of, gap.last)
  }

  /// Whether the body after a place is a plain description of something in it (乡镇卫生院, 山羊合作社).
  private func keepsPlace(_ upper: NameUnit, _ lower: NameUnit) -> Bool {
    let below = lower.members[0].entity
    guard names.tiers[below] == nil, !names.document.entities[below].type.isPlace else { return false }
    let gap = scalars[upper.range.upperBound..<lower.range.lowerBound]
    return names.document.entities[below].type == .organization
      || gap.contains { ScalarClass.isDigit($0) || words.holds(.amount, $0) }
      || names.document.entities[below].type == .institution && !gap.contains("“") && upper.role == .recipient
        && !words.holds(.sideNoun, gap.dropLast().last)
        && names.names[below].count <= 5
  }

  func holdsAct(_ range: Range<Int>) -> Bool {
    lexicon.classes(in: range, of: scalars).intersects(classes.act)
  }

  /// Drops a place where something is built for another: in 在西宁市为果洛建学校 the help goes to 果洛.
  func dropSettings(_ groups: inout [NameGroup], in range: Range<Int>) {
    for index in groups.indices.dropLast().reversed() {
      let (here, there) = (groups[index], groups[index + 1])
      guard here.role == .recipient, there.role == .recipient, here.members.count == 1,
        there.range.lowerBound - here.range.upperBound <= 8,
        words.holds(.benefit, scalars[there.range.lowerBound - 1]),
        !names.holds(here.members[0].entity, there.members[0].entity)
      else { continue }
      var at = here.range.lowerBound - 1
      while at >= range.lowerBound, here.range.lowerBound - at < 14,
        !words.holds(.clauseEnd, scalars[at])
      {
        if words.holds(.at, scalars[at]) {
          groups.remove(at: index)
          break
        }
        at -= 1
      }
    }
  }

  private func isPlace(_ unit: NameUnit) -> Bool {
    unit.members.allSatisfy { names.document.entities[$0.entity].type.isPlace }
  }

  private func isListOfBodies(_ left: NameUnit, _ right: NameUnit) -> Bool {
    guard left.range.upperBound <= right.range.lowerBound,
      let joiner = listJoiner(
        Array(scalars[left.range.upperBound..<right.range.lowerBound]).prefix(3).map { $0 })
    else { return false }
    return joiner.isEnumeration
      && (left.members + right.members).allSatisfy { !names.document.entities[$0.entity].type.isPlace }
  }

  /// The role of the list that two neighbours form; nil when they form none.
  private func coordinated(
    _ left: NameUnit, _ right: NameUnit, in range: Range<Int>, isFollowed: Bool
  ) -> Role? {
    guard left.range.upperBound <= right.range.lowerBound else { return nil }
    let gap = Array(scalars[left.range.upperBound..<right.range.lowerBound])
    // 甲县、乙县，丙省丁县: a list goes on over the comma before another province.
    if gap.elementsEqual("，".unicodeScalars), left.role == .recipient, right.role == .recipient,
      left.members.count > 1, isPlace(left), isPlace(right), !left.isCompound, !right.isCompound,
      let first = names.home(of: left.members[0].entity),
      let second = names.home(of: right.members[0].entity),
      names.ontology.province(of: first) != names.ontology.province(of: second)
    {
      return .recipient
    }
    // 市妇联会同市儿童基金会: two that act together.
    if gap.count >= 2, left.role == .helper, right.role == .helper, !left.isBroughtIn,
      let match = lexicon.trie.longestMatch(in: gap, at: 0, until: gap.count), match.length == gap.count,
      lexicon.words[Int(match.value)].classes.intersects(classes.with)
    {
      return .helper
    }
    guard left.isCompound == right.isCompound, gap.count <= 14, let joiner = listJoiner(gap),
      !endsPair(left, right, in: range)
    else { return nil }
    guard left.role != .programme, right.role != .programme else {
      return left.role == .programme && right.role == .programme && joiner.isPlain ? .programme : nil
    }
    if left.role == right.role { return left.role }
    // A university of a receiving province that stands in a list with helpers is one of them.
    let bodies = (left.members + right.members).allSatisfy {
      !names.document.entities[$0.entity].type.isPlace
    }
    if bodies, joiner.isEnumeration || isAgent(left, in: range),
      gap.count <= 2,
      (left.members + right.members).contains(where: { names.tiers[$0.entity] == 0 }),
      (left.members + right.members).allSatisfy({ (names.tiers[$0.entity] ?? 0) <= 2 })
    {
      return .helper
    }
    // An organization of unknown home or a place of a middle tier follows its neighbour in a list.
    guard joiner.isEnumeration || joiner.isPlain else { return nil }
    func isFirm(_ unit: NameUnit) -> Bool {
      unit.members.contains { member in names.tiers[member.entity].map { $0 != 1 } ?? false }
    }
    // 分行与小学结对乙县小学: with a recipient still to come, both help.
    if isFollowed, right.role != nil, !isFirm(right), left.role == .helper { return .helper }
    // 在白云中学和乙县中学代课: a body of unknown home after 在 goes with the one that lies there.
    if !isFirm(left), isFirm(right), right.role == .recipient, left.range.lowerBound > range.lowerBound,
      words.holds(.at, scalars[left.range.lowerBound - 1])
    {
      return .recipient
    }
    if joiner.isEnumeration {
      if !isFirm(right), isFirm(left) { return left.role }
      if !isFirm(left), isFirm(right) { return right.role }
    }
    return nil
  }

  /// Whether two names belong to different pairs: 乙县 and 丙区 in 甲区与乙县、丙区与丁县.
  private func endsPair(_ left: NameUnit, _ right: NameUnit, in range: Range<Int>) -> Bool {
    guard left.range.lowerBound > range.lowerBound, right.range.upperBound < range.upperBound,
      scalars[left.range.upperBound..<right.range.lowerBound].elementsEqual(["、"])
    else { return false }
    let (before, after) = (scalars[left.range.lowerBound - 1], scalars[right.range.upperBound])
    return before == after
      && lexicon.classes(in: right.range.upperBound..<right.range.upperBound + 1, of: scalars)
        .intersects(classes.with)
  }

  private func listJoiner(_ gap: [Unicode.Scalar]) -> (isPlain: Bool, isEnumeration: Bool)? {
    if gap.isEmpty || gap.elementsEqual("”“".unicodeScalars) { return (true, false) }
    let trimmed = gap.filter { !"“”（）".unicodeScalars.contains($0) }
    guard let last = trimmed.last, words.holds(.listJoiner, last) else { return nil }
    let isEnumeration = last == "、"
    if trimmed.count == 1 { return (true, isEnumeration) }
    // 以及
    if trimmed.count == 2, !isEnumeration, trimmed[0] == "以" { return (true, false) }
    // 甲区、乙新区、丙区: a unit in between that is not known.
    if isEnumeration, trimmed.first == "、", let end = trimmed.dropLast().last, words.holds(.unitEnd, end),
      trimmed.count <= 8,
      trimmed.dropFirst().dropLast().allSatisfy({ ScalarClass.isHan($0) })
    {
      return (true, true)
    }
    // A distributed list: 叶城的核桃、江孜的青稞饼; 甲医院6名、乙医院5名.
    let body = trimmed.dropLast()
    guard let first = body.first, !body.contains(where: { words.holds(.clauseEnd, $0) }) else { return nil }
    if words.holds(.of, first) || ScalarClass.isDigit(first) { return (true, isEnumeration) }
    // 勐海、勐腊三县和…; 贵州等省、…
    if body.count <= 3, body.allSatisfy({ words.holds(.listTail, $0) }) { return (true, isEnumeration) }
    return nil
  }

  private func isAgent(_ unit: NameUnit, in range: Range<Int>) -> Bool {
    unit.range.lowerBound > range.lowerBound && words.holds(.agent, scalars[unit.range.lowerBound - 1])
  }
}
