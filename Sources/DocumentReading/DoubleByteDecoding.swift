import Foundation

/// Decodes GB 18030 and Big5, with tables drawn from Foundation once.
struct DoubleByteDecoding: Sendable {
  static let gb18030 = DoubleByteDecoding(.gb18030, foundation: String.Encoding(rawValue: 0x8000_0632))
  static let big5 = DoubleByteDecoding(.big5, foundation: String.Encoding(rawValue: 0x8000_0A03))

  private let encoding: TextEncoding
  private let foundation: String.Encoding
  /// The scalar of each pair of a lead byte from 0x81 and a trail byte from 0x40; 0 where there is none.
  private let table: [UInt32]

  private static let leads: ClosedRange<UInt8> = 0x81...0xFE
  private static let trails: ClosedRange<UInt8> = 0x40...0xFE

  private init(_ encoding: TextEncoding, foundation: String.Encoding) {
    self.encoding = encoding
    self.foundation = foundation
    var table: [UInt32] = []
    table.reserveCapacity(Self.leads.count * Self.trails.count)
    for lead in Self.leads {
      for trail in Self.trails {
        table.append(Self.scalar([lead, trail], foundation)?.value ?? 0)
      }
    }
    self.table = table
  }

  /// The one character that the bytes stand for.
  private static func scalar(_ bytes: [UInt8], _ encoding: String.Encoding) -> Unicode.Scalar? {
    guard let text = String(bytes: bytes, encoding: encoding), text.unicodeScalars.count == 1 else {
      return nil
    }
    return text.unicodeScalars.first == "\u{FFFD}" ? nil : text.unicodeScalars.first
  }

  /// The text, and how many places were none.
  func decode(_ bytes: [UInt8]) -> (text: DecodedText, malformedCount: Int) {
    var collector = ScalarCollector(capacity: bytes.count / 2)
    var rare: [UInt32: Unicode.Scalar?] = [:]
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        collector.append(Unicode.Scalar(lead), at: index)
        index += 1
      } else if let scalar = pair(bytes, at: index) {
        collector.append(scalar, at: index)
        index += 2
      } else if let scalar = quadruple(bytes, at: index, &rare) {
        collector.append(scalar, at: index)
        index += 4
      } else {
        collector.appendMalformed(at: index)
        index += 1
      }
    }
    return (collector.text(encoding, byteCount: bytes.count), collector.malformedCount)
  }

  private func pair(_ bytes: [UInt8], at index: Int) -> Unicode.Scalar? {
    guard index + 1 < bytes.count, Self.leads.contains(bytes[index]), Self.trails.contains(bytes[index + 1])
    else { return nil }
    let row = Int(bytes[index] - Self.leads.lowerBound) * Self.trails.count
    let value = table[row + Int(bytes[index + 1] - Self.trails.lowerBound)]
    return value == 0 ? nil : Unicode.Scalar(value)
  }

  /// The four-byte characters of GB 18030: computed beyond the basic plane, asked of Foundation within.
  private func quadruple(
    _ bytes: [UInt8], at index: Int, _ rare: inout [UInt32: Unicode.Scalar?]
  ) -> Unicode.Scalar? {
    guard encoding == .gb18030, index + 3 < bytes.count else { return nil }
    let (first, second, third, fourth) = (bytes[index], bytes[index + 1], bytes[index + 2], bytes[index + 3])
    guard Self.leads.contains(first), Self.leads.contains(third), (0x30...0x39).contains(second),
      (0x30...0x39).contains(fourth)
    else { return nil }
    if first >= 0x90 {
      let high = (UInt32(first) - 0x90) * 10 + UInt32(second) - 0x30
      let low = (UInt32(third) - 0x81) * 10 + UInt32(fourth) - 0x30
      return Unicode.Scalar(0x10000 + high * 1260 + low)
    }
    let key = UInt32(first) << 24 | UInt32(second) << 16 | UInt32(third) << 8 | UInt32(fourth)
    if let known = rare[key] { return known }
    let scalar = Self.scalar([first, second, third, fourth], foundation)
    rare[key] = .some(scalar)
    return scalar
  }
}
