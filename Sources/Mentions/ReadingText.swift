import OntologyModel
import SourceText

/// A document as it is read: full-width forms folded, traditional script simplified, line breaks inside
/// paragraphs and stray spaces inside words removed.
///
/// Ranges of this type are reading offsets; `documentRange` maps them back to document offsets.
public struct ReadingText: Sendable {
  /// A sentence, a clause of a heading, or a table row.
  public struct Sentence: Sendable, Hashable {
    /// Reading offsets, the closing punctuation included.
    public let range: Range<Int>
    /// Position in `Document.blocks`.
    public let block: Int
    /// The kind of that block.
    public let kind: Document.Block.Kind
    /// The part of the document it belongs to.
    public let section: Int
  }

  /// The document that was read.
  public let document: Document
  /// The folded text.
  public let scalars: [Unicode.Scalar]
  /// Document offset of each scalar.
  public let origins: [Int32]
  /// The sentences, in order.
  public let sentences: [Sentence]

  /// The text of a range of reading offsets.
  public func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  /// The document offsets of a range of reading offsets; an empty range maps to an empty range.
  public func documentRange(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else {
      let at = range.lowerBound < origins.count ? Int(origins[range.lowerBound]) : document.scalars.count
      return at..<at
    }
    return Int(origins[range.lowerBound])..<(Int(origins[range.upperBound - 1]) + 1)
  }
}
