import GraphFormats
import OntologyModel
import SourceText

/// Reads one line of a gold file, noting every problem with its place.
struct GoldLineParser: ~Copyable {
  private(set) var problems: [Diagnostic] = []
  private var scanner: JSONScanner
  private let line: UnsafeBufferPointer<UInt8>
  private let number: Int
  private let file: String?
  private let fields: Set<String>?

  typealias Location = GoldFile.Location
  typealias Problem = JSONScanner.Problem

  /// Parses a line of valid UTF-8, which has to outlive the parser.
  init(_ line: UnsafeBufferPointer<UInt8>, number: Int, file: String?, fields: Set<String>?) {
    self.line = line
    self.number = number
    self.file = file
    self.fields = fields
    scanner = JSONScanner(line)
  }

  /// The record; nil where the line cannot be used at all.
  mutating func parse() -> GoldFile.Record? {
    do throws(Problem) {
      let record = try record()
      if !scanner.isAtEnd() {
        note("gold.malformed", here(), "nothing may follow the object")
        return nil
      }
      if let record { check(record) }
      return record
    } catch {
      note("gold.malformed", location(at: error.offset), error.message)
      return nil
    }
  }

  private mutating func record() throws(Problem) -> GoldFile.Record? {
    let start = here()
    guard try enters("{", "a record") else { return nil }
    var record = GoldFile.Record(document: "")
    var seen: Set<String> = []
    var isFirst = true
    while try scanner.next(UInt8(ascii: "}"), isFirst: &isFirst) {
      let (key, place) = try key(&seen)
      switch key {
      case "doc":
        record.location = here()
        record.document = try name(key) ?? ""
      case "case": record.part = try name(key)
      case "entities":
        guard try enters("[", "“entities”") else { continue }
        var isFirst = true
        while try scanner.next(UInt8(ascii: "]"), isFirst: &isFirst) {
          if let entity = try entity() { record.entities.append(entity) }
        }
      case "relations":
        guard try enters("[", "“relations”") else { continue }
        var isFirst = true
        while try scanner.next(UInt8(ascii: "]"), isFirst: &isFirst) {
          if let relation = try relation() { record.relations.append(relation) }
        }
      case "title", "note": try scanner.skipValue()
      default: try passOver(key, place)
      }
    }
    require(["doc", "entities", "relations"], seen, "the record", start)
    return record
  }

  private mutating func entity() throws(Problem) -> GoldFile.Entity? {
    let start = here()
    guard try enters("{", "an entity") else { return nil }
    var entity = GoldFile.Entity(id: "", type: .province)
    entity.location = start
    var isUsable = true
    var seen: Set<String> = []
    var isFirst = true
    while try scanner.next(UInt8(ascii: "}"), isFirst: &isFirst) {
      let (key, place) = try key(&seen)
      switch key {
      case "id":
        entity.location = here()
        entity.id = try string(key) ?? ""
        if !entity.id.isEmpty, !Self.isEntityID(entity.id) {
          note(
            "gold.entity-id", entity.location,
            "“\(entity.id)” is no entity id; write place: and six digits, place:CODE/name, org:name or prog:name"
          )
        }
      case "type":
        if let type = try entityType(key) { entity.type = type } else { isUsable = false }
      case "type_alt": entity.alternativeType = try scanner.acceptNull() ? nil : entityType(key)
      case "names":
        let names = try strings(key)
        entity.names = names.map(\.text)
        entity.nameLocations = names.map(\.location)
      case "certain": entity.isCertain = try boolean(key)
      case "note": try scanner.skipValue()
      default: try passOver(key, place)
      }
    }
    let isComplete = require(["id", "type", "names"], seen, "the entity", start)
    return isUsable && isComplete && !entity.id.isEmpty ? entity : nil
  }

  private mutating func relation() throws(Problem) -> GoldFile.Relation? {
    let start = here()
    guard try enters("{", "a relation") else { return nil }
    var relation = GoldFile.Relation(type: .assists, from: "", to: "")
    relation.location = start
    var isUsable = true
    var seen: Set<String> = []
    var isFirst = true
    while try scanner.next(UInt8(ascii: "}"), isFirst: &isFirst) {
      let (key, place) = try key(&seen)
      switch key {
      case "type":
        if let type = try relationType(key) { relation.type = type } else { isUsable = false }
      case "from":
        relation.fromLocation = here()
        relation.from = try string(key) ?? ""
      case "to":
        relation.toLocation = here()
        relation.to = try string(key) ?? ""
      case "fields": relation.fields = try fieldNames(key)
      case "fields_optional": relation.optionalFields = try fieldNames(key)
      case "evidence":
        relation.evidenceLocation = here()
        relation.evidence = try string(key)
      case "certain": relation.isCertain = try boolean(key)
      case "note": try scanner.skipValue()
      default: try passOver(key, place)
      }
    }
    let isComplete = require(["type", "from", "to"], seen, "the relation", start)
    return isUsable && isComplete ? relation : nil
  }

