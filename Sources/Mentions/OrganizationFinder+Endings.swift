import OntologyModel

extension OrganizationFinder {
  struct Suffix {
    var range: Range<Int>
    var type: EntityType
    var classes: WordClasses
  }

  /// The ending at `position`: the longest one, with endings that follow at once (集团 + 有限公司) taken in.
  func suffix(at position: Int, in sentence: Range<Int>) -> Suffix? {
    guard var suffix = singleSuffix(at: position, in: sentence) else { return nil }
    while let next = singleSuffix(at: suffix.range.upperBound, in: sentence) {
      suffix.range = suffix.range.lowerBound..<next.range.upperBound
      suffix.type = next.type
      if next.classes.contains(.strongSuffix) { suffix.classes = next.classes }
    }
    return suffix
  }

  func singleSuffix(at position: Int, in sentence: Range<Int>) -> Suffix? {
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
  func dashPartner(before start: Int, floor: Int) -> Int? {
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
  func division(at position: Int, in sentence: Range<Int>) -> OrganizationForm? {
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
      range: start..<end, suffix: suffix..<end, type: .agency, startsWithName: start < position)
  }
}
