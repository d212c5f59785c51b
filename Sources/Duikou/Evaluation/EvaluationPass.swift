import GraphStore
import OntologyModel
import SourceText

/// Counts one document.
struct EvaluationPass {
  let gold: GoldDocument
  let found: FoundDocument
  let texts: [FoldedDocument]
  let alignment: EntityAlignment
  private(set) var scores = EvaluationScores()
  private(set) var findings: [Finding] = []
  private(set) var parts: [String?: Share] = [:]

  /// What the graph states between gold entities; several edges may come together here.
  private struct Statement {
    var fields: Set<String> = []
    var quotations: [FoldedName] = []
    var edges: [FoundDocument.Edge] = []
  }

  init(gold: GoldDocument, found: FoundDocument, texts: [FoldedDocument]) {
    self.gold = gold
    self.found = found
    self.texts = texts
    alignment = EntityAlignment(gold, found)
  }

  mutating func run() {
    countEntities()
    let statements = statements()
    countRelations(statements)
    countLenient(Set(statements.keys.filter { $0.type == .assists }))
  }

  private mutating func countEntities() {
    let met = Set(alignment.goldByNode.values)
    for entity in gold.entities where entity.isCertain {
      for key in Self.keys(entity.type.rawValue) {
        if met.contains(entity.id) {
          scores.entities[key, default: Tally()].right += 1
        } else {
          scores.entities[key, default: Tally()].missed += 1
        }
      }
      if !met.contains(entity.id) { findings.append(missed(entity)) }
    }
    var seen: Set<String> = []
    for node in found.nodes {
      guard let goldID = alignment.goldByNode[node.id], let entity = gold.entity(goldID),
        seen.insert(goldID).inserted
      else {
        for key in Self.keys(node.type) { scores.entities[key, default: Tally()].extra += 1 }
        let isSecond = alignment.goldByNode[node.id] != nil
        findings.append(self.finding(isSecond ? .secondNode : .extraEntity, node))
        continue
      }
      guard entity.isCertain else { continue }
      let isSame = Self.hasType(node.type, entity)
      scores.types.count(isSame)
      if !isSame {
        findings.append(finding(.wrongType, node, detail: "the gold has \(entity.type.rawValue)"))
      }
    }
  }

  private func statements() -> [RelationKey: Statement] {
    var result: [RelationKey: Statement] = [:]
    for edge in found.edges {
      let key = alignment.key(edge.key)
      result[key, default: Statement()].fields.formUnion(edge.fields)
      result[key, default: Statement()].quotations.append(FoldedName(edge.quotation))
      result[key, default: Statement()].edges.append(edge)
    }
    return result
  }

  private mutating func countRelations(_ statements: [RelationKey: Statement]) {
    for relation in gold.relations where relation.isCertain {
      let statement = statements[relation.key]
      for key in [relation.key.type.rawValue, "all"] {
        if statement != nil {
          scores.relations[key, default: Tally()].right += 1
        } else {
          scores.relations[key, default: Tally()].missed += 1
        }
      }
      if statement == nil { findings.append(missed(relation)) }
      guard relation.key.type == .assists else { continue }
      for part in relation.parts { parts[part, default: Share()].count(statement != nil) }
      guard let statement else { continue }
      countFields(relation, statement)
      if !relation.evidence.isEmpty {
        scores.evidence.count(Self.covers(statement.quotations, relation.evidence.map { FoldedName($0) }))
      }
    }
    for (key, statement) in statements.sorted(by: { $0.key < $1.key }) where gold.relation(key) == nil {
      for name in [key.type.rawValue, "all"] { scores.relations[name, default: Tally()].extra += 1 }
      if let edge = statement.edges.first { findings.append(extra(edge)) }
    }
  }

  private mutating func countFields(_ relation: GoldDocument.Relation, _ statement: Statement) {
    let missed = relation.fields.subtracting(statement.fields)
    let extra = statement.fields.subtracting(relation.fields).subtracting(relation.optionalFields)
    scores.fields.right += relation.fields.intersection(statement.fields).count
    scores.fields.missed += missed.count
    scores.fields.extra += extra.count
    guard !missed.isEmpty || !extra.isEmpty, let edge = statement.edges.first else { return }
    let parts = [("missed", missed), ("extra", extra)].filter { !$0.1.isEmpty }
    let detail = parts.map { "\($0.0) \($0.1.sorted().joined(separator: ", "))" }.joined(separator: "; ")
    findings.append(finding(.wrongFields, edge, detail: detail))
  }

  private mutating func countLenient(_ keys: Set<RelationKey>) {
    var free = keys
    let wanted = gold.relations.filter { $0.key.type == .assists }
    for relation in wanted where keys.contains(relation.key) {
      free.remove(relation.key)
      if relation.isCertain { scores.lenientAssists.right += 1 }
    }
    for relation in wanted where !keys.contains(relation.key) {
      let match = free.filter {
        PlaceCode.isNear(relation.key.from, $0.from) && PlaceCode.isNear(relation.key.to, $0.to)
      }.min()
      if let match { free.remove(match) }
      guard relation.isCertain else { continue }
      if match != nil { scores.lenientAssists.right += 1 } else { scores.lenientAssists.missed += 1 }
    }
    scores.lenientAssists.extra += free.count
  }

  private static func keys(_ type: String) -> [String] {
    let isMain = EntityType(rawValue: type).map { EvaluationScores.mainTypes.contains($0) } ?? false
    return [type, "all"] + (isMain ? ["main"] : [])
  }

  /// District and County are one outside Shanghai, whose districts no reader confuses.
  private static func hasType(_ type: String, _ entity: GoldDocument.Entity) -> Bool {
    guard let type = EntityType(rawValue: type) else { return false }
    if entity.types.contains(type) { return true }
    let countyLevel: Set<EntityType> = [.district, .county]
    return countyLevel.isSuperset(of: [type, entity.type]) && !entity.id.hasPrefix("place:31")
  }

  /// Whether a quotation holds one of the pieces, or at least half of its pairs of neighbouring characters.
  private static func covers(_ quotations: [FoldedName], _ pieces: [FoldedName]) -> Bool {
    let pairs = quotations.reduce(into: Set<[Unicode.Scalar]>()) { $0.formUnion($1.pairs) }
    return pieces.contains { piece in
      guard piece.scalars.count > 1 else { return false }
      if quotations.contains(where: { $0.contains(piece) }) { return true }
      let own = piece.pairs
      return 2 * own.intersection(pairs).count >= own.count
    }
  }
}

extension EntityAlignment {
  /// A statement with gold ids for its ends; an end without one keeps its own id behind a mark that no id has.
  func key(_ key: RelationKey) -> RelationKey {
    RelationKey(
      type: key.type, from: goldByNode[key.from] ?? "?" + key.from, to: goldByNode[key.to] ?? "?" + key.to)
  }
}
