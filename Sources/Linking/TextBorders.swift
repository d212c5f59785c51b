import Mentions

/// Where names can start and end: next to punctuation, border words and other names.
struct TextBorders {
  private var startsFree: [Bool]
  private var endsFree: [Bool]
  private let count: Int

  init(text: ScannedText) {
    let scalars = text.reading.scalars
    count = scalars.count
    startsFree = Array(repeating: false, count: count + 1)
    endsFree = Array(repeating: false, count: count + 1)
    for sentence in text.reading.sentences {
      startsFree[sentence.range.lowerBound] = true
      endsFree[sentence.range.upperBound] = true
    }
    for (position, scalar) in scalars.enumerated() where !ScalarClass.isHan(scalar) {
      startsFree[position + 1] = true
      endsFree[position] = true
    }
    let words: WordClasses = [
      .hardBorder, .softBorder, .linkBorder, .genericPart, .descriptor, .programmeHead, .weakHead,
    ]
    for hit in text.hits {
      let entry = text.entry(hit)
      let isWord = !entry.classes.isDisjoint(with: hit.length == 1 ? [.hardBorder, .linkBorder] : words)
      let isName = hit.length >= 2 && text.isName(hit) && !entry.classes.contains(.commonWord)
      if isWord || isName || !entry.classes.isDisjoint(with: .suffix) {
        endsFree[Int(hit.start)] = true
        startsFree[hit.end] = true
      }
    }
  }

  /// Whether a name may start at a reading offset.
  func isFree(before position: Int) -> Bool { startsFree[position] }
  /// Whether a name may end before a reading offset.
  func isFree(after position: Int) -> Bool { position >= count || endsFree[position] }
}
