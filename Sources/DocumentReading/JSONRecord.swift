import SourceText

/// One line of JSON Lines: an object whose string, number and boolean members are kept as text.
struct JSONRecord {
  /// What is wrong with a line, and at which byte of it.
  struct Failure: Error {
    let byteOffset: Int
    let message: String
  }

  /// The members that are neither objects nor lists nor null, in UTF-8.
  private var members: [String: [UInt8]] = [:]

  private static let depthLimit = 100

  private let bytes: ArraySlice<UInt8>
  private var index: Int

  /// Reads a line of UTF-8.
  init(_ line: ArraySlice<UInt8>) throws(Failure) {
    bytes = line
    index = line.startIndex
    skipSpace()
    guard take("{") else { throw failure("a record starts with {") }
    skipSpace()
    if !take("}") {
      repeat {
        skipSpace()
        let key = String(decoding: try string(), as: UTF8.self)
        skipSpace()
        guard take(":") else { throw failure("a colon is missing after a key") }
        if let value = try value(depth: 0) { members[key] = value }
        skipSpace()
      } while take(",")
      guard take("}") else { throw failure("a comma or the closing } is missing") }
    }
    skipSpace()
    guard index == bytes.endIndex else { throw failure("something follows the record") }
  }

  /// The text of a member; nil when there is none.
  func text(_ member: String) -> String? { members[member].map { String(decoding: $0, as: UTF8.self) } }

  /// The UTF-8 of a member; nil when there is none.
  func bytes(_ member: String) -> [UInt8]? { members[member] }

  private func failure(_ message: String, at position: Int? = nil) -> Failure {
    Failure(byteOffset: (position ?? index) - bytes.startIndex, message: message)
  }

  private var byte: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let byte, byte == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte, byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A { index += 1 }
  }

  /// Reads a value; nil for an object, a list or null.
  private mutating func value(depth: Int) throws(Failure) -> [UInt8]? {
    skipSpace()
    guard depth < Self.depthLimit else { throw failure("values are nested too deep") }
    switch byte {
    case UInt8(ascii: "\""): return try string()
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let isObject = take("{")
      if !isObject { index += 1 }
      skipSpace()
      if take(isObject ? "}" : "]") { return nil }
      repeat {
        if isObject {
          skipSpace()
          _ = try string()
          skipSpace()
          guard take(":") else { throw failure("a colon is missing after a key") }
        }
        _ = try value(depth: depth + 1)
        skipSpace()
      } while take(",")
      guard take(isObject ? "}" : "]") else { throw failure("a comma or a closing bracket is missing") }
      return nil
    default: return try word()
    }
  }

  /// Reads a number, true, false or null.
  private mutating func word() throws(Failure) -> [UInt8]? {
    let start = index
    while let byte, isWordByte(byte) { index += 1 }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    switch word {
    case "null": return nil
    case "true", "false": return Array(word.utf8)
    default:
      guard Double(word) != nil, word.first?.isLetter == false else {
        throw failure("a value is missing or not quoted", at: start)
      }
      return Array(word.utf8)
    }
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: true
    default: false
    }
  }

  private mutating func string() throws(Failure) -> [UInt8] {
    let start = index
    guard take("\"") else { throw failure("a quoted string is missing") }
    var text: [UInt8] = []
    while let byte {
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return text
      case UInt8(ascii: "\\"):
        index += 1
        text += Array(String(try escape()).utf8)
      case 0..<0x20: throw failure("a control character stands in a string; write it as \\u00XX")
      default:
        let end = bytes[index...].firstIndex { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C } ?? bytes.endIndex
        text += bytes[index..<end]
        index = end
      }
    }
    throw failure("a string is not closed", at: start)
  }

  /// Reads what follows a backslash; half a surrogate pair becomes U+FFFD.
  private mutating func escape() throws(Failure) -> Unicode.Scalar {
    let start = index - 1
    guard let byte else { throw failure("a string is not closed", at: start) }
    index += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let high = try hexadecimal()
      if let scalar = Unicode.Scalar(high) { return scalar }
      let rest = index
      if high < 0xDC00, take("\\"), take("u") {
        let low = try hexadecimal()
        if low & 0xFC00 == 0xDC00 {
          return Unicode.Scalar(0x10000 + (high & 0x3FF) << 10 + low & 0x3FF) ?? "\u{FFFD}"
        }
      }
      index = rest
      return "\u{FFFD}"
    default: throw failure("an unknown escape stands in a string", at: start)
    }
  }

  private mutating func hexadecimal() throws(Failure) -> UInt32 {
    let digits = String(decoding: bytes[index...].prefix(4), as: UTF8.self)
    guard digits.utf8.count == 4, digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16)
    else {
      throw failure("\\u needs four hexadecimal digits")
    }
    index += 4
    return value
  }
}
