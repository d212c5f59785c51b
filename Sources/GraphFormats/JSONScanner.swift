/// Reads the parts of one JSON text from bytes, in order, without building a tree.
package struct JSONScanner: ~Copyable {
  /// What is wrong, and at which byte.
  package struct Problem: Error {
    package let offset: Int
    package let message: String
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  package private(set) var index = 0
  private var depth = 0
  /// The text of the last string that held escapes.
  private var unescaped: [UInt8] = []
  private static let maximumDepth = 64

  /// Scans bytes that have to outlive the scanner and to be valid UTF-8.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Passes over white space.
  package mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }

  /// Whether only white space is left.
  package mutating func isAtEnd() -> Bool {
    skipSpace()
    return index == bytes.count
  }

  /// The next byte that is no white space; 0 at the end.
  package mutating func peek() -> UInt8 {
    skipSpace()
    return index < bytes.count ? bytes[index] : 0
  }

  /// Passes over one byte that has to come next.
  package mutating func expect(_ byte: UInt8) throws(Problem) {
    guard peek() == byte else {
      throw problem("'\(Character(Unicode.Scalar(byte)))' is expected here")
    }
    index += 1
  }

  /// Enters an array or object; `open` is its first bracket.
  package mutating func enter(_ open: UInt8) throws(Problem) {
    try expect(open)
    depth += 1
    if depth > Self.maximumDepth { throw problem("the values are nested too deep") }
  }

  /// Goes to the next member of an array or object, or leaves it; `close` is its last bracket.
  package mutating func next(_ close: UInt8, isFirst: inout Bool) throws(Problem) -> Bool {
    if peek() == close {
      index += 1
      depth -= 1
      return false
    }
    if !isFirst { try expect(UInt8(ascii: ",")) }
    isFirst = false
    return true
  }

  /// Reads a string and hands its text to `body`.
  package mutating func string(_ body: (UnsafeBufferPointer<UInt8>) -> Void) throws(Problem) {
    try expect(UInt8(ascii: "\""))
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        body(UnsafeBufferPointer(rebasing: bytes[start..<index]))
        index += 1
        return
      }
      if byte == UInt8(ascii: "\\") {
        try escapedString(from: start)
        unescaped.withUnsafeBufferPointer(body)
        return
      }
      if byte < 0x20 { throw problem("a control character stands in a string") }
      index += 1
    }
    throw problem("a string does not end")
  }

  /// Reads a number.
  package mutating func number() throws(Problem) -> Double {
    skipSpace()
    let start = index
    loop: while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        index += 1
      default: break loop
      }
    }
    let digits = UnsafeBufferPointer(rebasing: bytes[start..<index])
    if let value = NumberText.simple(digits) { return value }
    guard let value = Double(String(decoding: digits, as: UTF8.self)), value.isFinite else {
      index = start
      throw problem("a number is expected here")
    }
    return value
  }

  /// Reads `true` or `false`.
  package mutating func boolean() throws(Problem) -> Bool {
    if accept("true") { return true }
    if accept("false") { return false }
    throw problem("true or false is expected here")
  }

  /// Passes over `null`, when it comes next.
  package mutating func acceptNull() -> Bool { accept("null") }

  /// Passes over any value.
  package mutating func skipValue() throws(Problem) {
    switch peek() {
    case UInt8(ascii: "\""): try string { _ in }
    case UInt8(ascii: "{"):
      try enter(UInt8(ascii: "{"))
      var isFirst = true
      while try next(UInt8(ascii: "}"), isFirst: &isFirst) {
        try string { _ in }
        try expect(UInt8(ascii: ":"))
        try skipValue()
      }
    case UInt8(ascii: "["):
      try enter(UInt8(ascii: "["))
      var isFirst = true
      while try next(UInt8(ascii: "]"), isFirst: &isFirst) { try skipValue() }
    case UInt8(ascii: "t"), UInt8(ascii: "f"): _ = try boolean()
    case UInt8(ascii: "n"):
      if !acceptNull() { throw problem("a value is expected here") }
    default: _ = try number()
    }
  }

  func problem(_ message: String) -> Problem { Problem(offset: index, message: message) }
}

extension JSONScanner {
  private mutating func accept(_ word: StaticString) -> Bool {
    skipSpace()
    let length = word.utf8CodeUnitCount
    guard index + length <= bytes.count else { return false }
    let start = index
    let isEqual = word.withUTF8Buffer { word in
      word.indices.allSatisfy { word[$0] == bytes[start + $0] }
    }
    if isEqual { index += length }
    return isEqual
  }

  private mutating func escapedString(from start: Int) throws(Problem) {
    unescaped.removeAll(keepingCapacity: true)
    unescaped.append(contentsOf: bytes[start..<index])
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return
      case UInt8(ascii: "\\"): try escape()
      case 0..<0x20:
        index -= 1
        throw problem("a control character stands in a string")
      default: unescaped.append(byte)
      }
    }
    throw problem("a string does not end")
  }

  private mutating func escape() throws(Problem) {
    guard index < bytes.count else { throw problem("a string does not end") }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): unescaped.append(byte)
    case UInt8(ascii: "n"): unescaped.append(0x0A)
    case UInt8(ascii: "t"): unescaped.append(0x09)
    case UInt8(ascii: "r"): unescaped.append(0x0D)
    case UInt8(ascii: "b"): unescaped.append(0x08)
    case UInt8(ascii: "f"): unescaped.append(0x0C)
    case UInt8(ascii: "u"):
      let unit = try hexadecimal()
      var value = UInt32(unit)
      if unit & 0xFC00 == 0xD800, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
        bytes[index + 1] == UInt8(ascii: "u")
      {
        let mark = index
        index += 2
        let low = try hexadecimal()
        if low & 0xFC00 == 0xDC00 {
          value = 0x10000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(low) & 0x3FF
        } else {
          index = mark
        }
      }
      // Half a surrogate pair is no character.
      let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
      unescaped.append(contentsOf: String(scalar).utf8)
    default:
      index -= 1
      throw problem("no such escape in a string")
    }
  }

  private mutating func hexadecimal() throws(Problem) -> UInt16 {
    guard index + 4 <= bytes.count,
      let value = UInt16(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16),
      bytes[index] != UInt8(ascii: "+"), bytes[index] != UInt8(ascii: "-")
    else { throw problem("four hexadecimal digits are expected here") }
    index += 4
    return value
  }
}
