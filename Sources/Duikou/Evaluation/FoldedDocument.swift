import SourceText

/// A document in which quotations are looked up, without regard to white space and quotation marks.
struct FoldedDocument {
  let document: Document
  private let scalars: [Unicode.Scalar]
  /// Document offset of each scalar.
  private let origins: [Int]

  init(_ document: Document) {
    self.document = document
    origins = document.scalars.indices.filter { !FoldedName.isDropped(document.scalars[$0]) }
    scalars = origins.map { document.scalars[$0] }
  }

  /// Where a text stands first, in document offsets. O(length of the document × length).
  func range(of text: String) -> Range<Int>? {
    let wanted = FoldedName(text).scalars
    if wanted.isEmpty { return nil }
    guard let start = FoldedName.firstIndex(of: wanted, in: scalars) else { return nil }
    return origins[start]..<origins[start + wanted.count - 1] + 1
  }
}
