/// The text of an HTML page in blocks, without scripts, styles, navigation and markup.
///
/// Any input gives a result: HTML is repaired as browsers do, garbage becomes text.
public struct HTMLText: Sendable {
  /// A piece of text on its own, such as a paragraph; white space inside is folded.
  public struct Block: Sendable, Hashable {
    /// What the markup says the block is.
    public enum Kind: Sendable, Hashable {
      /// `h1` to `h6`.
      case heading(level: Int)
      /// Running text.
      case paragraph
      /// `li`.
      case listItem
      /// A row of a table of data; cells are separated by tabs.
      case tableRow
    }

    /// What the block is.
    public let kind: Kind
    /// Its text, never empty and without line breaks.
    public let text: String

    /// Makes a block.
    public init(_ kind: Kind, _ text: String) {
      self.kind = kind
      self.text = text
    }
  }

  /// The content of `title`, when there is one; it is not among the blocks.
  public let title: String?
  /// The blocks in the order of the page.
  public let blocks: [Block]

  /// Reads a page.
  ///
  /// - Parameter bytes: The page in UTF-8; what the page says about its encoding is not heeded.
  /// - Complexity: O(length).
  public init(parsing bytes: [UInt8]) {
    let builder = HTMLTextBuilder()
    if bytes.count > Int(Int32.max) || HTMLTagScanner.isTooDeep(bytes) {
      var scanner = HTMLTagScanner(bytes)
      scanner.feed(builder)
    } else {
      HTMLParsing.parse(bytes, into: builder)
    }
    (title, blocks) = builder.finish()
  }
}
