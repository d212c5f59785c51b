import SourceText

/// Turns the bytes of a report into documents with an outline.
///
/// Reading never fails as a whole: what cannot be used is reported in the diagnostics, everything else
/// is read. The reader holds no state and may be used from several tasks at once.
public struct DocumentReader: Sendable {
  /// What one input gave.
  public typealias Reading = (documents: [Document], diagnostics: [Diagnostic])

  /// Makes a reader.
  public init() {}

  /// Reads one input.
  ///
  /// - Parameters:
  ///   - bytes: The whole content.
  ///   - name: The path as the user gave it; its extension decides the format, `-` stands for text
  ///     without a file. The document's id is the file's stem.
  ///   - metadata: What is known from elsewhere; it goes before what the content says of itself.
  /// - Returns: The documents (one, or one a line of JSON Lines; none for binary content) and what was
  ///   wrong: `document.binary` (error), `document.malformed-text` (warning), `document.bad-record` (error).
  /// - Complexity: O(length).
  public func read(
    bytes: [UInt8], name: String, metadata: Document.Metadata = Document.Metadata()
  ) -> Reading {
    let (decoded, diagnostics) = TextDecoding.decode(bytes, name: name)
    guard let text = decoded else { return ([], diagnostics) }
    switch DocumentFormat(name: name, text: text) {
    case .text: return ([plainDocument(text, name, metadata)], diagnostics)
    case .markdown: return ([markdownDocument(text, name, metadata)], diagnostics)
    case .html: return ([htmlDocument(Self.utf8(of: text, bytes), name, metadata)], diagnostics)
    case .jsonLines:
      let records = recordDocuments(Self.utf8(of: text, bytes)[...], name, metadata)
      return (records.documents, diagnostics + records.diagnostics)
    }
  }

  private func plainDocument(_ text: DecodedText, _ name: String, _ metadata: Document.Metadata) -> Document {
    Document(
      id: Self.stem(of: name), file: Self.file(name), metadata: metadata, scalars: text.scalars,
      byteOffsets: text.byteOffsets.isEmpty ? nil : text.byteOffsets,
      blocks: OutlineBuilder().blocks(of: text.scalars))
  }

  private func markdownDocument(_ text: DecodedText, _ name: String, _ metadata: Document.Metadata)
    -> Document
  {
    let markdown = MarkdownLines(text.scalars)
    return Document(
      id: Self.stem(of: name), file: Self.file(name), metadata: metadata.filled(from: markdown.metadata),
      scalars: text.scalars, byteOffsets: text.byteOffsets.isEmpty ? nil : text.byteOffsets,
      blocks: OutlineBuilder().blocks(of: markdown.lines))
  }

  /// The text in UTF-8: the bytes themselves where they are that.
  private static func utf8(of text: DecodedText, _ bytes: [UInt8]) -> [UInt8] {
    if text.encoding == .utf8, text.firstReplacement == nil, bytes.first != 0xEF { return bytes }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text.scalars)
    return Array(String(view).utf8)
  }

  /// The name as messages and documents show it; nil for text that came from elsewhere.
  static func file(_ name: String) -> String? { name == "-" ? nil : name }

  /// The file name without folders and without its last extension; `stdin` for `-`.
  public static func stem(of name: String) -> String {
    if name == "-" { return "stdin" }
    let file = name.split(separator: "/").last.map(String.init) ?? name
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file }
    return String(file[..<dot])
  }
}
