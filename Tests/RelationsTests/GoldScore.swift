import DocumentReading
import Foundation
import Linking
import Mentions
import OntologyModel
import Relations

/// Counts relations against gold files by the rules of the guidelines: uncertain records count neither way.
struct GoldScore {
  /// One line of a gold file.
  struct Record: Decodable {
    struct Entity: Decodable {
      let id: String
      let type: String
      let names: [String]
    }
    struct Relation: Decodable {
      let type: String
      let from: String
      let to: String
      let certain: Bool?
    }
    let doc: String
    let entities: [Entity]
    let relations: [Relation]
  }

  private(set) var right = 0
  private(set) var extra = 0
  private(set) var missed = 0

  var precision: Double { Double(right) / Double(max(1, right + extra)) }
  var recall: Double { Double(right) / Double(max(1, right + missed)) }
  var f1: Double { 2 * precision * recall / max(1e-9, precision + recall) }

  /// Reads, links and scores every document of a gold file; only relations of the given types.
  init(gold: URL, texts: URL, types: Set<RelationType>, linker: Linker, reader: RelationReader) throws {
    let lines = try String(contentsOf: gold, encoding: .utf8).split(separator: "\n")
    let records = try lines.map { try JSONDecoder().decode(Record.self, from: Data($0.utf8)) }
    for (doc, records) in Dictionary(grouping: records, by: \.doc).sorted(by: { $0.key < $1.key }) {
      let bytes = [UInt8](try Data(contentsOf: texts.appendingPathComponent(doc + ".txt")))
      for document in DocumentReader().read(bytes: bytes, name: doc + ".txt").documents {
        let linked = linker.link(document)
        let ids = GoldScore.align(records, linked)
        var found: Set<[String]> = []
        for relation in reader.relations(in: linked)
        where relation.certainty >= 0.5 && relation.status != .negated && types.contains(relation.type) {
          found.insert([relation.type.rawValue, ids[relation.from], ids[relation.to]])
        }
        var known: [[String]: Bool] = [:]
        for relation in records.flatMap(\.relations) {
          known[[relation.type, relation.from, relation.to], default: false] =
            known[[relation.type, relation.from, relation.to], default: false] || relation.certain ?? true
        }
        extra += found.filter { known[$0] == nil }.count
        for (key, isCertain) in known where isCertain && types.contains(where: { $0.rawValue == key[0] }) {
          if found.contains(key) { right += 1 } else { missed += 1 }
        }
      }
    }
  }

  private static func plain(_ name: String) -> String {
    String(name.filter { !" \n“”\"'《》「」『』·•()（）".contains($0) })
  }

  private static func county(_ id: String) -> Substring? {
    id.hasPrefix("place:") ? id.dropFirst(6).prefix(6) : nil
  }

  /// The gold id of every entity: its own when the gold has it, else that of a name in common.
  private static func align(_ records: [Record], _ linked: LinkedDocument) -> [String] {
    var byName: [String: [String]] = [:]
    var ids: Set<String> = []
    for entity in records.flatMap(\.entities) {
      ids.insert(entity.id)
      guard !["Province", "Prefecture", "District", "County"].contains(entity.type) else { continue }
      let base = entity.id.drop { $0 != ":" }.dropFirst().split(separator: "/").last ?? ""
      for name in Set(entity.names.map(plain) + [plain(String(base))]) {
        byName[name, default: []].append(entity.id)
      }
    }
    var surfaces: [Int: Set<String>] = [:]
    for mention in linked.mentions {
      let range = linked.reading.documentRange(mention.range)
      surfaces[mention.entity, default: []].insert(plain(linked.reading.document.text(in: range)))
    }
    return linked.entities.enumerated().map { index, entity in
      if ids.contains(entity.id) { return entity.id }
      let isCoded = entity.type.isPlace && !entity.id.contains("/")
      if isCoded { return "?" + entity.id }
      for name in [plain(entity.label), plain(entity.name)]
        + (surfaces[index] ?? []).sorted(by: { ($0.count, $0) > ($1.count, $1) })
      {
        let fit = byName[name]?.first { gold in
          if let a = county(gold), let b = county(entity.id) { return a == b || a.prefix(4) == b.prefix(4) }
          return gold.prefix { $0 != ":" } == entity.id.prefix { $0 != ":" }
        }
        if let fit { return fit }
      }
      return "?" + entity.id
    }
  }
}
