public import GraphStore
public import OntologyModel

/// Finds what people mean by the names that they type: ids, codes, full, short and former names, names
/// with more or fewer places before them, abbreviations, bodies with a long ending for a short one (卫健委,
/// 卫生健康委员会), traditional script, English names, and pinyin with or without tones and spaces.
///
/// Works with a graph alone; the ontology adds short, former and English names, pinyin and traditional
/// script. A name with several meanings is never decided here.
///
/// ```swift
/// switch resolver.resolve("bao shan") {
/// case .one(let entity): print(entity.name)
/// case .several(let entities): print("which of", entities.map(\.name))
/// case .unknown(let suggestions): print("did you mean", suggestions.similar.map(\.name))
/// }
/// ```
public struct NameResolver: Sendable {
  /// The graph that is asked.
  public let graph: Graph
  /// What is known beside the graph.
  public let ontology: Ontology?
  let known: KnownNames
  let endings: LatinEndings
  private let bodyEndings: BodyEndings

  /// Makes a resolver. With an ontology O(places above township + organizations), some 20 ms.
  public init(graph: Graph, ontology: Ontology? = nil) {
    self.graph = graph
    self.ontology = ontology
    known = KnownNames(ontology)
    endings = LatinEndings(ontology)
    bodyEndings = BodyEndings(ontology)
  }

  /// What a name means.
  ///
  /// - Complexity: O(length) for names that the graph or the ontology holds; else, and for names in Latin
  ///   script, O(nodes and their names).
  public func resolve(_ name: String, _ constraint: NameConstraint = NameConstraint()) -> NameResolution {
    let candidates = candidates(for: name)
    var fitting = candidates.filter { fits($0, constraint) }
    if fitting.contains(where: { $0.node != nil }) { fitting.removeAll { $0.node == nil } }
    if fitting.count == 1, let only = fitting.first, only.node != nil || holdsWithin(only) {
      return .one(only)
    }
    if fitting.count > 1 {
      let useful = fitting.filter { $0.node != nil || holdsWithin($0) }
      if useful.count == 1 { return .one(useful[0]) }
      if useful.count > 1 { return .several(useful) }
    }
    return .unknown(suggestions(for: name, elsewhere: fitting))
  }

  /// Everything that a name may mean, the nodes of the graph first; empty for an unknown name. Candidates
  /// without a node are known to the ontology only.
  public func candidates(for name: String) -> [NameCandidate] {
    let folded = Self.trimmed(TypedText.folded(name))
    if folded.isEmpty { return [] }
    let text = TypedText.string(folded)
    // A name may have full-width marks of its own: 上海（集团）有限公司.
    var found = exact(name)
    if found.isEmpty { found = exact(text) }
    let simple = simplified(text)
    if found.isEmpty, simple != text { found = exact(simple) }
    if found.isEmpty, folded.contains(where: TypedText.isLatin), !folded.contains(where: TypedText.isHan) {
      found = latin(folded, in: LatinIndex(self))
    }
    if folded.contains(where: TypedText.isHan) {
      for form in [simple] + bodyEndings.variants(of: simple) where found.isEmpty {
        found = graph.matches(form).map { NameCandidate($0.node, in: graph, way: .longer) }
      }
    }
    return found.sorted { ($0.node == nil ? 1 : 0, $0.way) < ($1.node == nil ? 1 : 0, $1.way) }
  }

  /// Whether something of the graph lies within a candidate.
  public func holdsWithin(_ candidate: NameCandidate) -> Bool {
    guard candidate.entityID.hasPrefix("place:") else { return false }
    return graph.nodeIDs.contains {
      !graph.isImplicit($0) && graph.placesAbove($0).contains(candidate.entityID)
    }
  }

  /// What a string means without guessing; used for every stretch of a question. O(length + hits).
  func exact(_ text: String) -> [NameCandidate] {
    // What lies within a county may share its code, so the county's own id goes first.
    if let node = graph.node(withEntityID: "place:" + text) {
      return [NameCandidate(node, in: graph, way: .code)]
    }
    let matches = graph.nodes(namedExactly: text)
    let strong = matches.filter { $0.kind <= .name }
    if !strong.isEmpty {
      return preferred(
        strong.map { NameCandidate($0.node, in: graph, way: $0.kind == .name ? .name : .code) })
    }
    var found = matches.map { NameCandidate($0.node, in: graph, way: .short) }
    var seen = Set(found.map(\.entityID))
    func add(_ candidate: NameCandidate) {
      if seen.insert(candidate.entityID).inserted { found.append(candidate) }
    }
    for entry in known.entries(of: text) { add(candidate(entry)) }
    if ontology == nil || found.isEmpty {
      // A place whose short name nobody has listed: 会泽 for 会泽县.
      for ending in Self.placeEndings {
        for match in graph.nodes(namedExactly: text + ending) where match.kind == .name {
          if graph.entityType(of: match.node)?.isPlace ?? true {
            add(NameCandidate(match.node, in: graph, way: .short))
          }
        }
      }
    }
    if found.isEmpty {
      for match in bodyEndings.variants(of: text).flatMap({ graph.nodes(namedExactly: $0) }) {
        add(NameCandidate(match.node, in: graph, way: .short))
      }
    }
    return preferred(found)
  }

  private func candidate(_ entry: KnownNames.Entry) -> NameCandidate {
    if let node = graph.node(withEntityID: entry.entityID) {
      return NameCandidate(node, in: graph, way: entry.isOfficial ? .name : .short)
    }
    return NameCandidate(
      entityID: entry.entityID, label: entry.label, name: entry.name, type: entry.type, node: nil,
      way: entry.isOfficial ? .name : .short)
  }

  /// Nodes hide what only the ontology knows, those that texts name hide the others.
  private func preferred(_ candidates: [NameCandidate]) -> [NameCandidate] {
    let explicit = candidates.filter { $0.node.map { !graph.isImplicit($0) } ?? false }
    if !explicit.isEmpty { return explicit }
    let held = candidates.filter { $0.node != nil }
    if !held.isEmpty { return held }
    // An official name goes before the same string as a short name: 吉林省 before 吉林市 for 吉林省.
    let official = candidates.filter { $0.way <= .name }
    return official.isEmpty ? candidates : official
  }

  func fits(_ candidate: NameCandidate, _ constraint: NameConstraint) -> Bool {
    if !constraint.types.isEmpty, !constraint.types.contains(candidate.type) { return false }
    if constraint.places.isEmpty { return true }
    return !constraint.places.isDisjoint(with: placesAbove(candidate))
  }

  /// Ids of the places that hold a candidate.
  func placesAbove(_ candidate: NameCandidate) -> [String] {
    candidate.node.map { graph.placesAbove($0) } ?? PlaceID.ancestors(of: candidate.entityID)
  }

  func simplified(_ text: String) -> String {
    guard let ontology else { return text }
    return TypedText.string(text.unicodeScalars.map { ontology.simplified[$0] ?? $0 })
  }

  /// Without spaces, quotation marks and marks of a sentence at the ends.
  static func trimmed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let edges = Set(" \"“”‘’「」『』《》?!,。、".unicodeScalars)
    var rest = scalars[...]
    while let first = rest.first, edges.contains(first) { rest = rest.dropFirst() }
    while let last = rest.last, edges.contains(last) { rest = rest.dropLast() }
    return Array(rest)
  }

  static let placeEndings = ["县", "市", "区", "省", "州", "盟", "旗", "地区", "镇", "乡", "村", "街道", "新区"]
}
