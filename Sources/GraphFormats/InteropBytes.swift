import SourceText

/// What no parser tells: how a file is written.
struct InteropBytes {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Finds CDATA sections, a prefix of the root element, and a missing declaration of the encoding.
  func findMarks(_ findings: inout InteropFindings) {
    let start = SourcePosition(line: 1, column: 1)
    let head = String(decoding: bytes.prefix(1024), as: UTF8.self)
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let declaration = head.split(separator: ">", maxSplits: 1).first.map(String.init) ?? ""
    if !isMarked, !(declaration.contains("<?xml") && declaration.contains("encoding")),
      bytes.contains(where: { $0 >= 0x80 })
    {
      findings.add(.encoding, "no declaration names the encoding", at: start)
    }
    if let root = head.firstMatch(of: /<(?:[\p{L}_][^\s>\/:]*):graphml[\s>]/) {
      let lines = head[..<root.startIndex].split(separator: "\n", omittingEmptySubsequences: false)
      findings.add(
        .prefix, "the elements have a prefix",
        at: SourcePosition(line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1))
    }
    var places = Places(bytes)
    let section = Array("<![CDATA[".utf8)
    var index = 0
    while let found = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      if bytes[found...].starts(with: section) {
        findings.add(.cdata, "a value stands in a CDATA section", at: places.position(of: found))
      }
      index = found + 1
    }
  }

  /// Finds what Graphviz trips over although its syntax is right.
  func findDOTTraps(_ findings: inout InteropFindings) {
    var places = Places(bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      findings.add(.byteOrderMark, "the file begins with a byte order mark", at: places.position(of: 0))
    }
    let first = bytes.drop { $0 <= 0x20 || $0 >= 0x80 }
    if first.prefix(6).elementsEqual("strict".utf8) {
      findings.add(.strict, "the graph is strict", at: places.position(of: first.startIndex))
    }
    var open: Int?
    for (index, byte) in bytes.enumerated() {
      if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D {
        findings.add(.controlCharacter, "there is a control character", at: places.position(of: index))
      }
      guard byte == UInt8(ascii: "\""), !(open != nil && isEscaped(index)) else { continue }
      if let start = open {
        if index - start - 1 > 16_384 {
          findings.add(
            .longString, "a string has \(index - start - 1) bytes", at: places.position(of: start))
        }
        open = nil
      } else {
        open = index
      }
    }
  }

  /// Whether an odd number of backslashes stands before a quotation mark.
  private func isEscaped(_ index: Int) -> Bool {
    var count = 0
    while index - count > 0, bytes[index - count - 1] == UInt8(ascii: "\\") { count += 1 }
    return count % 2 == 1
  }
}

/// Lines and columns of bytes that are asked for in their order.
private struct Places {
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var column = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func position(of offset: Int) -> SourcePosition {
    if offset < index { (index, line, column) = (0, 1, 1) }
    while index < offset {
      if bytes[index] == 0x0A {
        line += 1
        column = 1
      } else if bytes[index] & 0xC0 != 0x80 {
        column += 1
      }
      index += 1
    }
    return SourcePosition(line: line, column: column)
  }
}
