import OntologyModel

extension OrganizationFinder {
  func joins(_ previous: OrganizationForm, to suffix: Suffix) -> Bool {
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
    case .organization: return ["分会", "支会", "分部"].contains(text.reading.text(suffix.range))
    default: return false
    }
  }

  func isAcceptable(
    _ stem: Range<Int>, suffix: Suffix, startsWithName: Bool, relative: Range<Int>?
  ) -> Bool {
    let (isGeneric, hasDescriptor) = genericity(of: stem)
    if startsWithName {
      if stem.isEmpty { return false }
      if endsInBareVerb(stem) { return false }
      if suffix.classes.isDisjoint(with: [.strongSuffix, .relativeSuffix]) {
        if suffix.type == .enterprise, stem.count > 8 { return false }
        // 港口物流: a common word that is also a place is no place before a weak ending.
        if !text.hits(at: stem.lowerBound).contains(where: {
          OrganizationFinder.isStrongName($0, in: text, allowsCommon: suffix.type == .institution)
        }) {
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
    if let relative {
      let rest = relative.upperBound..<max(relative.upperBound, stem.upperBound)
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
  func isBrandStem(_ stem: Range<Int>) -> Bool {
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
  func endsFreely(_ position: Int) -> Bool {
    guard position < scalars.count, ScalarClass.isHan(scalars[position]) else { return true }
    return text.hits(at: position).contains {
      !text.entry($0).classes.isDisjoint(with: [.hardBorder, .softBorder])
        || ($0.length >= 2 && text.isName($0))
    }
  }

  /// 西宁上中学, 上海市属集团: one character between the place and the ending that makes no name.
  func endsInBareVerb(_ stem: Range<Int>) -> Bool {
    guard stem.count >= 3, "上读念进去到考属办开建设".unicodeScalars.contains(scalars[stem.upperBound - 1]) else {
      return false
    }
    return text.hits(at: stem.lowerBound).contains {
      $0.end == stem.upperBound - 1 && OrganizationFinder.isStrongName($0, in: text, allowsCommon: true)
    }
  }

  /// Whether a stem consists of generic words only, and whether one of them is a descriptor.
  func genericity(of stem: Range<Int>) -> (isGeneric: Bool, hasDescriptor: Bool) {
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
  func endsGenerically(_ stem: Range<Int>) -> Bool {
    guard
      let hit = text.longest(
        at: stem.lowerBound, limit: stem.upperBound, where: { OrganizationFinder.isStrongName($0, in: text) })
    else { return false }
    let (isGeneric, described) = genericity(of: hit.end..<stem.upperBound)
    return isGeneric && described
  }
}
