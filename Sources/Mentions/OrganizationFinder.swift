import OntologyModel

/// Finds organizations by form: an ending from the word list, and a left border found from word lists,
/// known names and punctuation.
struct OrganizationFinder {
  let text: ScannedText
  private var scalars: [Unicode.Scalar] { text.reading.scalars }

  /// Scalars inside (not at the start of) strong names: no border word may start there.
  private let insideName: [Bool]

  private static let relatives: Set<Unicode.Scalar> = ["省", "市", "区", "县", "州", "盟", "旗", "镇", "乡"]
  private static let longest = 26

  init(text: ScannedText) {
    self.text = text
    var inside = Array(repeating: false, count: text.reading.scalars.count + 1)
    for hit in text.hits where OrganizationFinder.isStrongName(hit, in: text) {
      for position in (Int(hit.start) + 1)..<max(Int(hit.start) + 1, hit.end) { inside[position] = true }
    }
    insideName = inside
  }

  /// Names that may start an organization's name: strong place names, short names of upper units, known bodies.
  ///
  /// - Parameter allowsCommon: whether a short name that is also a common word will do.
  static func isStrongName(_ hit: Lexicon.Hit, in text: ScannedText, allowsCommon: Bool = false) -> Bool {
    guard hit.length >= 2 else { return false }
    let entry = text.entry(hit)
    let isCommon = entry.classes.contains(.commonWord)
    return text.lexicon.targets(of: hit.entry).contains { target in
      switch target.kind {
      case .placeName: hit.length > 2 || !target.isBelowCounty
      case .placeForm: true
      case .placeShort: (allowsCommon || !isCommon) && !target.isBelowCounty
      case .organizationName, .organizationAlias: true
      case .abbreviation, .organizationWeak: false
      }
    }
  }

  /// The organizations of one sentence, by start; they do not overlap.
  func organizations(in sentence: Range<Int>) -> [OrganizationForm] {
    var found: [OrganizationForm] = []
    var position = sentence.lowerBound
    while position < sentence.upperBound {
      if let division = division(at: position, in: sentence) {
        found.append(division)
        position = division.range.upperBound
        continue
      }
      guard let suffix = suffix(at: position, in: sentence) else {
        position += 1
        continue
      }
      if let form = organization(ending: suffix, in: sentence, after: found.last) {
        if let last = found.last, form.range.lowerBound <= last.range.lowerBound,
          form.range.upperBound > last.range.upperBound
        {
          found.removeLast()
        }
        found.append(form)
      }
      position = suffix.range.upperBound
    }
    return found
  }

  private struct Suffix {
    var range: Range<Int>
    var type: EntityType
    var classes: WordClasses
  }

  /// The ending at `position`: the longest one, with endings that follow at once (集团 + 有限公司) taken in.
  private func suffix(at position: Int, in sentence: Range<Int>) -> Suffix? {
    guard var suffix = singleSuffix(at: position, in: sentence) else { return nil }
    while let next = singleSuffix(at: suffix.range.upperBound, in: sentence) {
      suffix.range = suffix.range.lowerBound..<next.range.upperBound
      suffix.type = next.type
      if next.classes.contains(.strongSuffix) { suffix.classes = next.classes }
    }
    return suffix
  }

  private func singleSuffix(at position: Int, in sentence: Range<Int>) -> Suffix? {
    guard position < sentence.upperBound else { return nil }
    for hit in text.hits(at: position).reversed() {
      let entry = text.entry(hit)
      guard let type = entry.suffixType, !entry.classes.isDisjoint(with: .suffix) else { continue }
      if hit.end < sentence.upperBound {
        let next = scalars[hit.end]
        if entry.notBefore.contains(next) || isCounted(hit.end, until: sentence.upperBound) || next == "+" {
          continue
        }
      }
      if isInsideBorderWord(position..<hit.end) { continue }
      return Suffix(range: position..<hit.end, type: type, classes: entry.classes)
    }
    return nil
  }

