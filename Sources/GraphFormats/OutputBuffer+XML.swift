extension OutputBuffer {
  /// What the escaper does with a byte.
  private enum ByteClass: UInt8 {
    case plain, space, markup, forbidden, carriageReturn, maybeNoncharacter
  }

  private static let classes: [ByteClass] = (0..<256).map { byte in
    switch byte {
    case 0x20, 0x09, 0x0A: .space
    case 0x0D: .carriageReturn
    case 0..<0x20: .forbidden
    case 0x22, 0x26, 0x3C, 0x3E: .markup
    case 0xEF: .maybeNoncharacter
    default: .plain
    }
  }

  /// Text for an element or a quoted attribute. Characters that XML 1.0 cannot hold become U+FFFD.
  ///
  /// - Parameter folding: Whether every run of white space becomes one space, and none is left at the ends.
  mutating func xml(_ text: UnsafeBufferPointer<UInt8>, folding: Bool = false) {
    Self.classes.withUnsafeBufferPointer { classes in
      var run = 0
      var index = 0
      var end = text.count
      if folding {
        while index < end, isFoldable(text[index]) { index += 1 }
        while end > index, isFoldable(text[end - 1]) { end -= 1 }
        run = index
      }
      while index < end {
        let byte = text[index]
        switch classes[Int(byte)] {
        case .plain:
          index += 1
        case .space:
          // Folded text neither starts nor ends with white space, so there is a next byte.
          if !folding || (byte == 0x20 && !isFoldable(text[index + 1])) {
            index += 1
          } else {
            append(text, run..<index)
            while index < end, isFoldable(text[index]) { index += 1 }
            raw(byte: 0x20)
            run = index
          }
        case .carriageReturn:
          append(text, run..<index)
          if folding {
            while index < end, isFoldable(text[index]) { index += 1 }
            raw(byte: 0x20)
          } else {
            raw("&#13;")
            index += 1
          }
          run = index
        case .markup:
          append(text, run..<index)
          markup(byte)
          index += 1
          run = index
        case .forbidden:
          append(text, run..<index)
          raw("\u{FFFD}")
          index += 1
          run = index
        case .maybeNoncharacter:
          // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
          if index + 2 < end, text[index + 1] == 0xBF, text[index + 2] >= 0xBE {
            append(text, run..<index)
            raw("\u{FFFD}")
            index += 3
            run = index
          } else {
            index += 1
          }
        }
      }
      append(text, run..<end)
    }
  }

  /// Text of a string; see `xml(_:folding:)`.
  mutating func xml(_ text: String, folding: Bool = false) {
    var copy = text
    copy.withUTF8 { xml($0, folding: folding) }
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    if !range.isEmpty { raw(UnsafeBufferPointer(rebasing: text[range])) }
  }

  private mutating func markup(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): raw("&amp;")
    case UInt8(ascii: "<"): raw("&lt;")
    case UInt8(ascii: ">"): raw("&gt;")
    default: raw("&quot;")
    }
  }

  private func isFoldable(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
