/// Numbers from bytes, without a `String` in the usual cases.
enum NumberText {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// A whole number in decimal digits, also written `2019.0`; spaces around it are allowed.
  static func integer(_ bytes: Bytes) -> Int? {
    if let value = digits(bytes) { return value }
    if bytes.first == UInt8(ascii: "-"), let value = digits(Bytes(rebasing: bytes.dropFirst())) {
      return -value
    }
    guard let value = double(bytes) else { return nil }
    return Int(exactly: value)
  }

  /// A decimal number; spaces around it are allowed.
  static func double(_ bytes: Bytes) -> Double? {
    if let value = simple(bytes) { return value }
    let trimmed = trimmed(bytes)
    return trimmed.isEmpty ? nil : Double(String(decoding: trimmed, as: UTF8.self))
  }

  /// Up to fifteen digits with a decimal point: then the digits and the power of ten are both exact, and so
  /// their quotient is rounded correctly.
  static func simple(_ bytes: Bytes) -> Double? {
    var index = 0
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { index = 1 }
    var digits = 0
    var value = 0
    var decimals = -1
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 48, byte <= 57 {
        digits += 1
        value = value * 10 + Int(byte) - 48
        if decimals >= 0 { decimals += 1 }
      } else if byte == UInt8(ascii: "."), decimals < 0, digits > 0 {
        decimals = 0
      } else {
        return nil
      }
      if digits > 15 { return nil }
      index += 1
    }
    if digits == 0 || decimals == 0 { return nil }
    let magnitude = decimals > 0 ? Double(value) / powers[decimals] : Double(value)
    return isNegative ? -magnitude : magnitude
  }

  static func isBlank(_ bytes: Bytes) -> Bool { bytes.allSatisfy { isSpace($0) } }

  /// Up to eighteen digits and nothing else.
  private static func digits(_ bytes: Bytes) -> Int? {
    if bytes.isEmpty || bytes.count > 18 { return nil }
    var value = 0
    for byte in bytes {
      if byte < 48 || byte > 57 { return nil }
      value = value * 10 + Int(byte) - 48
    }
    return value
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  private static func trimmed(_ bytes: Bytes) -> Slice<Bytes> {
    var bytes = bytes[...]
    while let first = bytes.first, isSpace(first) { bytes.removeFirst() }
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    return bytes
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