  /// The start of a place name joined by a dash: 临泉—苏州产业园.
  private func dashPartner(before start: Int, floor: Int) -> Int? {
    guard start > floor, ["—", "-", "·", "－"].contains(scalars[start - 1]) else { return nil }
    for length in 2...5 where start - 1 - length >= floor {
      if text.hits(at: start - 1 - length).contains(where: {
        Int($0.length) == length && OrganizationFinder.isStrongName($0, in: text, allowsCommon: true)
      }) {
        return start - 1 - length
      }
    }
    return nil
  }

  /// A division or regiment of the Xinjiang corps: 兵团第十四师, 第十四师二二五团.
  private func division(at position: Int, in sentence: Range<Int>) -> OrganizationForm? {
    guard scalars[position] == "第" else { return nil }
    let numerals = "一二三四五六七八九十〇零百0123456789".unicodeScalars
    var end = position + 1
    while end < sentence.upperBound, numerals.contains(scalars[end]) { end += 1 }
    guard end > position + 1, end < sentence.upperBound, scalars[end] == "师" else { return nil }
    let suffix = end
    end += 1
    var regiment = end
    while regiment < sentence.upperBound, numerals.contains(scalars[regiment]) { regiment += 1 }
    if regiment > end, regiment < sentence.upperBound, scalars[regiment] == "团" { end = regiment + 1 }
    var start = position
    for prefix in ["新疆生产建设兵团", "兵团"] {
      let length = prefix.unicodeScalars.count
      if position - length >= sentence.lowerBound,
        scalars[(position - length)..<position].elementsEqual(prefix.unicodeScalars)
      {
        start = position - length
        break
      }
    }
    return OrganizationForm(
      range: start..<end, suffix: suffix..<end, type: .agency, startsWithName: start < position,
      isRelative: false)
  }

  /// Whether a number of bodies follows: 小学73所.
  private func isCounted(_ position: Int, until end: Int) -> Bool {
    var next = position
    while next < end, ScalarClass.isDigit(scalars[next]) { next += 1 }
    return next > position && next < end && ["所", "家", "个", "座", "间"].contains(scalars[next])
  }

  /// Whether a longer border word ends with the ending: 协办, 举办.
  private func isInsideBorderWord(_ range: Range<Int>) -> Bool {
    for length in stride(from: range.count + 1, through: 4, by: 1) where range.upperBound - length >= 0 {
      if text.hits(at: range.upperBound - length).contains(where: {
        Int($0.length) == length && text.entry($0).classes.contains(.hardBorder)
      }) {
        return true
      }
    }
    return false
  }

  private func organization(
    ending suffix: Suffix, in sentence: Range<Int>, after previous: OrganizationForm?
  ) -> OrganizationForm? {
    let floor = max(sentence.lowerBound, suffix.range.lowerBound - OrganizationFinder.longest)
    var left = leftBorder(of: suffix.range.lowerBound, floor: floor, isCompany: suffix.type == .enterprise)
    if let previous, previous.range.upperBound > floor {
      if joins(previous, to: suffix) {
        left = previous.range.lowerBound
      } else {
        left = max(left, previous.range.upperBound)
      }
    }
    guard left <= suffix.range.lowerBound else { return nil }
    var start = left
    var startsWithName = false
    for position in left..<suffix.range.lowerBound {
      guard !insideName[position] || position == left,
        text.hits(at: position).contains(where: {
          $0.end <= suffix.range.lowerBound + 1
            && OrganizationFinder.isStrongName($0, in: text, allowsCommon: position == left)
        })
      else { continue }
      startsWithName = true
      let isBranch = isBranch(suffix) && position - left >= 2 && !genericity(of: left..<position).isGeneric
      start = isNamePrefix(left..<position) || isBranch ? left : position
      break
    }
    if startsWithName, start > sentence.lowerBound, ["在", "到", "于", "赴"].contains(scalars[start - 1]),
      let name = text.longest(
        at: start, limit: suffix.range.lowerBound,
        where: { OrganizationFinder.isStrongName($0, in: text, allowsCommon: true) }),
      let verb = text.longest(
        at: name.end, limit: suffix.range.lowerBound,
        where: { !text.entry($0).classes.isDisjoint(with: [.softBorder, .hardBorder]) && $0.length >= 2 })
    {
      // 在云南建设中德…中心: the place says where, not whose.
      start = verb.end
      startsWithName = false
    }
    if start > sentence.lowerBound, scalars[start - 1] == "+" { return nil }
    if startsWithName, let partner = dashPartner(before: start, floor: floor) { start = partner }
    if !startsWithName {
      start = skipNumerals(from: start, to: suffix.range.lowerBound)
    }
    let stem = start..<suffix.range.lowerBound
    let isRelative =
      !startsWithName && start < suffix.range.lowerBound + 1
      && OrganizationFinder.relatives.contains(scalars[start]) && start < suffix.range.upperBound - 1
    guard isAcceptable(stem, suffix: suffix, startsWithName: startsWithName, isRelative: isRelative) else {
      return nil
    }
    return OrganizationForm(
      range: start..<suffix.range.upperBound, suffix: suffix.range, type: suffix.type,
      startsWithName: startsWithName, isRelative: isRelative)
  }

