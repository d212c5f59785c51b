import SourceText

/// Finds out how a text is encoded and decodes it.
public enum TextDecoding {
  /// Decodes a text: by its byte order mark, else as UTF-8 if it is that, else as UTF-16, GB 18030 or Big5
  /// if it reads like that, else as UTF-8 with U+FFFD for what is no text.
  ///
  /// - Parameters:
  ///   - bytes: The whole content.
  ///   - name: The file as the user named it, for messages.
  /// - Returns: The text, nil when the content is binary (`document.binary`, an error); where U+FFFD had to
  ///   be put in, one warning (`document.malformed-text`) with the position of the first.
  /// - Complexity: O(length).
  public static func decode(
    _ bytes: [UInt8], name: String
  ) -> (text: DecodedText?, diagnostics: [Diagnostic]) {
    guard let text = decode(bytes) else {
      let reason =
        bytes.starts(with: Array("%PDF-".utf8))
        ? "this is a PDF file; turn it into text first" : "this is not a text file"
      return (nil, [Diagnostic(.error, id: "document.binary", file: name, message: reason)])
    }
    guard let first = text.firstReplacement else { return (text, []) }
    let byte = text.byteOffsets.isEmpty ? "" : " (byte \(text.byteOffsets[first]))"
    let warning = Diagnostic(
      .warning, id: "document.malformed-text", file: name, position: text.position(of: first),
      message: "not valid \(text.encoding.rawValue) from here\(byte); such bytes are read as U+FFFD")
    return (text, [warning])
  }

  private static func decode(_ bytes: [UInt8]) -> DecodedText? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return textOnly(UTF8Decoding.decode(bytes, from: 3)) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      // A UTF-32 mark begins like a UTF-16 one; its text would be full of NUL.
      return textOnly(UTF16Decoding.decode(bytes, from: 2, lowByteFirst: bytes[0] == 0xFF))
    }
    if bytes.starts(with: Array("%PDF-".utf8)) { return nil }
    let hasNUL = bytes.contains(0)
    let utf8 = UTF8Decoding.decode(bytes, from: 0)
    if utf8.firstReplacement == nil, !hasNUL { return utf8 }
    if let lowByteFirst = UTF16Decoding.guessByteOrder(of: bytes) {
      return textOnly(UTF16Decoding.decode(bytes, from: 0, lowByteFirst: lowByteFirst))
    }
    if hasNUL { return nil }
    return EncodingChoice.best(of: bytes, utf8: utf8)
  }

  private static func textOnly(_ text: DecodedText) -> DecodedText? {
    text.scalars.contains("\0") ? nil : text
  }
}
