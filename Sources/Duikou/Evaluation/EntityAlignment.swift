import OntologyModel

/// Which node stands for which gold entity. Several nodes may stand for one; the surplus counts as extra.
struct EntityAlignment {
  /// Gold id by entity id of the node.
  private(set) var goldByNode: [String: String] = [:]

  /// Types that are known by their code alone.
  private static let codedTypes: Set<EntityType> = [.province, .prefecture, .district, .county]

  init(_ gold: GoldDocument, _ found: FoundDocument) {
    var byName: [FoldedName: [String]] = [:]
    for entity in gold.entities where !Self.codedTypes.contains(entity.type) {
      for name in entity.names { byName[name, default: []].append(entity.id) }
    }
    for node in found.nodes {
      if gold.entityByID[node.id] != nil {
        goldByNode[node.id] = node.id
      } else if PlaceCode(node.id).map(\.isBelow) != false {
        goldByNode[node.id] = Self.match(node, byName)
      }
    }
  }

  /// The gold entity with one of the node's names: the label's first, then that of the longest name.
  private static func match(_ node: FoundDocument.Node, _ byName: [FoldedName: [String]]) -> String? {
    let others = node.names.sorted { a, b in
      a.scalars.count != b.scalars.count ? a.scalars.count > b.scalars.count : a < b
    }
    for name in [FoldedName(node.label)] + others {
      if let fit = byName[name]?.first(where: { mayBe(node.id, gold: $0) }) { return fit }
    }
    return nil
  }

  /// Whether names alone may join the two: both of one kind, and in one county as far as both say theirs.
  private static func mayBe(_ id: String, gold: String) -> Bool {
    if let a = PlaceCode(gold)?.code, let b = PlaceCode(id)?.code, a != b {
      let isAbove = a.hasSuffix("00") || b.hasSuffix("00") && a.prefix(4) == b.prefix(4)
      if !isAbove { return false }
    }
    let isOurs = ["place:", "org:", "prog:"].contains { id.hasPrefix($0) }
    return !isOurs || kind(of: id) == kind(of: gold)
  }

  private static func kind(of id: String) -> Substring { id.prefix { $0 != ":" } }
}