  /// Walks left from an ending to the nearest border: punctuation, a border word, the floor.
  private func leftBorder(of end: Int, floor: Int, isCompany: Bool = false) -> Int {
    var position = end
    while position > floor {
      let scalar = scalars[position - 1]
      if scalar == "）", let open = openingBracket(before: position - 1, floor: floor) {
        position = open
        continue
      }
      if !ScalarClass.isNameScalar(scalar) { return position }
      if hasBorderWord(endingAt: position, floor: floor, nameEnd: end, isCompany: isCompany) {
        return position
      }
      position -= 1
    }
    return position
  }

  private func openingBracket(before close: Int, floor: Int) -> Int? {
    var position = close - 1
    while position >= floor, close - position <= 8 {
      if scalars[position] == "（" {
        return position > floor && ScalarClass.isHan(scalars[position - 1]) ? position : nil
      }
      if !ScalarClass.isHan(scalars[position]), scalars[position] != "·" { return nil }
      position -= 1
    }
    return nil
  }

  /// Whether a border word ends at `position` and the rest up to `nameEnd` can still be a stem.
  private func hasBorderWord(endingAt position: Int, floor: Int, nameEnd: Int, isCompany: Bool) -> Bool {
    for length in stride(from: min(4, position - floor), through: 1, by: -1) {
      let start = position - length
      guard let hit = text.hits(at: start).first(where: { Int($0.length) == length }) else { continue }
      let classes = text.entry(hit).classes
      guard !classes.isDisjoint(with: .border) else { continue }
      if length == 1 && (insideName[start] || startsLongerWord(at: start)) { continue }
      if length > 1 && insideName[start] && insideName[position - 1] { continue }
      let rest = nameEnd - position
      let nameFollows = text.hits(at: position).contains { OrganizationFinder.isStrongName($0, in: text) }
      if classes.contains(.hardBorder) { return true }
      if classes.contains(.softBorder), nameFollows { return true }
      if classes.contains(.companyBorder), nameFollows || (isCompany && rest >= 2) { return true }
      if classes.contains(.linkBorder), nameFollows || (rest >= 2 && nameEnds(at: start)) { return true }
    }
    return false
  }

  /// Whether a listed word or an official name starts with the character: 对 in 对口支援, 从 in 从江县.
  private func startsLongerWord(at position: Int) -> Bool {
    text.hits(at: position).contains {
      guard $0.length >= 2 else { return false }
      let entry = text.entry($0)
      if !entry.classes.isDisjoint(with: [.softBorder, .genericPart, .descriptor, .namePrefix]) {
        return true
      }
      return $0.length >= 3
        && text.lexicon.targets(of: $0.entry).contains {
          ($0.kind == .placeName || $0.kind == .placeForm) && !$0.isBelowCounty
        }
    }
  }

  private func nameEnds(at position: Int) -> Bool {
    for length in 2...8 where position - length >= 0 {
      if text.hits(at: position - length).contains(where: {
        Int($0.length) == length
          && (text.entry($0).suffixType != nil
            || text.lexicon.targets(of: $0.entry).contains { !$0.kind.isPlace })
      }) {
        return true
      }
    }
    return false
  }

