extension OutputBuffer {
  /// A quoted DOT id: only the quotation mark is escaped there.
  ///
  /// - Precondition: the id has no backslash at its end; export ids have none at all.
  mutating func dotID(_ id: [UInt8]) {
    raw(byte: UInt8(ascii: "\""))
    for byte in id {
      if byte == UInt8(ascii: "\"") { raw(byte: UInt8(ascii: "\\")) }
      raw(byte: byte)
    }
    raw(byte: UInt8(ascii: "\""))
  }

  /// A quoted DOT string for a label or tooltip: Graphviz reads backslashes and character entities there.
  /// Characters that would break the SVG become spaces.
  mutating func dotText(_ text: String) {
    raw(byte: UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": raw("\\\\")
      case "\"": raw("\\\"")
      case "&": raw("&amp;")
      case "\n": raw("\\n")
      case _ where scalar.value < 0x20 || scalar.value == 0x7F || scalar.value & 0xFFFE == 0xFFFE: raw(" ")
      default: raw(String(scalar))
      }
    }
    raw(byte: UInt8(ascii: "\""))
  }
}
