/// Writes text so that XML readers give back the same text.
///
/// Characters that XML 1.0 cannot hold (most control characters, U+FFFE, U+FFFF) become U+FFFD. Everything
/// else comes back as it was, line breaks and tabs included.
public enum XMLEscaping {
  /// Appends text for the inside of an element.
  ///
  /// - Complexity: O(length); stretches without a special character are copied whole.
  public static func appendText(_ text: String, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { unsafe append($0, inAttribute: false, to: &output) }
  }

  /// Appends text for an attribute value, to stand between double quotes, which are not written.
  ///
  /// - Complexity: O(length); stretches without a special character are copied whole.
  public static func appendAttribute(_ text: String, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { unsafe append($0, inAttribute: true, to: &output) }
  }

  /// Appends well-formed UTF-8 for the inside of an element.
  public static func appendText(_ bytes: Span<UInt8>, to output: inout [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append($0, inAttribute: false, to: &output) }
  }

  /// Appends well-formed UTF-8 for an attribute value, to stand between double quotes.
  public static func appendAttribute(_ bytes: Span<UInt8>, to output: inout [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append($0, inAttribute: true, to: &output) }
  }

  private static func append(
    _ input: UnsafeBufferPointer<UInt8>, inAttribute: Bool, to output: inout [UInt8]
  ) {
    var copied = 0
    var index = 0
    while index < input.count {
      let byte = unsafe input[index]
      // All that matters lies below `@`, but for U+FFFE and U+FFFF: EF BF BE, EF BF BF.
      if byte >= 0x40, byte != 0xEF {
        index += 1
        continue
      }
      var length = 1
      let replacement: StaticString
      switch byte {
      case UInt8(ascii: "&"): replacement = "&amp;"
      case UInt8(ascii: "<"): replacement = "&lt;"
      case UInt8(ascii: ">"): replacement = "&gt;"
      case UInt8(ascii: "\"") where inAttribute: replacement = "&quot;"
      case 0x09 where inAttribute: replacement = "&#9;"
      case 0x0A where inAttribute: replacement = "&#10;"
      case 0x0D: replacement = "&#13;"
      case 0x09, 0x0A, 0x20...0x3F:
        index += 1
        continue
      case 0xEF:
        guard index + 2 < input.count, unsafe input[index + 1] == 0xBF, unsafe input[index + 2] >= 0xBE else {
          index += 3
          continue
        }
        length = 3
        replacement = "\u{FFFD}"
      default: replacement = "\u{FFFD}"
      }
      unsafe output.append(contentsOf: input[copied..<index])
      unsafe output.append(
        contentsOf: UnsafeBufferPointer(start: replacement.utf8Start, count: replacement.utf8CodeUnitCount))
      index += length
      copied = index
    }
    if copied < input.count { unsafe output.append(contentsOf: input[copied...]) }
  }
}
