import SourceText

/// Keeps documents apart that came with the same id.
public enum DocumentIDs {
  /// Gives every document an id of its own: files of one name get the folders above them in front, records
  /// of one id a number behind, from the second on.
  ///
  /// - Returns: The documents in the same order, and a warning `document.duplicate-id` for each renamed one.
  /// - Complexity: O(number of documents).
  public static func keepingApart(
    _ documents: [Document]
  ) -> (documents: [Document], diagnostics: [Diagnostic]) {
    var groups: [String: [Int]] = [:]
    for (index, document) in documents.enumerated() { groups[document.id, default: []].append(index) }
    var taken = Set(groups.keys)
    var result = documents
    var diagnostics: [Diagnostic] = []
    for (index, document) in documents.enumerated() {
      guard let group = groups[document.id], group.count > 1 else { continue }
      var id = longerName(of: document, among: group.map { documents[$0] })
      if id == document.id, index == group[0] { continue }
      let base = id
      var number = 2
      while !taken.insert(id).inserted {
        id = "\(base)#\(number)"
        number += 1
      }
      result[index] = Document(
        id: id, file: document.file, metadata: document.metadata, scalars: document.scalars,
        byteOffsets: document.byteOffsets, blocks: document.blocks)
      diagnostics.append(
        Diagnostic(
          .warning, id: "document.duplicate-id", file: document.file,
          message: "several documents are called \(document.id); this one is called \(id) here"))
    }
    return (result, diagnostics)
  }

  /// The stem with as many folders in front as tell the files apart; the id itself when none do.
  private static func longerName(of document: Document, among group: [Document]) -> String {
    guard let file = document.file, DocumentReader.stem(of: file) == document.id else { return document.id }
    let folders = file.split(separator: "/").dropLast().filter { $0 != "." }
    let others = group.compactMap(\.file).filter { $0 != file }.map {
      $0.split(separator: "/").dropLast().filter { $0 != "." }
    }
    for count in 1...max(1, folders.count) where count <= folders.count {
      let own = folders.suffix(count)
      if !others.contains(where: { $0.suffix(count).elementsEqual(own) }) {
        return (own + [Substring(document.id)]).joined(separator: "/")
      }
    }
    return document.id
  }
}
