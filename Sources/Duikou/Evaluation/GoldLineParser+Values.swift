import GraphFormats
import OntologyModel
import SourceText

/// Single values, each with the problems that it may have.
extension GoldLineParser {
  func here() -> Location { location(at: scanner.index) }

  func location(at offset: Int) -> Location {
    var offset = offset
    while offset < line.count, [0x20, 0x09, 0x0D].contains(line[offset]) { offset += 1 }
    let column = line.prefix(offset).reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    return Location(file: file, position: SourcePosition(line: number, column: column))
  }

  mutating func note(
    _ id: String, _ place: Location, _ message: String, severity: Diagnostic.Severity = .error
  ) {
    problems.append(Diagnostic(severity, id: id, file: file, position: place.position, message: message))
  }

  mutating func key(_ seen: inout Set<String>) throws(Problem) -> (String, Location) {
    let place = here()
    var key = ""
    try scanner.string { key = String(decoding: $0, as: UTF8.self) }
    try scanner.expect(UInt8(ascii: ":"))
    seen.insert(key)
    return (key, place)
  }

  mutating func passOver(_ key: String, _ place: Location) throws(Problem) {
    note("gold.unknown-key", place, "the key “\(key)” is not known and passed over", severity: .warning)
    try scanner.skipValue()
  }

  @discardableResult
  mutating func require(
    _ keys: [String], _ seen: Set<String>, _ what: String, _ place: Location
  ) -> Bool {
    let missing = keys.filter { !seen.contains($0) }
    if missing.isEmpty { return true }
    note("gold.missing-key", place, "\(what) lacks \(missing.map { "“\($0)”" }.joined(separator: ", "))")
    return false
  }

  /// Enters an object or list, or passes over another value and notes that.
  mutating func enters(_ open: Unicode.Scalar, _ what: String) throws(Problem) -> Bool {
    if scanner.peek() == UInt8(ascii: open) {
      try scanner.enter(UInt8(ascii: open))
      return true
    }
    try wrong("\(what) must be \(open == "{" ? "an object" : "a list")")
    return false
  }

  mutating func wrong(_ message: String) throws(Problem) {
    let place = here()
    try scanner.skipValue()
    note("gold.wrong-value", place, message)
  }

  /// A text; nil for null.
  mutating func string(_ key: String) throws(Problem) -> String? {
    if scanner.peek() == UInt8(ascii: "\"") {
      var text = ""
      try scanner.string { text = String(decoding: $0, as: UTF8.self) }
      return text
    }
    if scanner.acceptNull() { return nil }
    try wrong("“\(key)” must be a text in quotation marks")
    return nil
  }

  /// A text or a whole number, as a text.
  mutating func name(_ key: String) throws(Problem) -> String? {
    switch scanner.peek() {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      let value = try scanner.number()
      return Int(exactly: value).map(String.init) ?? "\(value)"
    default: return try string(key)
    }
  }

  mutating func boolean(_ key: String) throws(Problem) -> Bool {
    let next = scanner.peek()
    if next == UInt8(ascii: "t") || next == UInt8(ascii: "f") { return try scanner.boolean() }
    try wrong("“\(key)” must be true or false")
    return true
  }

  mutating func strings(_ key: String) throws(Problem) -> [(text: String, location: Location)] {
    if scanner.acceptNull() { return [] }
    guard try enters("[", "“\(key)”") else { return [] }
    var result: [(text: String, location: Location)] = []
    var isFirst = true
    while try scanner.next(UInt8(ascii: "]"), isFirst: &isFirst) {
      let place = here()
      if let text = try string(key) { result.append((text, place)) }
    }
    return result
  }

  mutating func fieldNames(_ key: String) throws(Problem) -> [String] {
    let names = try strings(key)
    if let fields {
      for (name, place) in names where !fields.contains(name) {
        note("gold.unknown-field", place, "“\(name)” is no field of help")
      }
    }
    return names.map(\.text)
  }

  mutating func entityType(_ key: String) throws(Problem) -> EntityType? {
    let place = here()
    guard let name = try string(key) else { return nil }
    if let type = EntityType(rawValue: name) { return type }
    let known = EntityType.allCases.map(\.rawValue).joined(separator: ", ")
    note("gold.unknown-type", place, "“\(name)” is no entity type; there are \(known)")
    return nil
  }

  mutating func relationType(_ key: String) throws(Problem) -> RelationType? {
    let place = here()
    guard let name = try string(key) else { return nil }
    if let type = RelationType(rawValue: name), type != .locatedIn { return type }
    note(
      "gold.unknown-relation", place,
      "“\(name)” is no relation; there are assists, runs, participates and benefits")
    return nil
  }

  static func isEntityID(_ id: String) -> Bool {
    for prefix in ["org:", "prog:"] where id.hasPrefix(prefix) { return id.utf8.count > prefix.utf8.count }
    return PlaceCode(id) != nil
  }
}
