extension OutputBuffer {
  /// A quoted JSON string.
  mutating func json(_ text: String) {
    var copy = text
    copy.withUTF8 { json($0) }
  }

  /// A quoted JSON string of valid UTF-8.
  ///
  /// U+0085, U+2028 and U+2029 are escaped too: tools that split a file at “any line break” take them for
  /// the end of a record.
  mutating func json(_ text: UnsafeBufferPointer<UInt8>) {
    raw(byte: UInt8(ascii: "\""))
    var run = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      var width = 0
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        width = 1
      } else if byte == 0xC2, index + 1 < text.count, text[index + 1] == 0x85 {
        width = 2
      } else if byte == 0xE2, index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] & 0xFE == 0xA8
      {
        width = 3
      }
      if width == 0 {
        index += 1
        continue
      }
      if run < index { raw(UnsafeBufferPointer(rebasing: text[run..<index])) }
      switch (byte, width) {
      case (UInt8(ascii: "\""), _): raw("\\\"")
      case (UInt8(ascii: "\\"), _): raw("\\\\")
      case (0x0A, _): raw("\\n")
      case (0x0D, _): raw("\\r")
      case (0x09, _): raw("\\t")
      case (_, 2): raw("\\u0085")
      case (_, 3): raw(text[index + 2] == 0xA8 ? "\\u2028" : "\\u2029")
      default:
        raw("\\u00")
        raw(byte: UInt8(ascii: "0") + byte >> 4)
        let digit = byte & 15
        raw(byte: digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
      index += width
      run = index
    }
    if run < text.count { raw(UnsafeBufferPointer(rebasing: text[run...])) }
    raw(byte: UInt8(ascii: "\""))
  }
}