  /// What can only be told when the whole record is known.
  private mutating func check(_ record: GoldFile.Record) {
    var ids: Set<String> = []
    for entity in record.entities where !ids.insert(entity.id).inserted {
      note(
        "gold.repeated-entity", entity.location, "“\(entity.id)” stands twice in this record",
        severity: .warning)
    }
    // Where entities had to be left out, the ends that miss them would only repeat those problems.
    if problems.contains(where: { $0.severity == .error }) { return }
    for relation in record.relations {
      for (id, place) in [(relation.from, relation.fromLocation), (relation.to, relation.toLocation)]
      where !ids.contains(id) {
        note("gold.unknown-entity", place, "“\(id)” is not among the entities of this record")
      }
    }
  }
}

extension GoldLineParser {
  private func here() -> Location { location(at: scanner.index) }

  private func location(at offset: Int) -> Location {
    var offset = offset
    while offset < line.count, [0x20, 0x09, 0x0D].contains(line[offset]) { offset += 1 }
    let column = line.prefix(offset).reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    return Location(file: file, position: SourcePosition(line: number, column: column))
  }

  private mutating func note(
    _ id: String, _ place: Location, _ message: String, severity: Diagnostic.Severity = .error
  ) {
    problems.append(Diagnostic(severity, id: id, file: file, position: place.position, message: message))
  }

  private mutating func key(_ seen: inout Set<String>) throws(Problem) -> (String, Location) {
    let place = here()
    var key = ""
    try scanner.string { key = String(decoding: $0, as: UTF8.self) }
    try scanner.expect(UInt8(ascii: ":"))
    seen.insert(key)
    return (key, place)
  }

  private mutating func passOver(_ key: String, _ place: Location) throws(Problem) {
    note("gold.unknown-key", place, "the key “\(key)” is not known and passed over", severity: .warning)
    try scanner.skipValue()
  }

  @discardableResult
  private mutating func require(
    _ keys: [String], _ seen: Set<String>, _ what: String, _ place: Location
  ) -> Bool {
    let missing = keys.filter { !seen.contains($0) }
    if missing.isEmpty { return true }
    note("gold.missing-key", place, "\(what) lacks \(missing.map { "“\($0)”" }.joined(separator: ", "))")
    return false
  }

  /// Enters an object or list, or passes over another value and notes that.
  private mutating func enters(_ open: Unicode.Scalar, _ what: String) throws(Problem) -> Bool {
    if scanner.peek() == UInt8(ascii: open) {
      try scanner.enter(UInt8(ascii: open))
      return true
    }
    try wrong("\(what) must be \(open == "{" ? "an object" : "a list")")
    return false
  }

  private mutating func wrong(_ message: String) throws(Problem) {
    let place = here()
    try scanner.skipValue()
    note("gold.wrong-value", place, message)
  }

  /// A text; nil for null.
  private mutating func string(_ key: String) throws(Problem) -> String? {
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
  private mutating func name(_ key: String) throws(Problem) -> String? {
    switch scanner.peek() {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      let value = try scanner.number()
      return Int(exactly: value).map(String.init) ?? "\(value)"
    default: return try string(key)
    }
  }

  private mutating func boolean(_ key: String) throws(Problem) -> Bool {
    let next = scanner.peek()
    if next == UInt8(ascii: "t") || next == UInt8(ascii: "f") { return try scanner.boolean() }
    try wrong("“\(key)” must be true or false")
    return true
  }

  private mutating func strings(_ key: String) throws(Problem) -> [(text: String, location: Location)] {
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

  private mutating func fieldNames(_ key: String) throws(Problem) -> [String] {
    let names = try strings(key)
    if let fields {
      for (name, place) in names where !fields.contains(name) {
        note("gold.unknown-field", place, "“\(name)” is no field of help")
      }
    }
    return names.map(\.text)
  }

  private mutating func entityType(_ key: String) throws(Problem) -> EntityType? {
    let place = here()
    guard let name = try string(key) else { return nil }
    if let type = EntityType(rawValue: name) { return type }
    let known = EntityType.allCases.map(\.rawValue).joined(separator: ", ")
    note("gold.unknown-type", place, "“\(name)” is no entity type; there are \(known)")
    return nil
  }

  private mutating func relationType(_ key: String) throws(Problem) -> RelationType? {
    let place = here()
    guard let name = try string(key) else { return nil }
    if let type = RelationType(rawValue: name), type != .locatedIn { return type }
    note(
      "gold.unknown-relation", place,
      "“\(name)” is no relation; there are assists, runs, participates and benefits")
    return nil
  }

  private static func isEntityID(_ id: String) -> Bool {
    for prefix in ["org:", "prog:"] where id.hasPrefix(prefix) { return id.utf8.count > prefix.utf8.count }
    return PlaceCode(id) != nil
  }
}
