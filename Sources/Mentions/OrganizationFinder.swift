import OntologyModel

/// Finds organizations by form: an ending from the word list, and a left border found from word lists,
/// known names and punctuation.
struct OrganizationFinder {
  let text: ScannedText
  var scalars: [Unicode.Scalar] { text.reading.scalars }

  /// Scalars inside (not at the start of) strong names: no border word may start there.
  let insideName: [Bool]

  /// Words that stand for a place named elsewhere, the longest first.
  static let relatives: [[Unicode.Scalar]] =
    ["自治区", "地区", "省", "市", "区", "县", "州", "盟", "旗", "镇", "乡"].map { Array($0.unicodeScalars) }
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

  /// Whether a number of bodies follows: 小学73所.
  func isCounted(_ position: Int, until end: Int) -> Bool {
    var next = position
    while next < end, ScalarClass.isDigit(scalars[next]) { next += 1 }
    return next > position && next < end && ["所", "家", "个", "座", "间"].contains(scalars[next])
  }

  /// Whether a longer border word ends with the ending: 协办, 举办.
  func isInsideBorderWord(_ range: Range<Int>) -> Bool {
    for length in stride(from: range.count + 1, through: 4, by: 1) where range.upperBound - length >= 0 {
      if text.hits(at: range.upperBound - length).contains(where: {
        Int($0.length) == length && text.entry($0).classes.contains(.hardBorder)
      }) {
        return true
      }
    }
    return false
  }

  func organization(
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
    // “积分银行”, “爱心超市”: a whole quotation that only ends like a bank or a shop is a scheme.
    if !startsWithName, start > sentence.lowerBound, scalars[start - 1] == "“", suffix.type == .enterprise,
      suffix.range.upperBound < sentence.upperBound, scalars[suffix.range.upperBound] == "”",
      suffix.range.count <= 2
    {
      return nil
    }
    if startsWithName, let partner = dashPartner(before: start, floor: floor) { start = partner }
    if !startsWithName {
      start = skipNumerals(from: start, to: suffix.range.lowerBound)
    }
    if let counted = counted(in: start..<suffix.range.lowerBound) {
      start = counted
      startsWithName = false
    }
    // 随市卫生计生委: whatever stands before it, the word for a place says whose it is.
    if !startsWithName, suffix.classes.contains(.relativeSuffix),
      let relative = relative(endingAt: suffix.range.lowerBound, floor: start)
    {
      start = relative.lowerBound
    }
    if startsWithName, suffix.type == .agency, let giver = giver(before: start, floor: floor) {
      start = giver
    }
    let league = leaguePlace(in: suffix.range)
    if league != nil, !startsWithName { start = suffix.range.lowerBound }
    let stem = start..<suffix.range.lowerBound
    let relative =
      startsWithName ? nil : league ?? relative(startingAt: start, until: suffix.range.upperBound - 1)
    if let relative, isPlural(relative, from: start, in: sentence) { return nil }
    if !startsWithName, stem.isEmpty, let owner = owner(in: suffix.range) {
      return OrganizationForm(
        range: suffix.range, suffix: owner.upperBound..<suffix.range.upperBound, type: suffix.type,
        startsWithName: false, owner: owner)
    }
    guard
      league != nil && stem.isEmpty
        || isAcceptable(stem, suffix: suffix, startsWithName: startsWithName, relative: relative)
    else { return nil }
    return OrganizationForm(
      range: start..<suffix.range.upperBound, suffix: suffix.range, type: suffix.type,
      startsWithName: startsWithName, relative: relative, isLeague: league != nil)
  }
}
