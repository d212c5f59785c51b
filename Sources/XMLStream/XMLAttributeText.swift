/// A text that values of attributes are compared with many times.
public struct XMLAttributeText: Sendable {
  /// As libxml2 hands values out.
  private let bytes: [UInt8]

  /// Makes it from UTF-8.
  public init(_ text: [UInt8]) {
    let ampersand = UInt8(ascii: "&")
    bytes = text.flatMap { $0 == ampersand ? [ampersand] + Self.escapedRest : [$0] }
  }

  func isEqual(_ value: UnsafeRawBufferPointer) -> Bool {
    let count = value.count
    if bytes.count != count { return false }
    return unsafe bytes.withUnsafeBytes { wanted in
      // Words that overlap, since most texts are shorter than two of them.
      if count >= 8 {
        var offset = 0
        while offset < count - 8 {
          if unsafe word(value, offset) != word(wanted, offset) { return false }
          offset += 8
        }
        return unsafe word(value, count - 8) == word(wanted, count - 8)
      }
      if count >= 4 {
        return unsafe half(value, 0) == half(wanted, 0)
          && half(value, count - 4) == half(wanted, count - 4)
      }
      for offset in 0..<count where unsafe value[offset] != wanted[offset] { return false }
      return true
    }
  }

  /// Whether a value as libxml2 hands it out is not the text itself.
  static func holdsAmpersand(_ value: UnsafeRawBufferPointer) -> Bool {
    var offset = 0
    while offset + 8 <= value.count {
      let difference =
        unsafe value.loadUnaligned(fromByteOffset: offset, as: UInt64.self) ^ 0x2626_2626_2626_2626
      // A byte that is 0 borrows from its highest bit.
      if (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080 != 0 { return true }
      offset += 8
    }
    return unsafe value[offset...].contains(UInt8(ascii: "&"))
  }

  /// The text of a value that libxml2 hands out: since it expands no entities, it leaves every `&` as `&#38;`.
  static func resolve(_ whole: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var value = unsafe whole[...]
    while let ampersand = unsafe value.firstIndex(of: UInt8(ascii: "&")) {
      unsafe bytes.append(contentsOf: value[...ampersand])
      unsafe value = value[(ampersand + 1)...]
      if unsafe value.starts(with: escapedRest) { unsafe value = value.dropFirst(escapedRest.count) }
    }
    unsafe bytes.append(contentsOf: value)
    return bytes
  }

  private static let escapedRest = Array("#38;".utf8)

  private func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  private func half(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt32 {
    unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
  }
}
