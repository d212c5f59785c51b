import OntologyModel

extension OrganizationFinder {
  /// What bodies and people are counted by.
  static let measures: Set<Unicode.Scalar> = ["家", "所", "个", "名", "批", "支", "座", "间"]

  /// Walks left from an ending to the nearest border: punctuation, a border word, the floor.
  func leftBorder(of end: Int, floor: Int, isCompany: Bool = false) -> Int {
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

  func openingBracket(before close: Int, floor: Int) -> Int? {
    var position = close - 1
    while position >= floor, close - position <= 8 {
      if scalars[position] == "（" {
        // （记者张三） is no part of a name.
        let isAside = text.hits(at: position + 1).contains { text.entry($0).classes.contains(.hardBorder) }
        return !isAside && position > floor && ScalarClass.isHan(scalars[position - 1]) ? position : nil
      }
      if !ScalarClass.isHan(scalars[position]), scalars[position] != "·" { return nil }
      position -= 1
    }
    return nil
  }

  /// Whether a border word ends at `position` and the rest up to `nameEnd` can still be a stem.
  func hasBorderWord(endingAt position: Int, floor: Int, nameEnd: Int, isCompany: Bool) -> Bool {
    for length in stride(from: min(4, position - floor), through: 1, by: -1) {
      let start = position - length
      guard let hit = text.hits(at: start).first(where: { Int($0.length) == length }) else { continue }
      let classes = text.entry(hit).classes
      guard !classes.isDisjoint(with: .border) else { continue }
      if length == 1 && (insideName[start] || startsLongerWord(at: start)) { continue }
      if length > 1, insideName[start], insideName[position - 1] || startsName(at: position - 1) { continue }
      let rest = nameEnd - position
      let nameFollows = text.hits(at: position).contains { OrganizationFinder.isStrongName($0, in: text) }
      if classes.contains(.hardBorder) { return true }
      if classes.contains(.softBorder), nameFollows { return true }
      if classes.contains(.companyBorder), nameFollows || (isCompany && rest >= 2) { return true }
      if classes.contains(.linkBorder),
        nameFollows || (rest >= 2 && nameEnds(at: start)) || !isCompany && isRelativeName(position..<nameEnd)
      {
        return true
      }
    }
    return false
  }

  /// Whether a strong name starts at a position: 长宁区 in 上海市长宁区, where 市长 is no word.
  private func startsName(at position: Int) -> Bool {
    text.hits(at: position).contains { $0.length >= 3 && OrganizationFinder.isStrongName($0, in: text) }
  }

  /// Whether a stem is a word for a place and parts of names: 县中 in 县中医院, 县人民 in 县人民医院.
  private func isRelativeName(_ stem: Range<Int>) -> Bool {
    guard let relative = relative(startingAt: stem.lowerBound, until: stem.upperBound) else { return false }
    let rest = relative.upperBound..<stem.upperBound
    return rest.isEmpty || genericity(of: rest).isGeneric
  }

  /// Whether a listed word or an official name starts with the character: 对 in 对口支援, 从 in 从江县.
  func startsLongerWord(at position: Int) -> Bool {
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

  func nameEnds(at position: Int) -> Bool {
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
  func isBranch(_ suffix: Suffix) -> Bool {
    ["分公司", "支行", "分行", "营业部"].contains(text.reading.text(suffix.range))
  }

  func isNamePrefix(_ range: Range<Int>) -> Bool {
    range.isEmpty
      || text.hits(at: range.lowerBound).contains {
        $0.end == range.upperBound && text.entry($0).classes.contains(.namePrefix)
      }
  }

  /// The word for a place that starts at a position and ends before a limit.
  func relative(startingAt position: Int, until limit: Int) -> Range<Int>? {
    OrganizationFinder.relatives.lazy.map { position..<position + $0.count }
      .first { $0.upperBound <= limit && OrganizationFinder.relatives.contains(Array(scalars[$0])) }
  }

  /// The word for a place that ends at a position and starts at or after a floor.
  func relative(endingAt position: Int, floor: Int) -> Range<Int>? {
    OrganizationFinder.relatives.lazy.map { position - $0.count..<position }
      .first { $0.lowerBound >= floor && OrganizationFinder.relatives.contains(Array(scalars[$0])) }
  }

  /// The kind of a body named elsewhere at the start of two endings in a row: 集团 in 集团工会.
  func owner(in suffix: Range<Int>) -> Range<Int>? {
    text.hits(at: suffix.lowerBound).lazy
      .filter { text.entry($0).classes.contains(.ownerNoun) && $0.end < suffix.upperBound }
      .first { noun in
        text.hits(at: noun.end).contains {
          $0.end == suffix.upperBound && text.entry($0).classes.contains(.innerSuffix)
        }
      }.map { suffix.lowerBound..<$0.end }
  }

  /// The word for a place inside the short name of a youth league: 区 in 团区委.
  func leaguePlace(in suffix: Range<Int>) -> Range<Int>? {
    guard suffix.count >= 3, scalars[suffix.lowerBound] == "团", scalars[suffix.upperBound - 1] == "委" else {
      return nil
    }
    return relative(startingAt: suffix.lowerBound + 1, until: suffix.upperBound - 1)
  }

  /// Whether a word for a place means several, none of them named: 各市教育局, 五个团县委, 乡镇卫生院 (but 县乡镇企业局).
  ///
  /// - Parameter start: Where the body's name starts.
  func isPlural(_ relative: Range<Int>, from start: Int, in sentence: Range<Int>) -> Bool {
    if start > sentence.lowerBound, "各两三四五六七八九十多每某数几个".unicodeScalars.contains(scalars[start - 1]) {
      return true
    }
    guard let next = self.relative(startingAt: relative.upperBound, until: sentence.upperBound) else {
      return false
    }
    return self.relative(startingAt: next.upperBound, until: sentence.upperBound) == nil
  }

  /// The start of the helper's place in 甲市对口支援乙州前线指挥部.
  func giver(before start: Int, floor: Int) -> Int? {
    for end in max(floor, start - 5)..<start
    where text.hits(at: end).contains(where: {
      $0.end == start && text.entry($0).classes.contains(.jointWord)
    }) {
      for width in 2...6 where end - width >= floor {
        if text.hits(at: end - width).contains(where: {
          $0.end == end && OrganizationFinder.isStrongName($0, in: text)
        }) {
          return end - width
        }
      }
    }
    return nil
  }

  /// The end of a number with its measure inside a stem: what stands before 12个乡镇卫生院 is no part of a name.
  func counted(in stem: Range<Int>) -> Int? {
    var position = stem.upperBound - 1
    while position > stem.lowerBound {
      if OrganizationFinder.measures.contains(scalars[position])
        || "年余多".unicodeScalars.contains(scalars[position]),
        ScalarClass.isDigit(scalars[position - 1])
          || "两三四五六七八九十百".unicodeScalars.contains(scalars[position - 1])
            && !(position - 2 >= stem.lowerBound && scalars[position - 2] == "第") && !insideName[position]
      {
        return position + 1
      }
      position -= 1
    }
    return nil
  }

  func skipNumerals(from start: Int, to end: Int) -> Int {
    var position = start
    while position < end,
      ScalarClass.isDigit(scalars[position]) || scalars[position] == "余" || scalars[position] == "多"
    {
      position += 1
    }
    guard position > start, position < end else { return start }
    if OrganizationFinder.measures.contains(scalars[position]) { position += 1 }
    return position
  }
}
