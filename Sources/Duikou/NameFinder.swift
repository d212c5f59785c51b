public import GraphStore
public import OntologyModel

/// Finds nodes by names as people type them.
///
/// The graph's own names go first. Where they lead nowhere, the ontology helps: traditional script, short,
/// former and English names, and pinyin without tones (`huize`).
public struct NameFinder: Sendable {
  /// The graph that is asked.
  public let graph: Graph
  private let ontology: @Sendable () -> Ontology?

  /// Makes a finder.
  ///
  /// - Parameters:
  ///   - graph: The graph that is asked.
  ///   - ontology: Called only for names that the graph does not hold; may return nil.
  public init(graph: Graph, ontology: @escaping @Sendable () -> Ontology? = { nil }) {
    self.graph = graph
    self.ontology = ontology
  }

  /// The nodes that a name may mean; several when it is ambiguous, none when it is unknown.
  ///
  /// - Complexity: O(log n) for exact names, else O(nodes), with the ontology O(places).
  public func nodes(named name: String) -> [NodeID] {
    let name = Self.halfWidth(name)
    let found = graph.resolve(name)
    if !found.isEmpty { return found }
    guard let ontology = ontology() else { return [] }
    let simple = Self.simplified(name, ontology)
    for other in [simple] + Self.agencyVariants(of: simple, ontology) where other != name {
      let found = graph.resolve(other)
      if !found.isEmpty { return found }
    }
    return graph.resolve(simple, extraNames: [simple: entityIDs(of: simple, ontology)])
  }

  /// Names of the graph that look like an unknown one, the most alike first.
  ///
  /// - Complexity: O(names × length²).
  public func suggestions(for name: String, limit: Int = 5) -> [NodeID] {
    let wanted = Array(Self.halfWidth(name).unicodeScalars)
    var scored: [(score: Double, node: NodeID)] = []
    for node in graph.nodeIDs where !graph.isImplicit(node) {
      var best = 0.0
      for other in Set([graph.label(of: node), graph.name(of: node)] + graph.node(node).aliases) {
        best = max(best, Self.likeness(wanted, Array(other.unicodeScalars)))
      }
      if best >= 0.5 { scored.append((best, node)) }
    }
    scored.sort { ($1.score, $0.node) < ($0.score, $1.node) }
    return scored.prefix(limit).map(\.node)
  }

  /// What the ontology knows under a name that the graph does not hold: entity id and full name.
  public func knownElsewhere(_ name: String) -> [(entityID: String, name: String)] {
    guard let ontology = ontology() else { return [] }
    return entityIDs(of: Self.simplified(Self.halfWidth(name), ontology), ontology).map { id in
      (id, ontology.placeByEntityID[id].map { ontology.fullName(of: $0) } ?? id)
    }
  }

  private func entityIDs(of name: String, _ ontology: Ontology) -> [String] {
    let latin = name.lowercased().filter { $0.isLetter && $0.isASCII }
    let isLatin = !latin.isEmpty && name.allSatisfy { $0.isASCII }
    // A place that bears the name today goes before one that is only called so, that before a former one.
    var ranked: [(rank: Int, id: String)] = []
    for place in ontology.places.prefix(while: { $0.level < .township }) {
      let isNamed =
        isLatin ? matchesLatin(place, latin) : place.name == name || place.shortNames.contains(name)
      guard isNamed else { continue }
      let rank = place.isFormer ? 2 : isLatin || place.name == name ? 0 : 1
      ranked.append((rank, ontology.places[ontology.living(place.index)].entityID))
    }
    let best = ranked.map(\.rank).min()
    var ids: [String] = []
    for candidate in ranked where candidate.rank == best && !ids.contains(candidate.id) {
      ids.append(candidate.id)
    }
    for abbreviation in ontology.abbreviations where abbreviation.surface == name {
      let id = ontology.places[abbreviation.place].entityID
      if !ids.contains(id) { ids.append(id) }
    }
    for body in ontology.organizations where body.aliases.contains(name) || body.weakAliases.contains(name) {
      ids.append((body.type == .programme ? "prog:" : "org:") + body.name)
    }
    return ids
  }

  /// The name with a long ending for a short one, or the other way round: 卫健委, 卫生健康委员会.
  private static func agencyVariants(of name: String, _ ontology: Ontology) -> [String] {
    var variants: [String] = []
    for type in ontology.agencyTypes {
      let endings = [type.suffix] + type.shortForms
      for ending in endings where name.hasSuffix(ending) && name.count > ending.count {
        variants += endings.filter { $0 != ending }.map { name.dropLast(ending.count) + $0 }
      }
    }
    return variants
  }

  /// Pinyin with or without the last syllable (县, 市 …), or the English name; letters only.
  private func matchesLatin(_ place: Place, _ wanted: String) -> Bool {
    let syllables = place.pinyin.split(separator: " ")
    if syllables.joined() == wanted || syllables.dropLast().joined() == wanted { return true }
    return place.english.contains { $0.lowercased().filter { $0.isLetter && $0.isASCII } == wanted }
  }

  /// Full-width letters, digits and spaces as ASCII, without spaces, quotation and question marks at the ends.
  static func halfWidth(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: view.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3000: view.append(" ")
      default: view.append(scalar)
      }
    }
    var result = String(view)[...]
    while let first = result.first, first.isWhitespace || ends.contains(first) { result.removeFirst() }
    while let last = result.last, last.isWhitespace || ends.contains(last) { result.removeLast() }
    // A name may be nothing but marks; then it is at least what was typed.
    return result.isEmpty ? text : String(result)
  }

  private static let ends: Set<Character> = [
    "“", "”", "‘", "’", "\"", "'", "「", "」", "『", "』", "《", "》", "。", "，", "？", "?", "、",
  ]

  private static func simplified(_ text: String, _ ontology: Ontology) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { view.append(ontology.simplified[scalar] ?? scalar) }
    return String(view)
  }

  /// 1 minus the edit distance over the longer length; a name inside the other counts at least 0.6.
  private static func likeness(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Double {
    if a.isEmpty || b.isEmpty { return 0 }
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let cost = min(row[j] + 1, row[j + 1] + 1, diagonal + (x == y ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    let likeness = 1 - Double(row[b.count]) / Double(max(a.count, b.count))
    let (long, short) = a.count > b.count ? (a, b) : (b, a)
    let isInside =
      short.count >= 2 && (0...(long.count - short.count)).contains { long[$0...].starts(with: short) }
    return isInside ? max(likeness, 0.6) : likeness
  }
}
