/// Up to 24 bytes as three numbers, which are compared in three steps.
struct ShortText: Equatable {
  static let capacity = 24

  var first: UInt64 = 0
  var second: UInt64 = 0
  var third: UInt64 = 0

  init() {}

  /// Takes at most 24 bytes; those that are missing count as 0.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    let bytes = UnsafeRawBufferPointer(text)
    first = Self.word(bytes, 0)
    if bytes.count > 8 { second = Self.word(bytes, 8) }
    if bytes.count > 16 { third = Self.word(bytes, 16) }
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    let length = bytes.count - offset
    if length >= 8 { return bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
    // The last word of a longer text: the eight bytes before the end, without those that came before.
    if bytes.count >= 8 {
      let last = bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
      return UInt64(littleEndian: last) >> UInt64((8 - length) * 8)
    }
    var word: UInt64 = 0
    for byte in bytes.reversed() { word = word << 8 | UInt64(byte) }
    return word
  }
}
