import OntologyModel

/// Finds bodies that only a list names, by the noun that closes it: 苏禾、金桂等七家企业.
///
/// One item of the list must be known, or start with a place, or end like a company; for the others their
/// company is enough.
struct ListedNameFinder {
  let text: ScannedText
  let finder: OrganizationFinder
  private var scalars: [Unicode.Scalar] { text.reading.scalars }

  /// Scalars between 等 and the noun at most.
  private static let longestHead = 14
  /// Scalars of an item at most.
  private static let longestItem = 10

  /// The unknown names in the lists of one sentence, by start. `found` are the bodies found by form.
  func names(in sentence: Range<Int>, beside found: [OrganizationForm]) -> [OrganizationForm] {
    var names: [OrganizationForm] = []
    for position in sentence where scalars[position] == "等" {
      guard let head = head(after: position + 1, in: sentence) else { continue }
      let items = items(before: position, floor: sentence.lowerBound)
      guard items.contains(where: { isAnchor($0, found: found) }) else { continue }
      for item in items where isUnknown(item, found: found) {
        names.append(
          OrganizationForm(
            range: item, suffix: head.range, type: head.type, startsWithName: false))
      }
    }
    return names
  }

  /// The noun that says what the items are, after a number and words that describe it.
  private func head(after start: Int, in sentence: Range<Int>) -> (range: Range<Int>, type: EntityType)? {
    let end = min(sentence.upperBound, start + ListedNameFinder.longestHead)
    for position in start..<max(start, end) {
      guard ScalarClass.isHan(scalars[position]) || ScalarClass.isDigit(scalars[position]),
        scalars[position] != "的"
      else { return nil }
      if let hit = text.longest(
        at: position, limit: sentence.upperBound, where: { text.entry($0).listedType != nil }),
        let type = text.entry(hit).listedType
      {
        return (position..<hit.end, type)
      }
      if text.hits(at: position).contains(where: {
        $0.length >= 2 && text.entry($0).classes.contains(.hardBorder)
      }) {
        return nil
      }
    }
    return nil
  }

  /// The items of the list that ends at a position, first to last.
  private func items(before end: Int, floor: Int) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var right = end
    while right > floor {
      var left = right
      while left > floor, right - left <= ListedNameFinder.longestItem + 4,
        ScalarClass.isNameScalar(scalars[left - 1]) || "“”（）".unicodeScalars.contains(scalars[left - 1])
      {
        left -= 1
      }
      let isLinked = left > floor && scalars[left - 1] == "、"
      var item = unquoted(left..<right)
      if !isLinked {
        let border = finder.leftBorder(
          of: item.upperBound, floor: max(item.lowerBound, floor), isCompany: true)
        item = unquoted(border..<item.upperBound)
      }
      items.append(item)
      guard isLinked else { break }
      right = left - 1
    }
    return items.reversed().flatMap(split)
  }

  private func unquoted(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, scalars[first] == "“" { range = range.dropFirst() }
    while let last = range.last, scalars[last] == "”" { range = range.dropLast() }
    return range
  }

  /// The two halves of 苏禾和金桂; 和 inside a known name stays.
  private func split(_ item: Range<Int>) -> [Range<Int>] {
    for position in item.dropFirst(2).dropLast(2) where "和与及".unicodeScalars.contains(scalars[position]) {
      if finder.insideName[position] { continue }
      return [item.lowerBound..<position, position + 1..<item.upperBound]
    }
    return [item]
  }

  /// Whether an item shows by itself that the list names bodies.
  private func isAnchor(_ item: Range<Int>, found: [OrganizationForm]) -> Bool {
    guard item.count >= 2 else { return false }
    if found.contains(where: { item.contains($0.range.lowerBound) && $0.range.upperBound == item.upperBound })
    {
      return true
    }
    let names = text.hits(at: item.lowerBound).filter {
      $0.end <= item.upperBound && OrganizationFinder.isStrongName($0, in: text)
    }
    if names.contains(where: { hit in
      hit.end == item.upperBound && text.lexicon.targets(of: hit.entry).contains { !$0.kind.isPlace }
    }) {
      return true
    }
    if let place = names.last, item.upperBound - place.end >= 2,
      !finder.genericity(of: place.end..<item.upperBound).isGeneric
    {
      return true
    }
    // 景旺电子: ends like a company.
    for end in item.dropFirst(2) {
      if let hit = text.hits(at: end).last(where: { $0.end == item.upperBound }),
        !text.entry(hit).classes.isDisjoint(with: [.brandSuffix, .placedSuffix]),
        finder.isBrandStem(item.lowerBound..<end)
      {
        return true
      }
    }
    return false
  }

  private func isUnknown(_ item: Range<Int>, found: [OrganizationForm]) -> Bool {
    guard (2...ListedNameFinder.longestItem).contains(item.count),
      item.allSatisfy({ ScalarClass.isHan(scalars[$0]) || ScalarClass.isLatin(scalars[$0]) }),
      !found.contains(where: { $0.range.overlaps(item) }), !finder.genericity(of: item).isGeneric
    else { return false }
    // A whole item that is a name already, or a word.
    if text.hits(at: item.lowerBound).contains(where: {
      $0.end == item.upperBound && (text.isName($0) || !text.entry($0).classes.isEmpty)
    }) {
      return false
    }
    return !item.contains { position in
      text.hits(at: position).contains {
        $0.end <= item.upperBound && $0.length >= 2 && text.entry($0).classes.contains(.hardBorder)
      }
    }
  }
}
