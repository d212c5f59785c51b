import Linking
import Mentions
import OntologyModel

/// Turns a sentence into tokens: names joined into groups, words that rules look at, clause borders.
struct TokenBuilder {
  let names: DocumentNames
  let lexicon: CueLexicon
  let classes: KnownClasses

  private let scalars: [Unicode.Scalar]

  /// Something that stands for an entity, before lists are joined.
  private struct Unit {
    var members: [NameGroup.Member]
    var role: Role?
    var range: Range<Int>
    var certainty = 1.0
    var note: String?
    var isBroughtIn = false
    var isCompound = false
  }

  init(names: DocumentNames, lexicon: CueLexicon, classes: KnownClasses) {
    self.names = names
    scalars = names.document.reading.scalars
    self.lexicon = lexicon
    self.classes = classes
  }

  /// Reads one sentence. `mentions` are the positions of the outer mentions inside it, in order. O(length).
  func tokens(
    of range: Range<Int>, number: Int, mentions: ArraySlice<Int>, context: inout ReadingContext
  ) -> SentenceTokens {
    var result = SentenceTokens(range: range)
    var units: [Unit] = []
    var words: [(range: Range<Int>, word: Int)] = []
    var borders: [(range: Range<Int>, content: Token.Content)] = []
    var index = range.lowerBound
    var next = mentions.startIndex
    var skipUntil = range.lowerBound
    let present = sides(of: mentions, context: context)
    func add(_ unit: Unit) {
      units.append(unit)
      guard let role = unit.role else { return }
      for member in unit.members where !names.document.entities[member.entity].type.isPlace {
        if let home = names.homes[member.entity], let place = names.entityOfPlace[home] {
          context.see(impliedPlace: place, role: role, sentence: number)
        }
      }
      context.see(
        group: NameGroup(members: unit.members, role: role, range: unit.range), sentence: number)
    }
    while index < range.upperBound {
      if next < mentions.endIndex {
        let mention = names.document.mentions[mentions[next]]
        let span = names.spans[mentions[next]]
        if span.lowerBound < index {
          next += 1
          continue
        }
        if span.lowerBound == index {
          next += 1
          if index >= skipUntil, let unit = unit(mention, at: mentions[next - 1], in: range, context: context)
          {
            add(unit)
          }
          index = span.upperBound
          continue
        }
      }
      let stop =
        next < mentions.endIndex
        ? min(range.upperBound, names.spans[mentions[next]].lowerBound) : range.upperBound
      let scalar = scalars[index]
      switch scalar {
      case "，", "；", "。", "！", "？", "…", "\n", "\t", "|", "●", "■", "◆":
        if index >= skipUntil { borders.append((index..<index + 1, .border)) }
        index += 1
        continue
      case "：":
        borders.append((index..<index + 1, .colon))
        index += 1
        continue
      case "—", "－", "–":
        let start = index
        while index < range.upperBound, scalars[index] == scalar { index += 1 }
        if start >= skipUntil { borders.append((start..<index, .dash)) }
        continue
      case "（":
        // A bracket with nothing but a name or a number explains the word before it.
        if let close = closing(of: index, in: range), isAside(index + 1..<close) {
          skipUntil = close + 1
        } else if index >= skipUntil {
          borders.append((index..<index + 1, .border))
        }
        index += 1
        continue
      case "）":
        if index >= skipUntil { borders.append((index..<index + 1, .border)) }
        index += 1
        continue
      default: break
      }
      if index >= skipUntil, let found = lexicon.trie.longestMatch(in: scalars, at: index, until: stop) {
        let word = Int(found.value)
        let span = index..<index + found.length
        if let anaphor = lexicon.words[word].anaphor,
          let unit = resolve(
            anaphor, at: span, in: range, context: context, sentence: number, present: present,
            before: anaphor.count > 1 ? join(units, in: range, context: &context) : [])
        {
          add(unit)
        } else if !lexicon.words[word].isShield,
          lexicon.words[word].anaphor == nil || !lexicon.words[word].classes.isEmpty
        {
          words.append((span, word))
        }
        index = span.upperBound
        continue
      }
      index += 1
    }
    var groups = join(units, in: range, context: &context)
    for group in groups where group.members.count > 1 { context.see(list: group, sentence: number) }
    dropSettings(&groups, in: range)
    assemble(&result, groups: groups, words: words, borders: borders)
    return result
  }

  // MARK: - Names

