import XMLStream

extension OutputBuffer {
  /// Text for an element. Characters that XML 1.0 cannot hold become U+FFFD.
  mutating func xml(_ text: UnsafeBufferPointer<UInt8>) {
    append { XMLEscaping.appendText(text.span, to: &$0) }
  }

  /// Text for an element, with every run of white space as one space, and none at the ends.
  mutating func foldedXML(_ text: UnsafeBufferPointer<UInt8>) {
    if Self.isFolded(text) {
      xml(text)
      return
    }
    var folded: [UInt8] = []
    folded.reserveCapacity(text.count)
    for byte in text {
      if !Self.isSpace(byte) {
        folded.append(byte)
      } else if let last = folded.last, last != 0x20 {
        folded.append(0x20)
      }
    }
    if folded.last == 0x20 { folded.removeLast() }
    folded.withUnsafeBufferPointer { xml($0) }
  }

  /// Text of a string; see `xml(_:)`.
  mutating func xml(_ text: String) {
    var copy = text
    copy.withUTF8 { xml($0) }
  }

  /// Text of a string; see `foldedXML(_:)`.
  mutating func foldedXML(_ text: String) {
    var copy = text
    copy.withUTF8 { foldedXML($0) }
  }

  private static func isFolded(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var wasSpace = true
    for byte in text {
      let isSpace = byte == 0x20
      if isSpace && wasSpace || !isSpace && Self.isSpace(byte) { return false }
      wasSpace = isSpace
    }
    return !wasSpace || text.isEmpty
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
