/// A decoded text and its outline; the unit that evidence points into.
///
/// Every offset of this library that is called a document offset counts Unicode scalars of `scalars`:
/// the decoded text without a byte order mark, CR LF and CR read as LF (of HTML and the like: the
/// extracted text).
public struct Document: Sendable {
  /// A stretch of text that is read as one piece: a heading, or a paragraph whose lines belong together.
  public struct Block: Sendable, Hashable {
    /// What the block is; it decides how far context reaches.
    public enum Kind: String, Sendable, Hashable {
      /// The title of the whole document.
      case title
      /// The heading of a part (a case, a section); context does not flow across it.
      case heading
      /// Running text.
      case paragraph
      /// One line of a list.
      case listItem
      /// One line of a table whose cells are separated by tabs.
      case tableRow
    }

    /// What the block is.
    public let kind: Kind
    /// Where it stands, in document offsets; it may hold line breaks that fall inside sentences or words.
    public let range: Range<Int>
    /// Which part of the document it belongs to: every heading (or group of headings) starts a new one.
    public let section: Int

    /// Makes a block over `range`, in document offsets.
    public init(kind: Kind, range: Range<Int>, section: Int = 0) {
      self.kind = kind
      self.range = range
      self.section = section
    }
  }

  /// Names the document in graphs and answers: the file's stem, or the record's id.
  public let id: String
  /// The file as the user named it; nil for text that came from elsewhere.
  public let file: String?
  /// Title, date, publisher and address, where metadata or the format gave them.
  public let metadata: Metadata
  /// The decoded text.
  public let scalars: [Unicode.Scalar]
  /// For plain text: the byte offset in the file of every scalar, and of the end (one more than `scalars`).
  public let byteOffsets: [UInt32]?
  /// The outline, in order and without overlap; white space between blocks belongs to none.
  public let blocks: [Block]

  /// What is known about a document beside its text.
  public struct Metadata: Sendable, Hashable {
    /// The title given by metadata or format.
    public var title: String?
    /// The date as given, best as YYYY-MM-DD.
    public var date: String?
    /// Who published it.
    public var publisher: String?
    /// Where it can be read.
    public var url: String?

    /// Makes metadata; everything is optional.
    public init(
      title: String? = nil, date: String? = nil, publisher: String? = nil, url: String? = nil
    ) {
      self.title = title
      self.date = date
      self.publisher = publisher
      self.url = url
    }

    /// The four digits at the start of `date`, when they are a year.
    public var year: Int? {
      guard let date, date.count >= 4, let year = Int(date.prefix(4)), (1900...2200).contains(year) else {
        return nil
      }
      return year
    }
  }

  /// Makes a document from parts that are already consistent.
  ///
  /// - Precondition: block ranges lie inside `scalars`, ascend and do not overlap; `byteOffsets`, when
  ///   given, has one more element than `scalars`.
  public init(
    id: String, file: String? = nil, metadata: Metadata = Metadata(), scalars: [Unicode.Scalar],
    byteOffsets: [UInt32]? = nil, blocks: [Block]
  ) {
    precondition(byteOffsets.map { $0.count == scalars.count + 1 } ?? true, "one byte offset a scalar")
    self.id = id
    self.file = file
    self.metadata = metadata
    self.scalars = scalars
    self.byteOffsets = byteOffsets
    self.blocks = blocks
  }

  /// The text of a range of document offsets. O(length).
  public func text(in range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  /// Line and column of a document offset. O(offset).
  public func position(of offset: Int) -> SourcePosition {
    var line = 1
    var start = 0
    for index in 0..<min(offset, scalars.count) where scalars[index] == "\n" {
      line += 1
      start = index + 1
    }
    return SourcePosition(line: line, column: offset - start + 1)
  }
}