  /// The sides that the names of a sentence show.
  private func sides(of mentions: ArraySlice<Int>, context: ReadingContext) -> Set<Role> {
    Set(
      mentions.map {
        let entity = names.document.mentions[$0].entity
        return context.learned[entity] ?? names.roles[entity]
      })
  }

  /// Whether one of the words stands right before `index`.
  private func stands(_ words: [String], before index: Int, in range: Range<Int>) -> Bool {
    words.contains { word in
      let form = Array(word.unicodeScalars)
      return index - form.count >= range.lowerBound && scalars[index - form.count..<index].elementsEqual(form)
    }
  }

  /// What a mention stands for in its sentence; nil for names that take no part (丽江人, 援疆).
  private func unit(_ mention: LinkedMention, at position: Int, in range: Range<Int>, context: ReadingContext)
    -> Unit?
  {
    let mentioned = standIn(for: mention, at: position) ?? mention.entity
    let entity = names.document.entities[mentioned]
    var unit = Unit(
      members: [.init(entity: mentioned, range: mention.range, certainty: mention.certainty)],
      role: context.learned[mentioned] ?? names.roles[mentioned], range: names.spans[position])
    guard entity.type != .programme else { return unit }
    let end = mention.range.upperBound
    if entity.type.isPlace, mentioned == mention.entity {
      let after = end < range.upperBound ? scalars[end] : " "
      let afterNext = end + 1 < range.upperBound ? scalars[end + 1] : " "
      if mention.form == .abbreviation || mention.range.count <= 2,
        stands(["援"], before: mention.range.lowerBound, in: range)
          || scalars[mention.range.lowerBound] == "援" || after == "援" && mention.range.count == 1
      {
        return nil
      }
      // 丽江人, 云南籍: where someone comes from.
      if after == "籍" || after == "人" && !"民社大才力保均口数员次".unicodeScalars.contains(afterNext) { return nil }
      unit.isCompound = mention.form == .abbreviation && mention.range.count == 1 && isPaired(position)
      if names.tiers[mentioned] == 1, let role = middleRole(of: mention, at: position, in: range) {
        unit.role = role
      }
      if after == "援", "疆藏青滇黔川桂蒙宁".unicodeScalars.contains(afterNext), names.tiers[mentioned] != 3 {
        unit.role = .helper
      }
    }
    return unit
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
        if scalars[between].contains(where: { "，；。：".unicodeScalars.contains($0) }) { break }
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

  /// Takes the role away, or marks it, where the words around a name say so.
  private func bend(_ unit: inout Unit, in range: Range<Int>) {
    let entity = names.document.entities[unit.members[0].entity]
    guard entity.type != .programme, !unit.isCompound else { return }
    let start = unit.range.lowerBound
    let end = unit.range.upperBound
    let isPlace = entity.type.isPlace
    if stands(["不是", "并非", "而非", "而不是"], before: start, in: range) { unit.role = nil }
    if stands(["除", "除了"], before: start, in: range) { unit.role = nil }
    // 新华社银川7月18日电, 本报银川讯: where the report was filed.
    if isPlace, stands(["社", "本报", "网"], before: start, in: range) || isDateline(after: end, in: range) {
      unit.role = nil
    }
    if isPlace, follows(["召开", "举行", "开幕", "闭幕", "出发", "启程"], after: end, in: range) { unit.role = nil }
    if unit.role == .recipient, isPlace, isDeparture(unit.range, in: range) { unit.role = nil }
    // 某县融媒体中心讯: the source of the report.
    if !isPlace, follows(["讯", "电 ", "报道", "供稿", "记者", "消息"], after: end, in: range) { unit.role = nil }
    // 某办表示: it speaks and does not act.
    if unit.role == .helper, entity.type == .agency, isSpeaking(after: end, in: range) { unit.role = nil }
    guard unit.role == .helper, start > range.lowerBound else { return }
    if isPlace, isLocation(unit.range, in: range) { unit.role = nil }
    // 向广东送电, 写给闵行的信: the helper is the one who gets.
    if stands(["向", "给", "为", "替", "往"], before: start, in: range),
      !follows(["销售", "出售"], after: end, in: range),
      isPlace || stands(["给", "向"], before: start, in: range)
    {
      unit.role = nil
    }
    if isPlace, stands(["从", "由"], before: start, in: range),
      follows(
        ["出发", "启程", "站", "南站", "北站", "东站", "西站", "飞", "乘", "开往", "开出", "坐", "搬", "迁", "运", "转"], after: end,
        in: range)
    {
      unit.role = nil
    }
    if stands(
      [
        "引入", "引进", "引来", "引来了", "邀请", "请来", "请", "联系", "对接", "协调", "动员", "引导", "吸引", "引荐", "带动", "让", "委托",
        "牵手", "发动",
      ],
      before: start, in: range)
    {
      unit.isBroughtIn = true
      // 邀请上海专家: the place only says where they are from.
      if entity.type == .province { unit.role = nil }
    }
    guard unit.role != nil else { return }
    if isPlace {
      if stands(["利用", "成批", "一批", "面向", "对标", "借鉴", "学习", "接轨", "融入"], before: start, in: range) {
        unit.role = nil
      }
      // 甲、乙、丙三家山东企业: they have been named.
      if stands(["家", "所", "位", "名", "个", "支"], before: start, in: range),
        follows(["企业", "公司", "高校", "医院", "学校", "单位", "专家"], after: end, in: range)
      {
        unit.role = nil
      }
    } else if names.tiers[unit.members[0].entity] == nil {
      if entity.type == .institution,
        stands(["建成", "新建", "援建", "捐建", "兴建", "建起", "建设", "打造"], before: start, in: range)
      {
        unit.role = .recipient
      } else if stands(["成立", "建立", "组建", "设立", "创办", "通过", "建设"], before: start, in: range) {
        unit.role = nil
      }
    }
  }

  private func isDateline(after end: Int, in range: Range<Int>) -> Bool {
    var index = end
    while index < min(end + 7, range.upperBound) {
      if scalars[index] == "电" || scalars[index] == "讯" { return true }
      guard ScalarClass.isDigit(scalars[index]) || "月日".unicodeScalars.contains(scalars[index]) else {
        return false
      }
      index += 1
    }
    return false
  }

  private func isSpeaking(after end: Int, in range: Range<Int>) -> Bool {
    for index in end..<min(end + 9, range.upperBound) {
      if "，。；：".unicodeScalars.contains(scalars[index]) { return false }
      if let found = lexicon.trie.longestMatch(in: scalars, at: index, until: range.upperBound),
        lexicon.words[Int(found.value)].classes.intersects(classes.say)
      {
        return true
      }
    }
    return false
  }

  private func follows(_ words: [String], after index: Int, in range: Range<Int>) -> Bool {
    words.contains { word in
      let form = Array(word.unicodeScalars)
      return index + form.count <= range.upperBound && scalars[index..<index + form.count].elementsEqual(form)
    }
  }

  /// Whether a place of the helping side is only where something happens (在上海, 来沪).
  private func isLocation(_ name: Range<Int>, in range: Range<Int>) -> Bool {
    let start = name.lowerBound
    guard start > range.lowerBound else { return false }
    let before = scalars[start - 1]
    guard
      "在来到赴入进返抵离往回驻留".unicodeScalars.contains(before) || stands(["到了", "来到了"], before: start, in: range)
    else { return false }
    let end = name.upperBound
    var index = end
    while index < min(end + 6, range.upperBound) {
      if let found = lexicon.trie.longestMatch(in: scalars, at: index, until: range.upperBound) {
        if lexicon.words[Int(found.value)].classes.intersects(index == end ? classes.gift : classes.support) {
          return false
        }
      }
      if "，。；、".unicodeScalars.contains(scalars[index]) { break }
      index += 1
    }
    return true
  }

  /// Whether a place of the receiving side is only where something starts (从昆明出发, 来自青海).
  private func isDeparture(_ name: Range<Int>, in range: Range<Int>) -> Bool {
    let start = name.lowerBound
    if stands(["来自"], before: start, in: range) {
      let end = name.upperBound
      return end < range.upperBound && scalars[end] == "的" && end + 1 < range.upperBound
        && "客人员旅".unicodeScalars.contains(scalars[end + 1])
    }
    guard stands(["从", "自"], before: start, in: range) else { return false }
    var index = name.upperBound
    while index < min(name.upperBound + 12, range.upperBound) {
      if "，。；".unicodeScalars.contains(scalars[index]) { break }
      if let found = lexicon.trie.longestMatch(in: scalars, at: index, until: range.upperBound) {
        if lexicon.words[Int(found.value)].classes.intersects(classes.takes) { return false }
      }
      index += 1
    }
    return true
  }

  private func closing(of open: Int, in range: Range<Int>) -> Int? {
    var index = open + 1
    while index < min(range.upperBound, open + 40) {
      if scalars[index] == "）" { return index }
      index += 1
    }
    return nil
  }

  private func isAside(_ range: Range<Int>) -> Bool { !holdsAct(range) }

  // MARK: - Words that point back

  private func resolve(
    _ anaphor: CueLexicon.Anaphor, at span: Range<Int>, in range: Range<Int>, context: ReadingContext,
    sentence: Int, present: Set<Role>, before: [NameGroup]
  ) -> Unit? {
    if anaphor.isBareNoun {
      // 学校, 公司: only where nothing before it says which one.
      if span.lowerBound > range.lowerBound {
        let before = scalars[span.lowerBound - 1]
        guard
          "，。；：（—由给在向为把被从到让使替帮该这是”".unicodeScalars.contains(before)
            || isPointedAt(span.lowerBound, in: range)
        else { return nil }
      }
      if span.upperBound < range.upperBound,
        "里外内中化式间际级类型制和、与等".unicodeScalars.contains(scalars[span.upperBound])
      {
        return nil
      }
    }
    if stands(["利用", "凭借"], before: span.lowerBound, in: range) { return nil }
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
    if anaphor.isSelf, let own = ownVoice(fits, role: anaphor.role, context: context) {
      found = [own]
    } else if anaphor.count == 1 {
      // Where the sentence names one side only, the word stands for the other.
      let wanted: Role? =
        anaphor.role
        ?? (present.contains(.helper) && !present.contains(.recipient)
          ? .recipient : present.contains(.recipient) && !present.contains(.helper) ? .helper : nil)
      let isAnyPlace = anaphor.types.count > 4
      let spots = context.spots.reversed().prefix(60).filter {
        fits($0.entity) && !(isAnyPlace && $0.isImplied)
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
    let text = names.document.reading.text(span)
    return Unit(
      members: found.map { .init(entity: $0, range: span, certainty: 1) },
      role: context.learned[found[0]] ?? names.roles[found[0]], range: span,
      certainty: distance <= 2 ? 0.95 : distance <= 5 ? 0.88 : 0.8,
      note: "\(text) stands for \(found.map { names.document.entities[$0].label }.joined(separator: "、"))")
  }

  /// Whom 我市, 本集团, 全县 mean: the one of its kind in the title, else the one that the document names most.
  private func ownVoice(_ fits: (Int) -> Bool, role: Role?, context: ReadingContext) -> Int? {
    if let titled = context.titleEntities.first(where: fits) { return titled }
    let known = Set(context.spots.map(\.entity))
    return names.document.entities.indices.filter {
      fits($0) && known.contains($0) && (role == nil || names.roles[$0] == role)
    }
    .max { (names.mentionCounts[$0], -$0) < (names.mentionCounts[$1], -$1) }
  }

  /// Whether 这家, 该 … stands a little before, in the same clause.
  private func isPointedAt(_ index: Int, in range: Range<Int>) -> Bool {
    var at = index - 1
    while at > range.lowerBound, index - at < 18 {
      if "，。；：、".unicodeScalars.contains(scalars[at]) { return false }
      if scalars[at - 1] == "这", "家所个座支".unicodeScalars.contains(scalars[at]) { return true }
      at -= 1
    }
    return false
  }

  // MARK: - Lists

  /// Joins 云南曲靖市会泽县 into its last part and A、B和C into one group.
  private func join(_ units: [Unit], in range: Range<Int>, context: inout ReadingContext) -> [NameGroup] {
    var chained: [Unit] = []
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
    var open: Unit?
    func close() {
      guard let unit = open else { return }
      open = nil
      guard let role = unit.role else { return }
      groups.append(
        NameGroup(
          members: unit.members, role: role, range: unit.range, certainty: unit.certainty, note: unit.note,
          isBroughtIn: unit.isBroughtIn, isCompound: unit.isCompound))
    }
    for unit in chained {
      if let list = open, list.role == .recipient, list.members.count > 1, describesPart(of: list, unit) {
        continue
      }
      if var list = open, let role = coordinated(list, unit, in: range) {
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
  private func chains(_ upper: Unit, _ lower: Unit) -> Bool {
    guard upper.range.upperBound <= lower.range.lowerBound, lower.members.count == 1 else { return false }
    let gap = scalars[upper.range.upperBound..<lower.range.lowerBound]
    let above = upper.members[0].entity
    let below = lower.members[0].entity
    guard names.document.entities[above].type.isPlace else { return false }
    let body = names.document.entities[below]
    if gap.count <= 2,
      gap.allSatisfy({ "的“·‘—".unicodeScalars.contains($0) }) || gap.elementsEqual("下属".unicodeScalars)
    {
      if names.holds(above, below) { return true }
      // 安亭镇某公司: side by side, the first only says where.
      if gap.isEmpty, upper.role == lower.role, !body.type.isPlace, body.type != .programme { return true }
      return !body.type.isPlace && body.type != .programme && names.tiers[below] == nil
    }
    // 青石县的15个乡镇卫生院
    if upper.role == .recipient, gap.count <= 8, gap.contains("的"), names.tiers[below] == nil,
      !body.type.isPlace,
      body.type != .programme, !gap.contains(where: { "，。；：、".unicodeScalars.contains($0) }),
      !holdsAct(upper.range.upperBound..<lower.range.lowerBound)
    {
      return true
    }
    // 青石县新区旁的白云幼儿园: it lies there, whatever its name says.
    guard upper.role == .recipient, body.type == .institution, gap.count <= 10, gap.count > 2,
      gap.last == "的",
      let side = gap.dropLast().last, "旁边里内上侧处东南西北下".unicodeScalars.contains(side),
      !gap.contains(where: { "，。；：、".unicodeScalars.contains($0) })
    else { return false }
    let range = upper.range.upperBound..<lower.range.lowerBound
    return !holdsAct(range)
  }

  /// Whether a body after a list of places is a plain description of what they have (三县的乡镇卫生院).
  private func describesPart(of list: Unit, _ unit: Unit) -> Bool {
    guard unit.members.count == 1, names.tiers[unit.members[0].entity] == nil,
      names.document.entities[unit.members[0].entity].type == .institution,
      list.range.upperBound <= unit.range.lowerBound
    else { return false }
    let gap = scalars[list.range.upperBound..<unit.range.lowerBound]
    return gap.count <= 5 && gap.last == "的"
  }

  /// Whether the body after a place is a plain description of something in it (乡镇卫生院, 山羊合作社).
  private func keepsPlace(_ upper: Unit, _ lower: Unit) -> Bool {
    let below = lower.members[0].entity
    guard names.tiers[below] == nil, !names.document.entities[below].type.isPlace else { return false }
    let gap = scalars[upper.range.upperBound..<lower.range.lowerBound]
    return names.document.entities[below].type == .organization
      || gap.contains { ScalarClass.isDigit($0) || "多几各数两三四五六七八九十".unicodeScalars.contains($0) }
      || names.document.entities[below].type == .institution && !gap.contains("“") && upper.role == .recipient
        && !"旁边里内上侧处东南西北下".unicodeScalars.contains(gap.dropLast().last ?? " ")
        && names.names[below].count <= 5
  }

  private func holdsAct(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      if let found = lexicon.trie.longestMatch(in: scalars, at: index, until: range.upperBound) {
        if lexicon.words[Int(found.value)].classes.intersects(classes.act) { return true }
        index += found.length
      } else {
        index += 1
      }
    }
    return false
  }

  /// Drops a place where something is built for another: in 在西宁市为果洛建学校 the help goes to 果洛.
  private func dropSettings(_ groups: inout [NameGroup], in range: Range<Int>) {
    for index in groups.indices.dropLast().reversed() {
      let (here, there) = (groups[index], groups[index + 1])
      guard here.role == .recipient, there.role == .recipient, here.members.count == 1,
        there.range.lowerBound - here.range.upperBound <= 8,
        stands(["为", "给", "替"], before: there.range.lowerBound, in: range),
        !names.holds(here.members[0].entity, there.members[0].entity)
      else { continue }
      var at = here.range.lowerBound - 1
      while at >= range.lowerBound, here.range.lowerBound - at < 14,
        !"，。；".unicodeScalars.contains(scalars[at])
      {
        if scalars[at] == "在" {
          groups.remove(at: index)
          break
        }
        at -= 1
      }
    }
  }

  /// The role of the list that two neighbours form; nil when they form none.
  private func coordinated(_ left: Unit, _ right: Unit, in range: Range<Int>) -> Role? {
    guard left.range.upperBound <= right.range.lowerBound else { return nil }
    let gap = Array(scalars[left.range.upperBound..<right.range.lowerBound])
    guard left.isCompound == right.isCompound, gap.count <= 14, let joiner = listJoiner(gap) else {
      return nil
    }
    guard left.role != .programme, right.role != .programme else {
      return left.role == .programme && right.role == .programme && joiner.isPlain ? .programme : nil
    }
    if left.role == right.role { return left.role }
    // A university of a receiving province that stands in a list with helpers is one of them.
    let bodies = (left.members + right.members).allSatisfy {
      !names.document.entities[$0.entity].type.isPlace
    }
    if bodies, joiner.isEnumeration || stands(["由", "经"], before: left.range.lowerBound, in: range),
      gap.count <= 2,
      (left.members + right.members).contains(where: { names.tiers[$0.entity] == 0 }),
      (left.members + right.members).allSatisfy({ (names.tiers[$0.entity] ?? 0) <= 2 })
    {
      return .helper
    }
    // An organization of unknown home or a place of a middle tier follows its neighbour in a list.
    guard joiner.isEnumeration || joiner.isPlain else { return nil }
    func isFirm(_ unit: Unit) -> Bool {
      unit.members.contains { member in names.tiers[member.entity].map { $0 != 1 } ?? false }
    }
    if joiner.isEnumeration {
      if !isFirm(right), isFirm(left) { return left.role }
      if !isFirm(left), isFirm(right) { return right.role }
    }
    return nil
  }

  private func listJoiner(_ gap: [Unicode.Scalar]) -> (isPlain: Bool, isEnumeration: Bool)? {
    if gap.isEmpty || gap.elementsEqual("”“".unicodeScalars) { return (true, false) }
    let joiners: Set<Unicode.Scalar> = ["、", "和", "及", "与", "暨", "并"]
    let trimmed = gap.filter { !"“”（）".unicodeScalars.contains($0) }
    if trimmed.elementsEqual("以及".unicodeScalars) || trimmed.elementsEqual("以及在".unicodeScalars) {
      return (true, false)
    }
    if trimmed.count == 1, joiners.contains(trimmed[0]) { return (true, trimmed[0] == "、") }
    // A distributed list: 叶城的核桃、江孜的青稞饼; 甲医院6名、乙医院5名.
    guard let last = trimmed.last, last == "、" || last == "和" || last == "以及".unicodeScalars.last,
      trimmed.count >= 2
    else { return nil }
    let body = trimmed.dropLast()
    guard !body.contains(where: { "，。；：、".unicodeScalars.contains($0) }) else { return nil }
    if body.first == "的" || body.first.map({ $0.value < 0x3A && $0.value > 0x2F }) == true {
      return (true, last == "、")
    }
    if body.count <= 3, last == "、" || last == "和" {
      // 勐海、勐腊三县和…; 贵州等省、…
      let tail = body.allSatisfy { "等县市区州省镇乡村两三四五六七八九十个几级".unicodeScalars.contains($0) }
      if tail { return (true, last == "、") }
    }
    return nil
  }

  // MARK: - Assembly

  private func assemble(
    _ result: inout SentenceTokens, groups: [NameGroup], words: [(range: Range<Int>, word: Int)],
    borders: [(range: Range<Int>, content: Token.Content)]
  ) {
    // Borders and words inside a list belong to it.
    func isInside(_ at: Int) -> Bool {
      groups.contains { $0.range.lowerBound <= at && at < $0.range.upperBound }
    }
    var parts: [(at: Int, end: Int, content: Token.Content)] = []
    for (index, group) in groups.enumerated() {
      parts.append((group.range.lowerBound, group.range.upperBound, .name(group: index, role: group.role)))
    }
    for word in words where !isInside(word.range.lowerBound) {
      parts.append((word.range.lowerBound, word.range.upperBound, .word(word.word)))
      result.classes.formUnion(lexicon.words[word.word].classes)
    }
    for border in borders where !isInside(border.range.lowerBound) {
      parts.append((border.range.lowerBound, border.range.upperBound, border.content))
    }
    parts.sort { $0.at < $1.at }
    var clause = 0
    var clauseStart = result.range.lowerBound
    for part in parts {
      let isBorder =
        if case .border = part.content { true } else if case .colon = part.content { true } else { false }
      result.tokens.append(Token(content: part.content, range: part.at..<part.end, clause: clause))
      if isBorder {
        result.clauses.append(clauseStart..<part.at)
        clauseStart = part.end
        clause += 1
      }
    }
    result.clauses.append(clauseStart..<max(clauseStart, result.range.upperBound))
    result.groups = groups
  }
}
