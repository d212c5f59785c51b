import Mentions
import OntologyModel

/// Finds townships and villages that no table holds, by form: a border, a short stem, 村 or 镇 or 乡 or 街道.
struct UnlistedPlaceFinder {
  let text: ScannedText
  /// Words that end like a name but describe (贫困村).
  let descriptions: Set<String>
  /// Those that do so only where nothing stands before them (山村).
  let wholeDescriptions: Set<String>

  struct Found {
    var range: Range<Int>
    var level: Place.Level
    /// The place named right before it.
    var follows: Bool
  }

  /// Candidates of one sentence: after a border or right after a place name.
  func find(in sentence: Range<Int>, isFree: (Int) -> Bool, follows: (Int) -> Bool, isTaken: (Int) -> Bool)
    -> [Found]
  {
    let scalars = text.reading.scalars
    var found: [Found] = []
    for end in sentence where !isTaken(end) {
      let (level, width): (Place.Level, Int)
      switch scalars[end] {
      case "村": (level, width) = (.village, 1)
      case "镇", "乡": (level, width) = (.township, 1)
      case "道" where end > sentence.lowerBound && scalars[end - 1] == "街": (level, width) = (.township, 2)
      case "区" where end > sentence.lowerBound && scalars[end - 1] == "社": (level, width) = (.village, 2)
      case "查" where end > sentence.lowerBound && scalars[end - 1] == "嘎": (level, width) = (.village, 2)
      case "木" where end > sentence.lowerBound && scalars[end - 1] == "苏": (level, width) = (.township, 2)
      default: continue
      }
      // 村寨, 村庄, 乡村: the character belongs to another word.
      if end + 1 < sentence.upperBound,
        "寨落庄级容貌务企干集财规".unicodeScalars.contains(scalars[end + 1])
          || scalars[end] == "乡" && "亲贤情土音史镇村".unicodeScalars.contains(scalars[end + 1])
      {
        continue
      }
      let stemEnd = end + 1 - width
      var free: Found?
      for length in 2...(level == .village ? 5 : 4) {
        let start = stemEnd - length
        guard start >= sentence.lowerBound, scalars[start..<stemEnd].allSatisfy(ScalarClass.isHan),
          !(start..<stemEnd).contains(where: isTaken)
        else { break }
        let isAfterName = follows(start)
        // 乡 ends many words; by form alone it must follow a place.
        guard isAfterName || (length <= 3 && isFree(start) && scalars[end] != "乡") else { continue }
        if isDescription(start..<(end + 1), stem: start..<stemEnd) { break }
        free = Found(range: start..<(end + 1), level: level, follows: isAfterName)
        if isAfterName { break }
      }
      if let free { found.append(free) }
    }
    return found
  }

  private func isDescription(_ range: Range<Int>, stem: Range<Int>) -> Bool {
    for start in range {
      let word = text.reading.text(start..<range.upperBound)
      if descriptions.contains(word) || start == range.lowerBound && wholeDescriptions.contains(word) {
        return true
      }
    }
    // Numerals and words of the lists make a description: 三个村, 龙头村.
    let first = text.reading.scalars[stem.lowerBound]
    let numerals = "一二三四五六七八九十百千万两几多余各每某该此".unicodeScalars
    if numerals.contains(first),
      stem.count <= 2 || numerals.contains(text.reading.scalars[stem.lowerBound + 1])
        || "个趟".unicodeScalars.contains(text.reading.scalars[stem.lowerBound + 1])
    {
      return true
    }
    if "镇乡村县".unicodeScalars.contains(first) { return true }
    // A border word inside means running text (挂着村民), unless it is one character at the start.
    for position in stem {
      for hit in text.hits(at: position) where hit.end <= stem.upperBound {
        let classes = text.entry(hit).classes
        if hit.end - position == stem.count, !classes.isDisjoint(with: [.genericPart, .descriptor]) {
          return true
        }
        if classes.contains(.hardBorder) { return true }
        if hit.length >= 2, !classes.isDisjoint(with: [.softBorder, .descriptor]),
          hit.end == stem.upperBound || position == stem.lowerBound
        {
          return true
        }
      }
    }
    return false
  }
}
