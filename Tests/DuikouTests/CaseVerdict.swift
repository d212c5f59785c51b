import Duikou

/// What is wrong with the reading of a case; nothing when it passes.
struct CaseVerdict {
  private(set) var mistakes: [String] = []
  private let linked: LinkedDocument
  private let surfaces: [Set<String>]

  /// Compares a reading with the expectations.
  init(_ test: Case, _ read: ReadDocument) {
    linked = read.linked
    var surfaces: [Set<String>] = Array(repeating: [], count: read.linked.entities.count)
    for mention in read.linked.mentions {
      surfaces[mention.entity].insert(Self.surface(mention, read.linked))
    }
    self.surfaces = surfaces

    let relations = read.relations.filter { $0.certainty >= 0.5 && $0.status != .negated }
    var isExpected = Array(repeating: false, count: relations.count)
    for expectation in test.expectations {
      switch expectation {
      case .relation(let type, let from, let to, let fields, let isPlanned, let isSure):
        let hits = relations.indices.filter {
          relations[$0].type.rawValue == type && isNamed(relations[$0].from, from)
            && isNamed(relations[$0].to, to)
        }
        for hit in hits { isExpected[hit] = true }
        guard isSure else { continue }
        if hits.isEmpty { mistakes.append("missing: \(type) \(from) -> \(to)") }
        let lacking = fields.filter { field in !hits.contains { relations[$0].fields.contains(field) } }
        if !hits.isEmpty, !lacking.isEmpty { mistakes.append("\(from) -> \(to) lacks \(lacking)") }
        if !hits.isEmpty, isPlanned, !hits.contains(where: { relations[$0].status == .planned }) {
          mistakes.append("\(from) -> \(to) is not planned")
        }
      case .entity(let surface, let id, let type):
        let hits = self.linked.entities.indices.filter { surfaces[$0].contains(surface) }
        let isRight = hits.contains { hit in
          let entity = read.linked.entities[hit]
          return (id.map { $0 == entity.id } ?? true) && (type.map { $0 == entity.type.rawValue } ?? true)
        }
        if !isRight {
          mistakes.append(
            "\(surface) is \(hits.map { read.linked.entities[$0].id }), not \(id ?? "-") \(type ?? "")")
        }
      case .notEntity(let name):
        let isFound = read.linked.entities.indices.contains {
          read.linked.entities[$0].id == name || surfaces[$0].contains(name)
        }
        if isFound { mistakes.append("\(name) is taken for an entity") }
      case .none: break
      }
    }
    for (relation, expected) in zip(relations, isExpected) where !expected {
      let from = linked.entities[relation.from].label
      let to = linked.entities[relation.to].label
      mistakes.append("invented: \(relation.type.rawValue) \(from) -> \(to) [\(relation.rule)]")
    }
  }

  private func isNamed(_ position: Int, _ name: String) -> Bool {
    let entity = linked.entities[position]
    return entity.id == name || entity.label == name || entity.name.hasSuffix(name)
      || surfaces[position].contains(name)
  }

  private static func surface(_ mention: LinkedMention, _ linked: LinkedDocument) -> String {
    linked.reading.document.text(in: linked.reading.documentRange(mention.range))
  }
}
