import SourceText

/// One line of a text that is not blank, with what decides its role in the outline.
struct TextLine {
  /// How the line starts.
  enum Opening: Equatable {
    /// Nothing special.
    case plain
    /// A bullet or an Arabic number: a line of a list.
    case item(numbered: Bool)
    /// `案例一`, `一、`, `（二）`, `第三章`: the name of a part, when the line is short enough.
    case label
  }

  /// What markup settles about a line.
  enum Markup: Equatable {
    /// A block of its own.
    case block(Document.Block.Kind)
    /// The rest of the paragraph that the line before began.
    case continuation
  }

  /// The line without white space around it.
  var range: Range<Int>
  /// A blank line stands before it.
  let followsBlank: Bool
  /// It starts further right than its neighbours would: two spaces, or an ideographic one.
  let isIndented: Bool
  /// Printed width in half-width cells, at least to about 1,000.
  let width: Int
  /// A full stop or semicolon stands inside, not only at the end.
  let isRunningText: Bool
  /// A comma stands inside.
  let hasComma: Bool
  /// A colon stands among the first twelve characters, as in `闵行区：…`.
  let startsWithKey: Bool
  /// Tabs, wide spaces or bars part cells.
  let isRow: Bool
  /// The last character.
  let last: Unicode.Scalar
  /// The last character before closing quotation marks and brackets.
  let lastInside: Unicode.Scalar
  /// It names a source, an author or a picture: short, but no heading.
  let isCredit: Bool
  /// How it starts.
  var opening: Opening
  /// What markup says it is; nil for bare text.
  var markup: Markup?

  /// The longest line that may be a heading, in characters.
  static let headingLimit = 60

  /// Neither markup nor tabs say anything about the line.
  var isBare: Bool { markup == nil && !isRow }
  /// The line ends where a sentence may end.
  var endsSentence: Bool { CharacterTraits.endsSentence(lastInside) }
  /// The line ends with a comma.
  var endsWithComma: Bool { CharacterTraits.isComma(last) }
  /// Number of characters.
  var count: Int { range.count }

  /// Short, and closed by nothing that closes or continues a sentence.
  var looksLikeHeading: Bool {
    if case .item(numbered: false) = opening { return false }
    return !isRow && count <= Self.headingLimit && !isRunningText && !endsSentence && !endsWithComma
      && (count > 1 || CharacterTraits.isHan(last))
  }

  /// Text of sentences, of which the last may go on elsewhere.
  var isBody: Bool { isRunningText || count > Self.headingLimit }

  /// Broken off in the middle of a sentence.
  var isBrokenOff: Bool {
    endsWithComma || (isBody && CharacterTraits.isWord(last))
  }
}
