/// Collects nodes, edges, mentions and documents in any order and makes a graph of them.
///
/// What is added twice counts once, and the order of adding never shows in the graph. Of several values
/// for one property of a node the graph keeps one by a fixed rule: the shorter label, the longer name, the
/// higher mention count, “implicit” only where nothing says otherwise; of equal rank the smaller in UTF-8.
///
/// ```swift
/// var builder = GraphBuilder()
/// builder.add(GraphNode(entityID: "place:310113", label: "宝山区", type: .district))
/// builder.add(GraphEdge(type: .assists, from: "place:310113", to: "place:530326", evidence: [evidence]))
/// let graph = builder.build()
/// ```
public struct GraphBuilder: Sendable {
  package var strings = StringPool()
  package var lists = ListPool()
  package var nodes: [NodeRow] = []
  package var statements = StatementStore()
  package var mentions: [MentionRow] = []
  package var documents: [DocumentRow] = []

  /// Makes a builder of the empty graph.
  public init() {}

  /// Adds a node, or joins what is known of it with what was added before. O(length of its strings).
  public mutating func add(_ node: GraphNode) {
    var row = NodeRow(entity: strings.intern(node.entityID))
    row.label = strings.intern(node.label)
    row.name = strings.intern(node.name)
    row.type = strings.intern(node.type)
    row.adcode = strings.intern(node.adcode ?? "")
    row.color = strings.intern(node.color ?? "")
    row.note = strings.intern(node.note ?? "")
    row.parent = strings.intern(node.parent ?? "")
    row.aliases = internStrings(node.aliases)
    row.mentionCount = Int32(clamping: max(0, node.mentionCount))
    row.size = finite(node.size)
    row.latitude = finite(node.latitude)
    row.longitude = finite(node.longitude)
    row.isImplicit = node.isImplicit
    nodes.append(row)
  }

  /// Adds an edge with its statements; ends that were not added become nodes with their id as label.
  public mutating func add(_ edge: GraphEdge) {
    let from = strings.intern(edge.from)
    let to = strings.intern(edge.to)
    let type = strings.intern(edge.type)
    if edge.evidence.isEmpty {
      statements.append(
        StatementRow(from: from, to: to, type: type, isBare: true, evidence: EvidenceRow()))
    }
    for evidence in edge.evidence {
      statements.append(
        StatementRow(from: from, to: to, type: type, isBare: false, evidence: row(evidence)))
    }
  }

  /// Adds a mention; the entity's node counts it and takes its surface as an alias.
  public mutating func add(_ mention: GraphMention) {
    var row = MentionRow(
      document: strings.intern(mention.document), entity: strings.intern(mention.entity),
      surface: strings.intern(mention.surface), start: Int32(clamping: max(0, mention.start)),
      end: Int32(clamping: max(0, mention.end)))
    row.byteStart = mention.byteStart.map { Int32(clamping: $0) } ?? -1
    row.byteEnd = mention.byteEnd.map { Int32(clamping: $0) } ?? -1
    row.note = strings.intern(mention.note ?? "")
    row.form = strings.intern(mention.form ?? "")
    row.reason = strings.intern(mention.reason ?? "")
    row.certainty = probability(mention.certainty)
    row.candidates = lists.intern(
      mention.candidates.flatMap { candidate in
        let bits = (candidate.score.isFinite ? candidate.score + 0 : 0).bitPattern
        return [
          strings.intern(candidate.entity), UInt32(truncatingIfNeeded: bits >> 32),
          UInt32(truncatingIfNeeded: bits), strings.intern(candidate.reason),
        ]
      })
    mentions.append(row)
  }

  /// Adds what is known of a document.
  public mutating func add(_ document: GraphDocument) {
    documents.append(
      DocumentRow(
        id: strings.intern(document.id), title: strings.intern(document.title ?? ""),
        publisher: strings.intern(document.publisher ?? ""), date: strings.intern(document.date ?? ""),
        url: strings.intern(document.url ?? "")))
  }

  /// Adds everything that a graph holds. O(size of the graph).
  public mutating func add(_ graph: Graph) {
    for node in graph.nodeIDs { add(graph.node(node)) }
    for edge in graph.edgeIDs { add(graph.edge(edge)) }
    for mention in graph.mentions { add(mention) }
    for document in graph.documents { add(document) }
  }
}

extension GraphBuilder {
  /// Makes room for what a file of this size may hold. It costs addresses only, and no memory.
  package mutating func reserveCapacity(byteCount: Int) {
    // No file can make it ask for more addresses than there are.
    strings.reserveCapacity(min(byteCount, 1 << 32) / 256)
  }

  /// The columns of a statement, with fields and quantities sorted and each once.
  package mutating func row(_ evidence: Evidence) -> EvidenceRow {
    var row = EvidenceRow()
    row.document = strings.intern(evidence.document)
    row.text = strings.intern(evidence.text)
    row.rule = strings.intern(evidence.rule)
    row.context = lists.intern(evidence.context.map { strings.intern($0) })
    row.fields = internStrings(evidence.fields)
    row.quantities = internQuantities(evidence.quantities)
    row.start = offset(evidence.start)
    row.end = offset(evidence.end)
    row.byteStart = offset(evidence.byteStart)
    row.byteEnd = offset(evidence.byteEnd)
    if let years = evidence.years {
      row.yearFrom = Int16(clamping: max(years.lowerBound, -9999))
      row.yearTo = Int16(clamping: max(years.upperBound, -9999))
    }
    row.status = evidence.status.rank
    row.certainty = probability(evidence.certainty)
    row.count = evidence.count.isFinite && evidence.count > 0 ? evidence.count : 1
    return row
  }

  /// The id of the list of distinct non-empty strings in byte order.
  package mutating func internStrings(_ values: [String]) -> UInt32 {
    if values.isEmpty { return 0 }
    let ordered = Set(values).filter { !$0.isEmpty }.sorted(by: byteOrder)
    return lists.intern(ordered.map { strings.intern($0) })
  }

  /// The id of the list of distinct non-empty strings of these ids in byte order.
  package mutating func internList(_ ids: [UInt32]) -> UInt32 {
    let isInOrder =
      ids.first != 0 && zip(ids, ids.dropFirst()).allSatisfy { strings.compare($0, $1) < 0 }
    if isInOrder { return lists.intern(ids) }
    return lists.intern(Set(ids).filter { $0 != 0 }.sorted { strings.compare($0, $1) < 0 })
  }

  /// The id of the list of distinct quantities in their order; numbers that are none are left out.
  package mutating func internQuantities(_ values: [Quantity]) -> UInt32 {
    if values.isEmpty { return 0 }
    let ordered = Set(values).filter(\.value.isFinite).sorted(by: Quantity.inOrder)
    return lists.intern(
      ordered.flatMap { quantity in
        // Adding zero turns -0 into 0, which is equal to it but has other bits.
        let bits = (quantity.value + 0).bitPattern
        return [
          UInt32(truncatingIfNeeded: bits >> 32), UInt32(truncatingIfNeeded: bits),
          strings.intern(quantity.unit), strings.intern(quantity.what), quantity.isAtLeast ? 1 : 0,
        ]
      })
  }

  private func offset(_ value: Int?) -> Int32 {
    guard let value, value >= 0 else { return -1 }
    return Int32(clamping: value)
  }

  private func finite(_ value: Double?) -> Double {
    guard let value, value.isFinite else { return .nan }
    return value + 0
  }

  private func probability(_ value: Double) -> Double {
    value.isFinite ? min(1, max(0, value)) + 0 : 0
  }
}