  /// The name of a branch starts with the company's: 国任保险 + 湖北分公司.
  private func isBranch(_ suffix: Suffix) -> Bool {
    ["分公司", "支行", "分行", "营业部"].contains(text.reading.text(suffix.range))
  }

  private func isNamePrefix(_ range: Range<Int>) -> Bool {
    range.isEmpty
      || text.hits(at: range.lowerBound).contains {
        $0.end == range.upperBound && text.entry($0).classes.contains(.namePrefix)
      }
  }

  private func skipNumerals(from start: Int, to end: Int) -> Int {
    var position = start
    while position < end,
      ScalarClass.isDigit(scalars[position]) || scalars[position] == "余" || scalars[position] == "多"
    {
      position += 1
    }
    guard position > start, position < end else { return start }
    if ["家", "所", "个", "名", "批", "支", "座", "间"].contains(scalars[position]) { position += 1 }
    return position
  }

  private func joins(_ previous: OrganizationForm, to suffix: Suffix) -> Bool {
    guard previous.range.upperBound <= suffix.range.lowerBound else { return false }
    let gap = previous.range.upperBound..<suffix.range.lowerBound
    guard gap.count <= 12 else { return false }
    for position in gap where !ScalarClass.isNameScalar(scalars[position]) { return false }
    let gapText = text.reading.text(gap)
    if ["附属", "直属", "第"].contains(where: { gapText.hasPrefix($0) }) { return true }
    if gap.lowerBound < gap.upperBound,
      leftBorder(of: suffix.range.lowerBound, floor: previous.range.upperBound) > previous.range.upperBound
    {
      return false
    }
    let ending = text.reading.text(previous.suffix)
    switch previous.type {
    case .institution:
      if ending.hasSuffix("大学") || ending.hasSuffix("学院") || ending.hasSuffix("科学院") {
        return suffix.type == .institution || suffix.type == .organization
          || (suffix.type == .enterprise && gap.count <= 6)
      }
      return ["分院", "分校", "分部", "教育集团", "校友会"].contains(text.reading.text(suffix.range))
    case .agency:
      let end = text.reading.text(suffix.range)
      return ["分指挥部", "办公室", "小组", "工作组", "领导小组办公室", "办事处"].contains(end)
    case .enterprise:
      let end = text.reading.text(suffix.range)
      return suffix.type == .enterprise && (end.hasSuffix("公司") || end.hasSuffix("行") || end.hasSuffix("部"))
        && gap.count <= 6
    default: return false
    }
  }

  private func isAcceptable(
    _ stem: Range<Int>, suffix: Suffix, startsWithName: Bool, isRelative: Bool
  ) -> Bool {
    let (isGeneric, hasDescriptor) = genericity(of: stem)
    if startsWithName {
      if stem.isEmpty { return false }
      if endsInBareVerb(stem) { return false }
      if suffix.classes.isDisjoint(with: [.strongSuffix, .relativeSuffix]) {
        if suffix.type == .enterprise, stem.count > 8 { return false }
        // 港口物流: a common word that is also a place is no place before a weak ending.
        if !text.hits(at: stem.lowerBound).contains(where: { OrganizationFinder.isStrongName($0, in: text) })
        {
          return false
        }
      }
      if !suffix.classes.isDisjoint(with: [.brandSuffix, .placedSuffix]),
        suffix.classes.isDisjoint(with: [.strongSuffix, .weakSuffix, .relativeSuffix])
      {
        guard
          let name = text.longest(
            at: stem.lowerBound, limit: stem.upperBound,
            where: { OrganizationFinder.isStrongName($0, in: text, allowsCommon: true) })
        else { return false }
        let isBody = text.lexicon.targets(of: name.entry).contains { !$0.kind.isPlace }
        return (isBody && name.end == stem.upperBound || isBrandStem(name.end..<stem.upperBound))
          && endsFreely(suffix.range.upperBound)
      }
      if isGeneric,
        text.hits(at: stem.lowerBound).contains(where: { text.entry($0).classes.contains(.commonWord) })
      {
        return false
      }
      return !(hasDescriptor && endsGenerically(stem))
    }
    if isRelative {
      let rest = (stem.lowerBound + 1)..<max(stem.lowerBound + 1, stem.upperBound)
      let (restGeneric, restDescribed) = genericity(of: rest)
      return !restDescribed || !restGeneric || rest.isEmpty
    }
    if suffix.classes.contains(.brandSuffix), !suffix.classes.contains(.strongSuffix) {
      return isBrandStem(stem) && endsFreely(suffix.range.upperBound)
    }
    guard suffix.classes.contains(.strongSuffix), stem.count >= 2,
      ScalarClass.isHan(scalars[stem.lowerBound]) || ScalarClass.isLatin(scalars[stem.lowerBound])
    else { return false }
    // 丝绸龙头企业同合作社: a description with a descriptor inside.
    if isGeneric || hasDescriptor && stem.count > 6 { return false }
    return stem.count <= 16
  }

