/// Numbers from bytes, without a `String` in the usual cases.
enum NumberText {
  /// A whole number in decimal digits, also written `2019.0`; spaces around it are allowed.
  static func integer(_ bytes: [UInt8]) -> Int? {
    let bytes = trimmed(bytes[...])
    if bytes.isEmpty { return nil }
    if bytes.count <= 18 {
      var value = 0
      var digits = bytes
      let isNegative = digits.first == UInt8(ascii: "-")
      if isNegative { digits.removeFirst() }
      if !digits.isEmpty, digits.allSatisfy({ (48...57).contains($0) }) {
        for digit in digits { value = value * 10 + Int(digit) - 48 }
        return isNegative ? -value : value
      }
    }
    guard let value = double(Array(bytes)) else { return nil }
    return Int(exactly: value)
  }

  /// A decimal number; spaces around it are allowed.
  static func double(_ bytes: [UInt8]) -> Double? {
    let bytes = trimmed(bytes[...])
    if bytes.isEmpty { return nil }
    return bytes.withUnsafeBufferPointer { simple($0) }
      ?? Double(String(decoding: bytes, as: UTF8.self))
  }

  /// Up to fifteen digits with a decimal point: then the digits and the power of ten are both exact, and so
  /// their quotient is rounded correctly.
  static func simple(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
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

  static func isBlank(_ bytes: [UInt8]) -> Bool { trimmed(bytes[...]).isEmpty }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let first = bytes.first, isSpace(first) { bytes.removeFirst() }
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    return bytes
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
