import SourceText

/// The lines of a Markdown text, with what its marks say about them.
///
/// Marks of headings, quotations and code fences belong to no block; emphasis and links stay in the text.
struct MarkdownLines {
  /// The lines, marks left out of their ranges.
  private(set) var lines: [TextLine] = []
  /// What a front matter between two `---` gives.
  private(set) var metadata = Document.Metadata()

  private var isInCode = false
  private var followsBlank = false

  init(_ scalars: [Unicode.Scalar]) {
    scalars.withUnsafeBufferPointer { text in
      var start = readFrontMatter(text)
      while start < text.count {
        let end = Self.lineEnd(text, from: start)
        add(text, start..<end)
        start = end + 1
      }
    }
    joinParagraphs()
  }

  private static func lineEnd(_ text: UnsafeBufferPointer<Unicode.Scalar>, from start: Int) -> Int {
    var end = start
    while end < text.count, text[end] != "\n" { end += 1 }
    return end
  }

  private mutating func add(_ text: UnsafeBufferPointer<Unicode.Scalar>, _ raw: Range<Int>) {
    guard var line = TextLine(text, raw, followsBlank: followsBlank) else {
      followsBlank = true
      return
    }
    let content = text[line.range]
    if content.starts(with: "```".unicodeScalars) || content.starts(with: "~~~".unicodeScalars) {
      isInCode.toggle()
      followsBlank = true
      return
    }
    if !isInCode {
      if underlinesHeading(content) { return }
      if isRule(content) {
        followsBlank = true
        return
      }
      guard let read = readMarks(text, line, raw) else { return }
      line = read
    }
    lines.append(line)
    followsBlank = false
  }

  /// `===` or `---` below a line makes it a heading.
  private mutating func underlinesHeading(_ content: Slice<UnsafeBufferPointer<Unicode.Scalar>>) -> Bool {
    guard !followsBlank, let last = lines.last, last.isBare, last.opening == .plain,
      content.allSatisfy({ $0 == "=" }) || content.allSatisfy({ $0 == "-" })
    else { return false }
    lines[lines.count - 1].markup = .block(.heading)
    return true
  }

  /// `---`, `***`, `|---|:-:|`: lines that only draw.
  private func isRule(_ content: Slice<UnsafeBufferPointer<Unicode.Scalar>>) -> Bool {
    var marks = 0
    for scalar in content {
      switch scalar {
      case "-", "*", "_": marks += 1
      case "|", ":", " ": continue
      default: return false
      }
    }
    return marks >= 3
  }

  /// Takes off the marks at the start of a line; nil when nothing else is there.
  private mutating func readMarks(
    _ text: UnsafeBufferPointer<Unicode.Scalar>, _ line: TextLine, _ raw: Range<Int>
  ) -> TextLine? {
    var start = line.range.lowerBound
    var end = line.range.upperBound
    while start < end, text[start] == ">" || (text[start] == " " && start > line.range.lowerBound) {
      start += 1
    }
    var level = 0
    while start + level < end, text[start + level] == "#" { level += 1 }
    if (1...6).contains(level), start + level == end || text[start + level] == " " {
      start += level
      while end > start, text[end - 1] == "#" || text[end - 1] == " " { end -= 1 }
      var heading = TextLine(text, start..<end, followsBlank: true)
      heading?.markup = .block(.heading)
      if heading == nil { followsBlank = true }
      return heading
    }
    guard start > line.range.lowerBound || text[start] == "|" else { return line }
    var rest = TextLine(text, start..<end, followsBlank: followsBlank)
    if text[start..<end].first == "|" { rest?.markup = .block(.tableRow) }
    return rest
  }

  /// Where headings are marked, all else is body: its lines run on until a blank one.
  private mutating func joinParagraphs() {
    guard lines.contains(where: { $0.markup == .block(.heading) }) else { return }
    for index in lines.indices where lines[index].markup == nil {
      let line = lines[index]
      guard index > 0, !line.followsBlank, line.opening == .plain, !line.isRow else { continue }
      let before = lines[index - 1]
      guard before.markup == nil || before.markup == .continuation, !before.isRow, !before.endsSentence
      else {
        continue
      }
      lines[index].markup = .continuation
    }
    // A line alone that is no heading by its marks stays a paragraph, however short it is.
    for index in lines.indices where lines[index].markup == nil && lines[index].opening == .plain {
      if !lines[index].isRow { lines[index].markup = .block(.paragraph) }
    }
  }

  /// Reads `key: value` lines between two `---` at the very start; returns where the text begins.
  private mutating func readFrontMatter(_ text: UnsafeBufferPointer<Unicode.Scalar>) -> Int {
    var start = Self.lineEnd(text, from: 0)
    guard text[..<start].elementsEqual("---".unicodeScalars) else { return 0 }
    var found = Document.Metadata()
    while start < text.count {
      start += 1
      let end = Self.lineEnd(text, from: start)
      let line = text[start..<end]
      if line.elementsEqual("---".unicodeScalars) {
        metadata = found
        return min(end + 1, text.count)
      }
      if let colon = line.firstIndex(of: ":") {
        found.set(Self.trimmed(line[..<colon]), to: Self.trimmed(line[(colon + 1)...]))
      }
      start = end
    }
    return 0
  }

  private static func trimmed(_ scalars: Slice<UnsafeBufferPointer<Unicode.Scalar>>) -> String {
    var view = String.UnicodeScalarView()
    let isOuter = { (scalar: Unicode.Scalar) in CharacterTraits.isSpace(scalar) || scalar == "\"" }
    view.append(contentsOf: scalars.drop(while: isOuter).reversed().drop(while: isOuter).reversed())
    return String(view)
  }
}