  /// Two or three characters that are no word of the lists and hold no border: the stem of a brand.
  private func isBrandStem(_ stem: Range<Int>) -> Bool {
    guard (2...3).contains(stem.count), stem.allSatisfy({ ScalarClass.isHan(scalars[$0]) }) else {
      return false
    }
    let words: WordClasses = [
      .hardBorder, .softBorder, .genericPart, .descriptor, .commonWord, .programmeHead, .weakHead,
    ]
    for position in stem {
      for hit in text.hits(at: position) where hit.end <= stem.upperBound {
        let entry = text.entry(hit)
        if entry.classes.contains(.hardBorder) || (hit.length >= 2 && !entry.classes.isDisjoint(with: words))
        {
          return false
        }
        if hit.length >= 2, !entry.classes.isDisjoint(with: .suffix) { return false }
      }
    }
    return !"一二两三四五六七八九十百千万亿年月日名人家个种各全本我其该".unicodeScalars.contains(scalars[stem.lowerBound])
  }

  /// Whether a name may end before a position: punctuation, a border word or another name follows.
  private func endsFreely(_ position: Int) -> Bool {
    guard position < scalars.count, ScalarClass.isHan(scalars[position]) else { return true }
    return text.hits(at: position).contains {
      !text.entry($0).classes.isDisjoint(with: [.hardBorder, .softBorder])
        || ($0.length >= 2 && text.isName($0))
    }
  }

  /// 西宁上中学, 上海市属集团: one character between the place and the ending that makes no name.
  private func endsInBareVerb(_ stem: Range<Int>) -> Bool {
    guard stem.count >= 3, "上读进去到考属办开建".unicodeScalars.contains(scalars[stem.upperBound - 1]) else {
      return false
    }
    return text.hits(at: stem.lowerBound).contains {
      $0.end == stem.upperBound - 1 && OrganizationFinder.isStrongName($0, in: text, allowsCommon: true)
    }
  }

  /// Whether a stem consists of generic words only, and whether one of them is a descriptor.
  private func genericity(of stem: Range<Int>) -> (isGeneric: Bool, hasDescriptor: Bool) {
    var reachable = Array(repeating: false, count: stem.count + 1)
    reachable[0] = true
    var described = false
    for offset in 0..<stem.count where reachable[offset] {
      let position = stem.lowerBound + offset
      if ScalarClass.isDigit(scalars[position]) { reachable[offset + 1] = true }
      for hit in text.hits(at: position) where hit.end <= stem.upperBound {
        let classes = text.entry(hit).classes
        if !classes.isDisjoint(with: [.genericPart, .descriptor, .hardBorder, .strongSuffix])
          || (classes.contains(.linkBorder) && hit.length == 1 && stem.count > 2)
        {
          reachable[offset + Int(hit.length)] = true
          if classes.contains(.descriptor) && hit.length > 1 { described = true }
        }
      }
    }
    return (reachable[stem.count], described)
  }

  /// Whether what follows the leading place name of a stem is generic only, with a descriptor.
  private func endsGenerically(_ stem: Range<Int>) -> Bool {
    guard
      let hit = text.longest(
        at: stem.lowerBound, limit: stem.upperBound, where: { OrganizationFinder.isStrongName($0, in: text) })
    else { return false }
    let (isGeneric, described) = genericity(of: hit.end..<stem.upperBound)
    return isGeneric && described
  }
}
