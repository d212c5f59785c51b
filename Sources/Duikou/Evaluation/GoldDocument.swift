import OntologyModel

/// The gold of one document, with all its parts united.
struct GoldDocument {
  struct Entity {
    let id: String
    let type: EntityType
    var types: Set<EntityType>
    var names: Set<FoldedName>
    /// The names as written, the canonical one first.
    var surfaces: [String]
    var isCertain: Bool
    let location: GoldFile.Location
  }

  struct Relation {
    let key: RelationKey
    var fields: Set<String> = []
    var optionalFields: Set<String> = []
    var evidence: [String] = []
    /// The parts whose annotation is certain.
    var parts: Set<String?> = []
    var isCertain = false
    let location: GoldFile.Location
  }

  let id: String
  private(set) var entities: [Entity] = []
  private(set) var relations: [Relation] = []
  private(set) var entityByID: [String: Int] = [:]
  private(set) var relationByKey: [RelationKey: Int] = [:]

  init(id: String, records: [GoldFile.Record]) {
    self.id = id
    for record in records {
      for entity in record.entities { add(entity) }
      for relation in record.relations { add(relation, part: record.part) }
    }
  }

  func entity(_ id: String) -> Entity? { entityByID[id].map { entities[$0] } }

  func relation(_ key: RelationKey) -> Relation? { relationByKey[key].map { relations[$0] } }

  private mutating func add(_ entity: GoldFile.Entity) {
    let index: Int
    if let known = entityByID[entity.id] {
      index = known
    } else {
      index = entities.count
      entityByID[entity.id] = index
      entities.append(
        Entity(
          id: entity.id, type: entity.type, types: [], names: [], surfaces: [], isCertain: false,
          location: entity.location))
    }
    entities[index].types.formUnion([entity.type, entity.alternativeType ?? entity.type])
    entities[index].names.formUnion(entity.names.map { FoldedName($0) })
    entities[index].names.insert(FoldedName(Self.localName(entity.id)))
    entities[index].surfaces += entity.names.filter { !entities[index].surfaces.contains($0) }
    entities[index].isCertain = entities[index].isCertain || entity.isCertain
  }

  private mutating func add(_ relation: GoldFile.Relation, part: String?) {
    let key = RelationKey(type: relation.type, from: relation.from, to: relation.to)
    let index: Int
    if let known = relationByKey[key] {
      index = known
    } else {
      index = relations.count
      relationByKey[key] = index
      relations.append(Relation(key: key, location: relation.location))
    }
    if relation.isCertain {
      relations[index].fields.formUnion(relation.fields)
      relations[index].parts.insert(part)
      relations[index].isCertain = true
    } else {
      relations[index].optionalFields.formUnion(relation.fields)
    }
    relations[index].optionalFields.formUnion(relation.optionalFields)
    if let evidence = relation.evidence, !evidence.isEmpty { relations[index].evidence.append(evidence) }
  }

  /// What follows the colon and the last slash.
  private static func localName(_ id: String) -> String {
    let rest = id.drop { $0 != ":" }.dropFirst()
    return rest.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? ""
  }
}

/// What makes two statements the same.
struct RelationKey: Hashable, Comparable, Sendable {
  let type: RelationType
  let from: String
  let to: String

  static func < (a: RelationKey, b: RelationKey) -> Bool {
    if a.type != b.type { return a.type.rawValue < b.type.rawValue }
    if a.from != b.from { return a.from.utf8.lexicographicallyPrecedes(b.from.utf8) }
    return a.to.utf8.lexicographicallyPrecedes(b.to.utf8)
  }
}
