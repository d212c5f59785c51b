import SourceText

/// Finds titles, headings, paragraphs, list items and table rows in a text without markup.
///
/// The rules look at shape only (length, closing punctuation, blank lines, marks at the start of a
/// line), so they hold for any subject. Every text has an outline; a text of white space has an empty one.
public struct OutlineBuilder: Sendable {
  /// A line, or several that a break tore apart, with its role.
  struct Unit {
    /// First and last line.
    var lines: ClosedRange<Int>
    /// What it becomes.
    var kind: Document.Block.Kind
    /// Settled by markup; the rules for bare text leave it alone.
    var isFixed = false
  }

  /// The longest group of lines without final punctuation that may be headings; longer ones are lists.
  static let headingGroupLimit = 5

  /// Makes a builder.
  public init() {}

  /// The blocks of a text, ascending and without overlap; a range holds no white space at its ends,
  /// except the tabs of empty cells at the start of a table row.
  ///
  /// - Complexity: O(length of the text).
  public func blocks(of scalars: [Unicode.Scalar]) -> [Document.Block] {
    blocks(of: TextLine.lines(of: scalars))
  }

  /// The blocks of lines of which markup may have settled some.
  func blocks(of lines: [TextLine]) -> [Document.Block] {
    var units = Self.units(of: lines)
    Self.markHeadings(&units, lines)
    return Self.blocks(of: units, lines)
  }

  /// Gives the units their section numbers.
  static func blocks(of units: [Unit], _ lines: [TextLine]) -> [Document.Block] {
    var section = 0
    var afterHeading = true
    // What stands before the first body text belongs to section 0, until a label opens a part.
    var inFront = true
    var blocks: [Document.Block] = []
    blocks.reserveCapacity(units.count)
    for (number, unit) in units.enumerated() {
      let isHeading = unit.kind == .heading || unit.kind == .title
      if isHeading {
        if number == 0 {
          inFront = true
        } else if !afterHeading {
          section += 1
          inFront = false
        } else if inFront, unit.isFixed || lines[unit.lines.lowerBound].opening == .label {
          section += 1
          inFront = false
        }
      } else {
        inFront = false
      }
      afterHeading = isHeading
      let kind = number == 0 && unit.kind == .heading ? .title : unit.kind
      let range =
        lines[unit.lines.lowerBound].range.lowerBound..<lines[unit.lines.upperBound].range.upperBound
      blocks.append(Document.Block(kind: kind, range: range, section: section))
    }
    return blocks
  }

  /// Decides which of the short lines are headings.
  static func markHeadings(_ units: inout [Unit], _ lines: [TextLine]) {
    var index = 0
    while index < units.count {
      guard isCandidate(index, units, lines) else {
        index += 1
        continue
      }
      var end = index
      while end < units.count, isCandidate(end, units, lines) { end += 1 }
      // A line at the very end heads nothing: it is a signature, or a text without punctuation.
      let headsText = end < units.count
      let isGroup = end - index <= headingGroupLimit
      for position in index..<end {
        let isLabel = lines[units[position].lines.lowerBound].opening == .label
        let opens = position == 0 && units.count > 1
        if headsText, isGroup || isLabel || opens || position == end - 1 {
          units[position].kind = .heading
        } else if isLabel, units.count > 1 {
          units[position].kind = .heading
        } else if case .item = lines[units[position].lines.lowerBound].opening {
          units[position].kind = .listItem
        }
      }
      index = end
    }
  }

  /// The unit is one line that could be a heading.
  private static func isCandidate(_ index: Int, _ units: [Unit], _ lines: [TextLine]) -> Bool {
    let unit = units[index]
    guard !unit.isFixed, unit.lines.count == 1, unit.kind != .tableRow else { return false }
    let line = lines[unit.lines.lowerBound]
    if index == 0, units.count > 1, line.isQuestionOrCall { return true }
    guard line.looksLikeHeading, !line.isCredit else { return false }
    if line.startsWithKey {
      // `东桥镇：修路` above `西桥镇：种树` is a list without marks.
      let neighbours = [unit.lines.lowerBound - 1, unit.lines.lowerBound + 1]
      let isListed = neighbours.contains { neighbour in
        lines.indices.contains(neighbour) && lines[neighbour].startsWithKey
          && lines[neighbour].looksLikeHeading
      }
      if isListed { return false }
    }
    guard case .item = line.opening else { return true }
    // `1. 产业协作` before a paragraph is a heading, within a list it is an item.
    let before = index > 0 ? units[index - 1].kind : .paragraph
    guard before != .listItem, index + 1 < units.count else { return false }
    let next = units[index + 1]
    return next.kind == .paragraph && (next.lines.count > 1 || !lines[next.lines.lowerBound].looksLikeHeading)
  }
}

extension TextLine {
  /// A short question or exclamation, such as a headline may be.
  fileprivate var isQuestionOrCall: Bool {
    guard opening == .plain, !isRow, !isRunningText, count <= 30 else { return false }
    switch lastInside {
    case "？", "?", "！", "!": return true
    default: return false
    }
  }
}
