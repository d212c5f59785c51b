/// A directed multigraph of entities and their relations, with the evidence of each.
///
/// Immutable, small to copy and safe to share between threads. `GraphBuilder` makes it. Nodes are numbered
/// in the order of entity ids, edges by helper, relation type and recipient, so equal graphs have equal ids.
public struct Graph: Sendable {
  package let storage: GraphStorage

  init(_ storage: GraphStorage) { self.storage = storage }

  /// The number of nodes.
  public var nodeCount: Int { storage.nodes.count }

  /// The number of edges, with those that are only denied.
  public var edgeCount: Int { storage.edges.count }

  /// The number of statements over all edges.
  public var evidenceCount: Int { storage.evidence.count }

  /// The number of mentions.
  public var mentionCount: Int { storage.mentions.count }

  /// All nodes in order. O(n).
  public var nodeIDs: [NodeID] { (0..<nodeCount).map { NodeID($0) } }

  /// All edges in order. O(n).
  public var edgeIDs: [EdgeID] { (0..<edgeCount).map { EdgeID($0) } }

  /// The documents that the graph was made from, by id. O(n).
  public var documents: [GraphDocument] { storage.documents.indices.map { document(at: $0) } }

  /// Every mention, by document and place. O(n).
  public var mentions: [GraphMention] { storage.mentions.indices.map { mention(at: $0) } }

  /// The node of an entity, by its exact id. O(length).
  public func node(withEntityID entityID: String) -> NodeID? {
    guard let string = storage.strings.id(of: entityID), Int(string) < storage.nodeByString.count,
      storage.nodeByString[Int(string)] != GraphStorage.none
    else { return nil }
    return NodeID(storage.nodeByString[Int(string)])
  }

  /// A node with all that is known of it.
  public func node(_ id: NodeID) -> GraphNode {
    let row = storage.nodes[id.index]
    let strings = storage.strings
    return GraphNode(
      entityID: strings.string(row.entity), label: strings.string(row.label), name: strings.string(row.name),
      type: strings.string(row.type), adcode: strings.optional(row.adcode),
      aliases: storage.lists.list(row.aliases).map { strings.string($0) }, color: strings.optional(row.color),
      size: known(row.size), latitude: known(row.latitude), longitude: known(row.longitude),
      mentionCount: Int(row.mentionCount), note: strings.optional(row.note), isImplicit: row.isImplicit,
      parent: strings.optional(row.parent))
  }

  /// An edge with all its statements. O(statements).
  public func edge(_ id: EdgeID) -> GraphEdge {
    let row = storage.edges[id.index]
    let strings = storage.strings
    return GraphEdge(
      type: strings.string(storage.types[Int(row.type)]),
      from: strings.string(storage.nodes[Int(row.from)].entity),
      to: strings.string(storage.nodes[Int(row.to)].entity),
      evidence: storage.evidenceRange(id.index).map { evidence(at: $0) })
  }

  /// The mentions of a node, by document and place.
  public func mentions(of id: NodeID) -> [GraphMention] {
    let range = Int(storage.mentionOffsets[id.index])..<Int(storage.mentionOffsets[id.index + 1])
    return storage.mentionOrder[range].map { mention(at: Int($0)) }
  }

  private func known(_ value: Double) -> Double? { value.isNaN ? nil : value }
}

extension Graph {
  package func evidence(at index: Int) -> Evidence {
    let row = storage.evidence[index]
    let strings = storage.strings
    let fields = storage.lists.list(row.fields).map { strings.string($0) }
    let context = storage.lists.list(row.context).map { strings.string($0) }
    let years = row.yearFrom == EvidenceRow.noYear ? nil : Int(row.yearFrom)...Int(row.yearTo)
    return Evidence(
      document: strings.string(row.document), start: offset(row.start), end: offset(row.end),
      text: strings.string(row.text), rule: strings.string(row.rule), certainty: row.certainty,
      status: EdgeStatus(rank: row.status), fields: fields, years: years,
      quantities: quantities(row.quantities), byteStart: offset(row.byteStart),
      byteEnd: offset(row.byteEnd), context: context, count: row.count)
  }

  package func quantities(_ list: UInt32) -> [Quantity] {
    let flat = storage.lists.list(list)
    var result: [Quantity] = []
    for first in stride(from: 0, to: flat.count, by: 5) {
      let value = double(flat[first], flat[first + 1])
      let unit = storage.strings.string(flat[first + 2])
      let what = storage.strings.string(flat[first + 3])
      result.append(Quantity(value: value, unit: unit, what: what, isAtLeast: flat[first + 4] == 1))
    }
    return result
  }

  package func mention(at index: Int) -> GraphMention {
    let row = storage.mentions[index]
    let strings = storage.strings
    let flat = storage.lists.list(row.candidates)
    var candidates: [GraphMention.Candidate] = []
    for first in stride(from: 0, to: flat.count, by: 4) {
      let entity = strings.string(flat[first])
      let score = double(flat[first + 1], flat[first + 2])
      let reason = strings.string(flat[first + 3])
      candidates.append(GraphMention.Candidate(entity: entity, score: score, reason: reason))
    }
    return GraphMention(
      document: strings.string(row.document), start: Int(row.start), end: Int(row.end),
      surface: strings.string(row.surface), entity: strings.string(row.entity), certainty: row.certainty,
      note: strings.optional(row.note), form: strings.optional(row.form),
      reason: strings.optional(row.reason), byteStart: offset(row.byteStart),
      byteEnd: offset(row.byteEnd), candidates: candidates)
  }

  package func document(at index: Int) -> GraphDocument {
    let row = storage.documents[index]
    let strings = storage.strings
    return GraphDocument(
      id: strings.string(row.id), title: strings.optional(row.title),
      publisher: strings.optional(row.publisher), date: strings.optional(row.date),
      url: strings.optional(row.url))
  }

  private func offset(_ value: Int32) -> Int? { value < 0 ? nil : Int(value) }

  private func double(_ high: UInt32, _ low: UInt32) -> Double {
    Double(bitPattern: UInt64(high) << 32 | UInt64(low))
  }
}
