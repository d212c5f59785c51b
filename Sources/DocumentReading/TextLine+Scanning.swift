extension TextLine {
  /// The lines of a text that are not blank. O(length).
  static func lines(of scalars: [Unicode.Scalar]) -> [TextLine] {
    var lines: [TextLine] = []
    var sawBlank = false
    scalars.withUnsafeBufferPointer { text in
      var start = 0
      while start < text.count {
        var end = start
        while end < text.count, text[end] != "\n" { end += 1 }
        if let line = TextLine(text, start..<end, followsBlank: sawBlank) {
          lines.append(line)
          sawBlank = false
        } else {
          sawBlank = true
        }
        start = end + 1
      }
    }
    return lines
  }

  /// Nil for a blank line.
  init?(_ text: UnsafeBufferPointer<Unicode.Scalar>, _ raw: Range<Int>, followsBlank: Bool) {
    var start = raw.lowerBound
    var end = raw.upperBound
    while start < end, CharacterTraits.isSpace(text[start]) { start += 1 }
    while end > start, CharacterTraits.isSpace(text[end - 1]) { end -= 1 }
    guard start < end else { return nil }

    var inside = end - 1
    while inside > start, CharacterTraits.closes(text[inside]) { inside -= 1 }
    var width = 0
    var running = false
    var comma = false
    var key = false
    var tab = false
    // Wide spaces or bars inside: two and more part the cells of a row.
    var gaps = 0
    var bars = 0
    for index in start..<end {
      let scalar = text[index]
      if scalar.value < 0x80 {
        width += 1
        switch scalar {
        case "\t": tab = true
        case ",": comma = true
        case ";" where index < inside: running = true
        case ":" where index - start < 12: key = true
        case "|": bars += 1
        default: break
        }
        continue
      }
      width += 2
      if scalar == "\u{3000}", text[index - 1] != scalar { gaps += 1 }
      if scalar == "｜" { bars += 1 }
      // Ideographs, the bulk, are neither; all marks looked for lie outside their block.
      if scalar.value >= 0x4E00, scalar.value < 0xA000 { continue }
      if CharacterTraits.isComma(scalar) {
        comma = true
      } else if CharacterTraits.marksRunningText(scalar), index < inside {
        running = true
      } else if scalar == "：", index - start < 12 {
        key = true
      }
    }

    // A row of a table may begin with empty cells.
    var origin = start
    if tab { while origin > raw.lowerBound, text[origin - 1] == "\t" { origin -= 1 } }
    range = origin..<end
    self.followsBlank = followsBlank
    isIndented =
      start - raw.lowerBound >= 2 || (start > raw.lowerBound && text[start - 1] == "\u{3000}")
    self.width = width
    isRunningText = running
    hasComma = comma
    startsWithKey = key
    isRow = tab || bars >= 2 || gaps >= 2 && !running
    last = text[end - 1]
    lastInside = text[inside]
    opening = Self.opening(of: text, start..<end)
    isCredit = end - start <= Self.headingLimit && Self.isCredit(text[start..<end])
  }

  private static let creditStarts = [
    "图为", "图：", "图:", "图/", "图｜", "文/", "文｜", "文图", "图文", "来源：", "来源:", "作者：", "作者:", "编辑：", "编辑:", "责任编辑",
    "责编", "记者", "本报记者", "通讯员", "摄影", "供图", "审核：", "校对：",
  ].map { Array($0.unicodeScalars) }

  private static func isCredit(_ line: Slice<UnsafeBufferPointer<Unicode.Scalar>>) -> Bool {
    creditStarts.contains { line.starts(with: $0) }
  }

  /// Reads the mark at the start of a line.
  private static func opening(
    of text: UnsafeBufferPointer<Unicode.Scalar>, _ range: Range<Int>
  ) -> Opening {
    let first = text[range.lowerBound]
    let second = range.count > 1 ? text[range.lowerBound + 1] : "\n"
    if CharacterTraits.isBullet(first) { return .item(numbered: false) }
    switch first {
    case "-", "*", "+":
      return second == " " || CharacterTraits.isHan(second) ? .item(numbered: false) : .plain
    case "—":
      return second == "—" ? .plain : .item(numbered: false)
    case "(", "（":
      var index = range.lowerBound + 1
      let digits = take(CharacterTraits.isDigit, from: &index, in: text, until: range.upperBound)
      let numerals = take(CharacterTraits.isChineseNumeral, from: &index, in: text, until: range.upperBound)
      guard index < range.upperBound, text[index] == ")" || text[index] == "）" else { return .plain }
      if (1...3).contains(digits), numerals == 0 { return .item(numbered: true) }
      return digits == 0 && numerals > 0 ? .label : .plain
    default: break
    }
    if (0x2460...0x249B).contains(first.value) || (0x2776...0x2793).contains(first.value) {
      return .item(numbered: true)
    }
    if CharacterTraits.isDigit(first) {
      var index = range.lowerBound
      let digits = take(CharacterTraits.isDigit, from: &index, in: text, until: range.upperBound)
      guard digits <= 3, index < range.upperBound else { return .plain }
      switch text[index] {
      case ".", "．", "、", ")", "）":
        // 1.5 and 3.2 are quantities, not numbers of items.
        let next = index + 1 < range.upperBound ? text[index + 1] : "\n"
        return CharacterTraits.isDigit(next) ? .plain : .item(numbered: true)
      default: return .plain
      }
    }
    return isLabel(text, range) ? .label : .plain
  }

  /// `一、…`, `第三章 …`, `案例一`, `附件2`, `案例四：…`.
  private static func isLabel(_ text: UnsafeBufferPointer<Unicode.Scalar>, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    if take(CharacterTraits.isChineseNumeral, from: &index, in: text, until: range.upperBound) > 0 {
      guard index < range.upperBound else { return false }
      return text[index] == "、" || text[index] == "." || text[index] == "．"
    }
    if text[index] == "第" {
      index += 1
      guard takeNumber(from: &index, in: text, until: range.upperBound), index < range.upperBound else {
        return false
      }
      switch text[index] {
      case "章", "节", "節", "部", "篇", "编", "編", "回", "讲", "講", "卷", "辑", "案": return true
      default: return false
      }
    }
    // One to four ideographs and a number, then nothing more or a separator.
    while index < range.upperBound, index - range.lowerBound < 4, CharacterTraits.isHan(text[index]),
      !CharacterTraits.isChineseNumeral(text[index])
    {
      index += 1
    }
    let word = index - range.lowerBound
    guard word >= 2, takeNumber(from: &index, in: text, until: range.upperBound) else { return false }
    if index == range.upperBound { return true }
    switch text[index] {
    case "：", ":", " ", "\u{3000}": return true
    default: return false
    }
  }

  private static func takeNumber(
    from index: inout Int, in text: UnsafeBufferPointer<Unicode.Scalar>, until end: Int
  ) -> Bool {
    let digits = take(CharacterTraits.isDigit, from: &index, in: text, until: end)
    if digits > 0 { return digits <= 3 }
    return take(CharacterTraits.isChineseNumeral, from: &index, in: text, until: end) > 0
  }

  /// Moves `index` over characters of one sort and counts them.
  private static func take(
    _ belongs: (Unicode.Scalar) -> Bool, from index: inout Int,
    in text: UnsafeBufferPointer<Unicode.Scalar>, until end: Int
  ) -> Int {
    let start = index
    while index < end, belongs(text[index]) { index += 1 }
    return index - start
  }
}
