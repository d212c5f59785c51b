import GraphFormats
import OntologyModel
import SourceText

/// Reads one line of a gold file, noting every problem with its place.
struct GoldLineParser: ~Copyable {
  var problems: [Diagnostic] = []
  var scanner: JSONScanner
  let line: UnsafeBufferPointer<UInt8>
  let number: Int
  let file: String?
  let fields: Set<String>?

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
