/// What a graph knows about a document that it was made from.
public struct GraphDocument: Sendable, Hashable {
  /// The id that evidence and mentions name.
  public var id: String
  /// The title.
  public var title: String?
  /// Who published it.
  public var publisher: String?
  /// The date as given, best as YYYY-MM-DD.
  public var date: String?
  /// Where it can be read.
  public var url: String?

  /// Makes a document entry; all but the id is optional.
  public init(
    id: String, title: String? = nil, publisher: String? = nil, date: String? = nil, url: String? = nil
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.date = date
    self.url = url
  }
}
