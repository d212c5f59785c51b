internal import CLibXML2

/// Splits a page into tags and text in one pass, without building a tree.
///
/// libxml2 looks through all open elements at every end tag that fits none, which takes minutes on pages
/// made to be deep. Such pages are recognised here, and read here.
struct HTMLTagScanner {
  /// Pages with more open elements than any real one.
  static let depthLimit = 1_000

  private enum Token {
    case start(String)
    case end(String)
    case text(Range<Int>)
  }

  private let bytes: [UInt8]
  private var index = 0
  /// Set inside an element whose content is no markup.
  private var rawName: String?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The page may nest deeper than the limit.
  static func isTooDeep(_ bytes: [UInt8]) -> Bool {
    var scanner = HTMLTagScanner(bytes)
    var open: [String: Int] = [:]
    var depth = 0
    while let token = scanner.next() {
      switch token {
      case .start(let name) where !closesItself(name):
        open[name, default: 0] += 1
        depth += 1
        if depth > depthLimit { return true }
      case .end(let name):
        guard let count = open[name], count > 0 else { continue }
        open[name] = count - 1
        depth -= 1
      default: continue
      }
    }
    return false
  }

  /// Feeds the whole page to a builder.
  mutating func feed(_ builder: HTMLTextBuilder) {
    while let token = next() {
      switch token {
      case .start(let name): builder.start(name)
      case .end(let name): builder.end(name)
      case .text(let range):
        let text = resolved(bytes[range])
        unsafe text.withUnsafeBufferPointer { unsafe builder.characters($0) }
      }
    }
  }

  /// Elements without content, or that the next of their kind closes.
  private static func closesItself(_ name: String) -> Bool {
    switch name {
    case "br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "param", "source",
      "track",
      "wbr", "p", "li", "td", "th", "tr", "dt", "dd", "option", "thead", "tbody", "tfoot", "html", "head",
      "body":
      true
    default: false
    }
  }

  private mutating func next() -> Token? {
    while index < bytes.count {
      if let name = rawName {
        rawName = nil
        skip(to: Array("</\(name)".utf8))
        continue
      }
      guard bytes[index] == UInt8(ascii: "<") else {
        let start = index
        index = bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        return .text(start..<index)
      }
      let start = index
      if bytes[index...].starts(with: Array("<!--".utf8)) {
        index += 4
        skip(to: Array("-->".utf8))
        index = min(index + 3, bytes.count)
        continue
      }
      index += 1
      let isEnd = index < bytes.count && bytes[index] == UInt8(ascii: "/")
      if isEnd { index += 1 }
      let name = takeName()
      if name.isEmpty, index < bytes.count, !isEnd, bytes[index] != UInt8(ascii: "!"),
        bytes[index] != UInt8(ascii: "?")
      {
        // A bare `<` is text.
        return .text(start..<index)
      }
      skipTag()
      guard !name.isEmpty else { continue }
      if !isEnd, name == "script" || name == "style" { rawName = name }
      return isEnd ? .end(name) : .start(name)
    }
    return nil
  }

  private mutating func takeName() -> String {
    var name: [UInt8] = []
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): name.append(bytes[index])
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): name.append(bytes[index] | 0x20)
      case UInt8(ascii: "0")...UInt8(ascii: "9") where !name.isEmpty: name.append(bytes[index])
      default: return String(decoding: name, as: UTF8.self)
      }
      index += 1
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// Moves behind the `>` of a tag, over quoted values.
  private mutating func skipTag() {
    var quote: UInt8?
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return
      }
    }
  }

  /// Moves to the next place of some bytes, else to the end.
  private mutating func skip(to pattern: [UInt8]) {
    while index < bytes.count {
      if bytes[index] == pattern[0], bytes[index...].prefix(pattern.count).elementsEqual(pattern) { return }
      index += 1
    }
  }

  /// Text with its entities decoded.
  private func resolved(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var rest = text
    while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
      output += rest[..<ampersand]
      rest = rest[(ampersand + 1)...]
      guard let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";")),
        let scalar = Self.character(String(decoding: rest[..<end], as: UTF8.self))
      else {
        output.append(UInt8(ascii: "&"))
        continue
      }
      output += Array(String(scalar).utf8)
      rest = rest[(end + 1)...]
    }
    return output + rest
  }

  private static func character(_ reference: String) -> Unicode.Scalar? {
    if reference.hasPrefix("#x") || reference.hasPrefix("#X") {
      return UInt32(reference.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    }
    if reference.hasPrefix("#") { return UInt32(reference.dropFirst()).flatMap(Unicode.Scalar.init) }
    guard let entity = unsafe htmlEntityLookup(reference) else { return nil }
    return unsafe Unicode.Scalar(entity.pointee.value)
  }
}
