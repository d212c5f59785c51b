/// Decodes UTF-16; an unpaired surrogate or a lone last byte becomes U+FFFD.
enum UTF16Decoding {
  static func decode(_ bytes: [UInt8], from start: Int, lowByteFirst: Bool) -> DecodedText {
    var collector = ScalarCollector(capacity: (bytes.count - start) / 2)
    func unit(_ index: Int) -> UInt32 {
      let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
      return lowByteFirst ? second << 8 | first : first << 8 | second
    }
    var index = start
    while index + 1 < bytes.count {
      let value = unit(index)
      if let scalar = Unicode.Scalar(value) {
        collector.append(scalar, at: index)
        index += 2
      } else if value < 0xDC00, index + 3 < bytes.count, unit(index + 2) & 0xFC00 == 0xDC00,
        let scalar = Unicode.Scalar(0x10000 + (value & 0x3FF) << 10 + unit(index + 2) & 0x3FF)
      {
        collector.append(scalar, at: index)
        index += 4
      } else {
        collector.appendMalformed(at: index)
        index += 2
      }
    }
    if index < bytes.count { collector.appendMalformed(at: index) }
    return collector.text(lowByteFirst ? .utf16LittleEndian : .utf16BigEndian, byteCount: bytes.count)
  }

  /// True for low byte first, false for high byte first, nil when the bytes do not read like UTF-16.
  ///
  /// Called only for bytes that are no UTF-8 or hold NUL, so that ASCII pairs are not taken for ideographs.
  static func guessByteOrder(of bytes: [UInt8]) -> Bool? {
    guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
    let units = min(bytes.count / 2, 32_768)
    var plausible = (low: 0, high: 0)
    for index in 0..<units {
      let (first, second) = (UInt32(bytes[index * 2]), UInt32(bytes[index * 2 + 1]))
      if isPlausible(second << 8 | first) { plausible.low += 1 }
      if isPlausible(first << 8 | second) { plausible.high += 1 }
    }
    guard max(plausible.low, plausible.high) * 100 >= units * 95, plausible.low != plausible.high else {
      return nil
    }
    return plausible.low > plausible.high
  }

  private static func isPlausible(_ unit: UInt32) -> Bool {
    switch unit {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xB7, 0x2010...0x2030, 0x2460...0x249B, 0x25A0...0x25CF: true
    case 0x3000...0x303F, 0x4E00...0x9FFF, 0xFF00...0xFFEF: true
    default: false
    }
  }
}
