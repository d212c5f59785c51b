import SourceText

extension DocumentReader {
  /// One document a line of UTF-8; a broken line is reported and the others are read.
  func recordDocuments(_ bytes: ArraySlice<UInt8>, _ name: String, _ metadata: Document.Metadata) -> Reading {
    var documents: [Document] = []
    var diagnostics: [Diagnostic] = []
    var lineNumber = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      lineNumber += 1
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      do {
        documents.append(try Self.document(line, name, lineNumber, metadata))
      } catch {
        let before = String(decoding: line.prefix(error.byteOffset), as: UTF8.self)
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
    _ line: ArraySlice<UInt8>, _ name: String, _ number: Int, _ metadata: Document.Metadata
  ) throws(JSONRecord.Failure) -> Document {
    let record = try JSONRecord(line)
    guard let text = record.bytes("text") else {
      throw JSONRecord.Failure(byteOffset: 0, message: "the record has no \"text\"")
    }
    var own = Document.Metadata()
    for field in ["title", "date", "source", "publisher", "url"] {
      own.set(field, to: record.text(field) ?? "")
    }
    let given = record.text("id") ?? ""
    let scalars = UTF8Decoding.decode(text, from: 0).scalars
    return Document(
      id: given.isEmpty ? "\(stem(of: name))-\(number)" : given, file: file(name),
      metadata: own.filled(from: metadata), scalars: scalars, blocks: OutlineBuilder().blocks(of: scalars))
  }
}
