import GraphStore
import SourceText

extension GraphMLImport {
  mutating func closeEdge() {
    var edge = edge
    normalizeYears(&edge.row)
    let type = edgeType(edge)
    if type == locatedIn {
      links.append((edgeCount * 2 - 2, edgeCount * 2 - 1))
      return
    }
    if edge.row.document == 0, edgeDocuments.isEmpty {
      addWithoutDocument(edge, type)
    } else {
      addQuoted(&edge, type)
    }
  }

  private mutating func edgeType(_ edge: EdgeState) -> UInt32 {
    if edge.interaction != 0 { return edge.interaction }
    if edge.type != 0 { return edge.type }
    if !edgeLabel.isEmpty { return edgeLabel.withBytes { builder.strings.intern($0) } }
    return builder.strings.intern("related_to")
  }

  private mutating func normalizeYears(_ row: inout EvidenceRow) {
    if row.yearFrom == EvidenceRow.noYear { row.yearFrom = row.yearTo }
    if row.yearTo == EvidenceRow.noYear { row.yearTo = row.yearFrom }
    if row.yearTo < row.yearFrom { swap(&row.yearFrom, &row.yearTo) }
  }

  /// The best statement stands for all, but for one of each other document.
  private mutating func addQuoted(_ edge: inout EdgeState, _ type: UInt32) {
    var others: [UInt32] = []
    if !edgeDocuments.isEmpty, !edgeDocuments.isEqual(edgeDocument) {
      let documents = ListText.split(edgeDocuments.string)
      for document in documents.map({ builder.strings.intern($0) }) where document != edge.row.document {
        others.append(document)
      }
      if edge.row.document == 0, let first = others.first {
        edge.row.document = first
        others.removeFirst()
      }
    }
    let weight = edge.weight.isNaN ? Double(others.count + 1) : edge.weight
    let rest = weight - Double(others.count)
    let isEnough = rest >= 1
    edge.row.count = isEnough ? rest : weight / Double(others.count + 1)
    add(type, edge.row)
    for document in others {
      var row = EvidenceRow()
      row.document = document
      row.certainty = edge.row.certainty
      row.status = edge.row.status
      row.count = isEnough ? 1 : edge.row.count
      add(type, row)
    }
  }

  private mutating func addWithoutDocument(_ edge: EdgeState, _ type: UInt32) {
    var row = edge.row
    row.count = edge.weight.isNaN ? 1 : edge.weight
    if edge.isOurs {
      let isBare =
        row.count == 1 && row.certainty == 1 && row.fields == 0 && row.quantities == 0 && row.text == 0
        && row.rule == 0 && row.yearFrom == EvidenceRow.noYear && row.status == EdgeStatus.actual.rank
      add(type, row, isBare: isBare)
      return
    }
    // The id keeps parallel edges of a foreign graph apart.
    let id =
      edgeID.isEmpty
      ? builder.strings.intern("edge \(edgeCount)") : edgeID.withBytes { builder.strings.intern($0) }
    row.context = builder.lists.intern([id])
    add(type, row)
  }

  /// Adds a statement of the current edge; its ends are positions in `ends` for now.
  private mutating func add(_ type: UInt32, _ row: EvidenceRow, isBare: Bool = false) {
    builder.statements.append(
      StatementRow(
        from: edgeCount * 2 - 2, to: edgeCount * 2 - 1, type: type, isBare: isBare, evidence: row))
  }

  /// The graph, once the file has ended: ids of the file become entities.
  mutating func makeGraph() -> Graph {
    drain()
    resolvePending()
    if !hasRoot { log.note(.error, "graphml.not-graphml", nil, "the file has no <graphml>") }
    for (id, position) in firstUse.sorted(by: { $0.key < $1.key }) where !isDeclared[Int(id)] {
      log.note(
        .warning, "graphml.unknown-node", position,
        "no <node> has the id '\(ids.string(id))'; one is added")
    }
    for id in entities.indices.dropFirst() where entities[id] == 0 {
      entities[id] = entity(of: UInt32(id))
    }
    builder.statements.mutateEach { row in
      row.from = entities[Int(ends[Int(row.from)])]
      row.to = entities[Int(ends[Int(row.to)])]
    }
    for link in links {
      let node = Int(ends[Int(link.node)])
      var row = NodeRow(entity: entities[node])
      row.parent = entities[Int(ends[Int(link.parent)])]
      // Joined with the node that the file declares, this must not make an implicit one explicit.
      row.isImplicit = isDeclared[node]
      builder.nodes.append(row)
    }
    ids = StringPool()
    ends = []
    let result = builder.build()
    builder = GraphBuilder()
    return result
  }
}
