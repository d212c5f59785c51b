/// A piece of text in which some names are marked.
public struct MarkedText: Sendable, Hashable {
  /// What a name is in a statement.
  public enum Mark: Sendable, Hashable {
    /// The helper, the actor or (benefits) the programme.
    case from
    /// The recipient or the programme.
    case to
    /// The name that is explained.
    case name
  }

  /// A stretch of text.
  public struct Piece: Sendable, Hashable {
    /// The text, white space folded.
    public let text: String
    /// What it is; nil for text between names.
    public let mark: Mark?
  }

  /// The pieces in order.
  public let pieces: [Piece]

  /// Marks ranges of a text.
  ///
  /// - Parameters:
  ///   - scalars: The text.
  ///   - marks: What to mark, in offsets of `scalars`; of overlapping ranges the first counts, of equal starts
  ///     the longer.
  public init(_ scalars: some Collection<Unicode.Scalar>, marks: [(range: Range<Int>, mark: Mark)]) {
    let scalars = Array(scalars)
    var pieces: [Piece] = []
    var end = 0
    func add(_ range: Range<Int>, _ mark: Mark?) {
      let text = Self.folded(scalars[range])
      if !text.isEmpty { pieces.append(Piece(text: text, mark: mark)) }
    }
    let ordered = marks.filter { !$0.range.isEmpty }.sorted { a, b in
      a.range.lowerBound != b.range.lowerBound
        ? a.range.lowerBound < b.range.lowerBound : a.range.upperBound > b.range.upperBound
    }
    for mark in ordered where mark.range.lowerBound >= end && mark.range.upperBound <= scalars.count {
      add(end..<mark.range.lowerBound, nil)
      add(mark.range, mark.mark)
      end = mark.range.upperBound
    }
    add(end..<scalars.count, nil)
    self.pieces = pieces
  }

  /// The text with 【】 around what is marked.
  public var bracketed: String {
    pieces.map { $0.mark == nil ? $0.text : "【\($0.text)】" }.joined()
  }

  /// The text without marks.
  public var plain: String { pieces.map(\.text).joined() }

  /// Line breaks between Chinese characters vanish, every other run of white space is one space.
  private static func folded(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    var isSpacePending = false
    for scalar in scalars {
      if scalar.properties.isWhitespace {
        isSpacePending = true
        continue
      }
      if isSpacePending, let last = view.last, last.isASCII || scalar.isASCII { view.append(" ") }
      isSpacePending = false
      view.append(scalar)
    }
    return String(view)
  }
}
