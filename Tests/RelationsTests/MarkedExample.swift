import Linking
import Mentions
import OntologyModel
import SourceText

/// A sentence of a rule file with its names in brackets, ready to be read without a linker.
///
/// `[H 白云区]结对[R 青石县]。` states that 白云区 helps 青石县; `=> 白云区>青石县` after it lists the pairs when
/// not every helper goes with every recipient. `¶` stands for a line break.
struct MarkedExample {
  let document: LinkedDocument
  /// Names of the two ends, joined by `>`.
  let pairs: Set<String>

  /// - Parameter ontology: one made by `MarkedExample.ontology(from:)`.
  init(_ marked: String, type: RelationType, ontology: Ontology) {
    let parts = marked.components(separatedBy: "=>")
    var scalars: [Unicode.Scalar] = []
    var entities: [Entity] = []
    var byName: [String: Int] = [:]
    var mentions: [(range: Range<Int>, entity: Int)] = []
    var names: [Character: [String]] = [:]
    var inside: (kind: Character, text: String)?
    for character in parts[0] {
      switch character {
      case "[": inside = (" ", "")
      case "]":
        guard let (kind, text) = inside else { break }
        let name = text.filter { !"“” ".contains($0) }
        let start = scalars.count
        scalars += text.unicodeScalars
        let index = byName[name] ?? entities.count
        if index == entities.count {
          byName[name] = index
          entities.append(MarkedExample.entity(name, kind: kind, index: index, ontology: ontology))
        }
        let quote = text.hasPrefix("“") ? 1 : 0
        mentions.append((start + quote..<scalars.count - quote, index))
        if names[kind]?.contains(name) != true { names[kind, default: []].append(name) }
        inside = nil
      default:
        if let (kind, text) = inside {
          inside =
            kind == " "
            ? (character, "")
            : character == " " && text.isEmpty ? (kind, "") : (kind, text + String(character))
        } else {
          scalars += character == "¶" ? ["\n"] : Array(character.unicodeScalars)
        }
      }
    }
    document = MarkedExample.link(scalars, entities: entities, mentions: mentions, ontology: ontology)
    let (from, to): (Character, Character) =
      switch type {
      case .benefits: ("P", "R")
      case .runs, .participates: (names["H"] == nil ? "R" : "H", "P")
      default: ("H", "R")
      }
    if parts.count > 1 {
      pairs = Set(parts[1].split(separator: " ").map { $0.filter { !"“”".contains($0) } })
    } else {
      pairs = Set((names[from] ?? []).flatMap { a in (names[to] ?? []).map { a + ">" + $0 } })
    }
  }

  /// The ontology with two made-up provinces: the last place but one only gives, the last only receives.
  static func ontology(from base: Ontology) -> Ontology {
    var ontology = base
    for (code, name) in [("990000", "给省"), ("980000", "受省")] {
      ontology.places.append(
        Place(
          index: ontology.places.count, entityID: "place:\(code)", adcode: code, name: name, shortNames: [],
          level: .province, type: .province, parent: nil))
    }
    // Forty counties of each, so that names of one sentence lie in different ones.
    for side in 0..<2 {
      let province = base.places.count + side
      for number in 0..<40 {
        let code = (side == 0 ? "99" : "98") + String(1000 + number)
        ontology.places.append(
          Place(
            index: ontology.places.count, entityID: "place:\(code)", adcode: code, name: code, shortNames: [],
            level: .county, type: side == 0 ? .district : .county, parent: province))
      }
    }
    ontology.tiers["990000"] = 0
    ontology.tiers["980000"] = 3
    return ontology
  }

  private static func entity(_ name: String, kind: Character, index: Int, ontology: Ontology) -> Entity {
    let endings: [(String, EntityType)] = [
      ("公司", .enterprise), ("集团", .enterprise), ("银行", .enterprise), ("医院", .institution),
      ("中学", .institution), ("小学", .institution), ("大学", .institution), ("学校", .institution),
      ("局", .agency), ("委", .agency), ("指挥部", .agency), ("会", .organization), ("镇", .township),
      ("乡", .township), ("村", .village), ("州", .prefecture), ("省", .province),
    ]
    let type: EntityType =
      kind == "P"
      ? .programme
      : endings.first { name.hasSuffix($0.0) }?.1 ?? (kind == "H" ? .district : .county)
    let first = ontology.places.count - 80 + (kind == "H" ? 0 : 40)
    return Entity(
      id: (type.isPlace ? "place:" : type == .programme ? "prog:" : "org:") + name, type: type, name: name,
      label: name, home: type == .programme ? nil : first + index % 40)
  }

  private static func link(
    _ scalars: [Unicode.Scalar], entities: [Entity], mentions: [(range: Range<Int>, entity: Int)],
    ontology: Ontology
  ) -> LinkedDocument {
    var blocks: [Document.Block] = []
    var start = 0
    for index in scalars.indices where scalars[index] == "\n" {
      blocks.append(
        .init(kind: blocks.isEmpty ? .title : .heading, range: start..<index, section: blocks.count))
      start = index + 1
    }
    // A last line that starts with a hyphen is a line of a list.
    let isItem = start < scalars.count && scalars[start] == "-"
    blocks.append(
      .init(
        kind: isItem ? .listItem : .paragraph, range: start..<scalars.count,
        section: max(0, blocks.count - 1)))
    let document = Document(id: "example", scalars: scalars, blocks: blocks)
    let reading = ReadingText(document: document, ontology: ontology)
    // Reading drops line breaks, so later offsets shift; the origins lead back.
    var positions: [Int: Int] = [:]
    for (index, origin) in reading.origins.enumerated() { positions[Int(origin)] = index }
    return LinkedDocument(
      reading: reading, entities: entities,
      mentions: mentions.compactMap { mention in
        guard let low = positions[mention.range.lowerBound],
          let high = positions[mention.range.upperBound - 1]
        else {
          return nil
        }
        return LinkedMention(
          range: low..<high + 1, entity: mention.entity,
          form: mention.range.count == 1 ? .abbreviation : .name, certainty: 1, reason: "marked")
      })
  }
}
