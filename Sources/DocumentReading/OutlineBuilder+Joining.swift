extension OutlineBuilder {
  /// Joins lines that one paragraph was broken into, by a fixed width or at the foot of a page.
  static func units(of lines: [TextLine]) -> [Unit] {
    let wrapping = Wrapping(of: lines)
    var units: [Unit] = []
    units.reserveCapacity(lines.count)
    for index in lines.indices {
      if index > 0, wrapping.joins[index] || isTornApart(lines, at: index, width: wrapping.width) {
        units[units.count - 1].lines = units[units.count - 1].lines.lowerBound...index
        continue
      }
      let line = lines[index]
      if case .block(let kind) = line.markup {
        units.append(Unit(lines: index...index, kind: kind, isFixed: true))
      } else if line.isRow {
        units.append(Unit(lines: index...index, kind: .tableRow))
      } else if case .item = line.opening {
        units.append(Unit(lines: index...index, kind: .listItem))
      } else {
        units.append(Unit(lines: index...index, kind: .paragraph))
      }
    }
    return units
  }

  /// The line goes on with the sentence that the line before left open.
  private static func isTornApart(_ lines: [TextLine], at index: Int, width: Int?) -> Bool {
    let before = lines[index - 1]
    let line = lines[index]
    if line.markup == .continuation { return true }
    guard before.isBare, line.isBare, line.opening == .plain else { return false }
    // The first line of an indented text starts a paragraph, whatever the one before looks like.
    let startsParagraph = line.isIndented && before.isIndented
    if before.endsWithComma {
      if before.startsWithKey, line.startsWithKey { return false }
      return !startsParagraph && (!line.followsBlank || !line.looksLikeHeading)
    }
    if case .item = before.opening {
      guard let width, before.width * 100 >= width * 85, !line.followsBlank else { return false }
      return CharacterTraits.isWord(before.last) && !line.isIndented
    }
    return before.isBrokenOff && !line.isIndented && !line.looksLikeHeading
  }
}

/// Which lines a fixed width cut off, and that width.
struct Wrapping {
  /// True for lines that continue the one before.
  private(set) var joins: [Bool]
  /// The width at which most lines end, in half-width cells; nil when the text is not wrapped.
  private(set) var width: Int?

  /// Looks for stretches whose lines end at about the same place without ending sentences.
  init(of lines: [TextLine]) {
    joins = [Bool](repeating: false, count: lines.count)
    let runs = Self.runs(of: lines)
    var widths: [Int] = []
    var pending: [Range<Int>] = []
    for run in runs {
      if let width = Self.wrapWidth(of: lines[run]) {
        widths.append(width)
        join(run, lines, width)
      } else if run.count == 2 {
        pending.append(run)
      }
    }
    widths.sort()
    width = widths.isEmpty ? nil : widths[widths.count / 2]
    for run in pending where isPair(lines[run.lowerBound], lines[run.lowerBound + 1]) {
      joins[run.lowerBound + 1] = true
    }
  }

  /// Stretches of plain lines without a blank line between; where nearly every line has one in front, as
  /// texts taken out of page layouts do, blank lines mean nothing.
  private static func runs(of lines: [TextLine]) -> [Range<Int>] {
    let isDoubleSpaced = lines.count >= 6 && lines.count(where: \.followsBlank) * 10 >= lines.count * 8
    var runs: [Range<Int>] = []
    var start = 0
    for index in lines.indices {
      let line = lines[index]
      let isPlain = line.isBare && line.opening == .plain
      if (line.followsBlank && !isDoubleSpaced) || !isPlain {
        if index - start > 1 { runs.append(start..<index) }
        start = isPlain ? index : index + 1
      }
    }
    if lines.count - start > 1 { runs.append(start..<lines.count) }
    return runs
  }

  /// The width of a wrapped stretch of three lines or more; nil when its lines end where sentences end.
  private static func wrapWidth(of lines: ArraySlice<TextLine>) -> Int? {
    // Where blank lines count for nothing, three lines may as well be a title, its subtitle and a sentence.
    guard lines.count >= (lines.dropFirst().contains(where: \.followsBlank) ? 6 : 3) else { return nil }
    let full = lines.dropLast()
    let median = full.map(\.width).sorted()[full.count / 2]
    guard median >= 24, median <= 200 else { return nil }
    // A fixed width lets no line run far beyond it.
    guard lines.allSatisfy({ $0.width * 5 <= median * 7 }) else { return nil }
    let alike = full.count { abs($0.width - median) * 4 <= median }
    let open = full.count { !$0.endsSentence }
    let keyed = lines.count { $0.startsWithKey }
    let isText = lines.contains { $0.isRunningText || $0.endsSentence }
    guard isText, alike * 10 >= full.count * 6, open * 10 >= full.count * 6, keyed * 2 < lines.count else {
      return nil
    }
    return median
  }

  /// Joins the lines of a wrapped stretch, but for short ones that end a paragraph or head one.
  private mutating func join(_ run: Range<Int>, _ lines: [TextLine], _ width: Int) {
    let allIndented = run.dropFirst().allSatisfy { lines[$0].isIndented }
    for index in run.dropFirst() {
      let before = lines[index - 1]
      let isShort = before.width * 4 < width * 3
      let endsParagraph = isShort && (before.endsSentence || before.looksLikeHeading)
      joins[index] = !endsParagraph && (allIndented || !lines[index].isIndented)
    }
  }

  /// Two lines that are one: the first as long as the lines of this text get, the second its rest.
  private func isPair(_ first: TextLine, _ second: TextLine) -> Bool {
    guard !second.isIndented, !second.followsBlank, !first.endsSentence, second.endsSentence else {
      return false
    }
    if let width { return abs(first.width - width) * 8 <= width }
    return first.width >= 40 && first.hasComma && second.width <= first.width
      && CharacterTraits.isWord(first.last)
  }
}
