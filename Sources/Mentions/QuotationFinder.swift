/// Finds quoted strings and judges by their head nouns whether they name programmes.
struct QuotationFinder {
  let text: ScannedText
  private var scalars: [Unicode.Scalar] { text.reading.scalars }

  /// The quoted names of one sentence, in order.
  func quotations(in sentence: Range<Int>) -> [QuotedName] {
    var spans: [Range<Int>] = []
    var position = sentence.lowerBound
    while position < sentence.upperBound {
      guard scalars[position] == "“" else {
        position += 1
        continue
      }
      var end = position + 1
      while end < sentence.upperBound, scalars[end] != "”", scalars[end] != "“" { end += 1 }
      if end < sentence.upperBound, scalars[end] == "”", end > position + 1 {
        spans.append((position + 1)..<end)
      }
      position = end
    }
    var names: [QuotedName] = []
    for (number, inner) in spans.enumerated().reversed() {
      var name = judge(inner, in: sentence)
      // Quoted strings that follow at once share the head noun: “百县百品”“双线九进”消费扶贫活动.
      if name.head.isEmpty, number + 1 < spans.count, let next = names.last,
        next.programmeScore > name.programmeScore
      {
        let gap = (inner.upperBound + 1)..<(next.inner.lowerBound - 1)
        if gap.isEmpty || (gap.count == 1 && ["、", "和", "与", "及"].contains(scalars[gap.lowerBound])) {
          name = QuotedName(
            inner: inner, whole: (inner.lowerBound - 1)..<(inner.upperBound + 1), head: next.head,
            programmeScore: next.programmeScore)
        }
      }
      names.append(name)
    }
    return names.reversed()
  }

  private func judge(_ inner: Range<Int>, in sentence: Range<Int>) -> QuotedName {
    let open = inner.lowerBound - 1
    let after = inner.upperBound + 1
    let none = after..<after
    func name(_ head: Range<Int>, _ score: Double) -> QuotedName {
      QuotedName(inner: inner, whole: open..<max(after, head.upperBound), head: head, programmeScore: score)
    }
    let commas = scalars[inner].count { $0 == "，" }
    guard inner.count <= 24, commas <= 1,
      !scalars[inner].contains(where: { "。！？+＋；：".unicodeScalars.contains($0) })
    else {
      return name(none, 0)
    }
    // “组团式”, “沙漏式” say how something is done.
    let isManner = inner.count <= 4 && ["式", "型", "化"].contains(scalars[inner.upperBound - 1])
    if let head = headNoun(from: after, in: sentence), !isManner || head.isStrong {
      return name(head.range, head.isStrong ? 0.9 : 0.55)
    }
    if isManner || commas > 0 { return name(none, 0.1) }
    if text.hasHit(endingAt: open, notBefore: sentence.lowerBound, with: .bodyNoun) {
      var brand = name(none, 0)
      brand.bodyType = .enterprise
      return brand
    }
    if let body = bodyNoun(from: after, in: sentence) {
      var brand = name(body, 0)
      brand.bodyType = .enterprise
      return brand
    }
    if inner.count >= 3, opens(before: open, in: sentence) { return name(none, 0.6) }
    if let own = ownHead(inner) { return name(none, own) }
    return name(none, 0.2)
  }

  /// The head noun after a closing mark: at most ten name characters away, no border between.
  private func headNoun(from after: Int, in sentence: Range<Int>) -> (range: Range<Int>, isStrong: Bool)? {
    var best: (range: Range<Int>, isStrong: Bool)?
    var position = after
    if position < sentence.upperBound, scalars[position] == "的" {
      // “大仓东移”的经验
      if let hit = text.hits(at: position + 1).first(where: { text.entry($0).classes.contains(.weakHead) }) {
        return (after..<hit.end, false)
      }
      return nil
    }
    while position < sentence.upperBound, position - after <= 10, ScalarClass.isNameScalar(scalars[position])
    {
      for hit in text.hits(at: position) {
        let classes = text.entry(hit).classes
        if classes.contains(.programmeHead) { best = (after..<hit.end, true) }
        if classes.contains(.weakHead), best == nil { best = (after..<hit.end, false) }
      }
      if let best, best.isStrong { return best }
      let crosses = text.hits(at: position).contains { text.entry($0).classes.contains(.hardBorder) }
      if crosses { break }
      position += 1
    }
    return best
  }

  /// A noun for companies shortly after the closing mark, across 的 but not across other borders.
  private func bodyNoun(from after: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard after < sentence.upperBound,
      scalars[after] == "的"
        || text.hits(at: after).contains(where: { text.entry($0).classes.contains(.bodyNoun) })
    else { return nil }
    var position = after
    while position < sentence.upperBound, position - after <= 7, ScalarClass.isNameScalar(scalars[position]) {
      if let hit = text.hits(at: position).last(where: { text.entry($0).classes.contains(.bodyNoun) }) {
        return after..<hit.end
      }
      position += 1
    }
    return nil
  }

  /// Whether a verb that starts programmes ends right before the opening mark, 的, 了 and 以 left aside.
  private func opens(before open: Int, in sentence: Range<Int>) -> Bool {
    var end = open
    if end > sentence.lowerBound, ["的", "了"].contains(scalars[end - 1]) { end -= 1 }
    for length in 2...3 where end - length >= sentence.lowerBound {
      if text.hits(at: end - length).contains(where: {
        Int($0.length) == length && text.entry($0).classes.contains(.programmeOpener)
      }) {
        return true
      }
    }
    return false
  }

  /// Whether the quoted string itself ends in a head noun (“玉兰工程”).
  private func ownHead(_ inner: Range<Int>) -> Double? {
    for position in inner {
      for hit in text.hits(at: position) where hit.end == inner.upperBound && position > inner.lowerBound {
        let classes = text.entry(hit).classes
        if classes.contains(.programmeHead), position - inner.lowerBound >= 2 { return 0.85 }
      }
    }
    return nil
  }
}
