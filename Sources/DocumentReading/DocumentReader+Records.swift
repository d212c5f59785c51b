import SourceText

extension DocumentReader {
  /// One document a line; a broken line is reported and the others are read.
  func recordDocuments(_ text: DecodedText, _ name: String, _ metadata: Document.Metadata) -> Reading {
    var documents: [Document] = []
    var diagnostics: [Diagnostic] = []
    var lineNumber = 0
    for line in text.scalars.split(separator: "\n", omittingEmptySubsequences: false) {
      lineNumber += 1
      guard line.contains(where: { !CharacterTraits.isSpace($0) }) else { continue }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: line)
      let bytes = Array(String(view).utf8)
      do {
        documents.append(try Self.document(bytes, name, lineNumber, metadata))
      } catch {
        let before = String(decoding: bytes[..<min(error.byteOffset, bytes.count)], as: UTF8.self)
        diagnostics.append(
          Diagnostic(
            .error, id: "document.bad-record", file: name,
            position: SourcePosition(line: lineNumber, column: before.unicodeScalars.count + 1),
            message: error.message))
      }
    }
    return (documents, diagnostics)
  }

  /// The document of one record; without an `id` it is named after the file and line.
  private static func document(
    _ bytes: [UInt8], _ name: String, _ line: Int, _ metadata: Document.Metadata
  ) throws(JSONRecord.Failure) -> Document {
    let record = try JSONRecord(bytes[...])
    guard let text = record.members["text"] else {
      throw JSONRecord.Failure(byteOffset: 0, message: "the record has no \"text\"")
    }
    var own = Document.Metadata()
    for field in ["title", "date", "source", "publisher", "url"] {
      own.set(field, to: record.members[field] ?? "")
    }
    let given = record.members["id"] ?? ""
    let scalars = UTF8Decoding.decode(Array(text.utf8), from: 0).scalars
    return Document(
      id: given.isEmpty ? "\(stem(of: name))-\(line)" : given, file: file(name),
      metadata: own.filled(from: metadata),
      scalars: scalars, blocks: OutlineBuilder().blocks(of: scalars))
  }
}
