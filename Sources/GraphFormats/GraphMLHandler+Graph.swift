import GraphStore
import SourceText
import XMLStream

extension GraphMLHandler {
  func endEdge(_ cursor: borrowing XMLCursor) {
    guard var edge else { return }
    self.edge = nil
    if edge.source == 0 && edge.target == 0 { return }
    normalizeYears(&edge.row)
    let type = edgeType(edge)
    if builder.strings.string(type) == "located_in" {
      links.append((edge.source, edge.target))
      return
    }
    if edge.row.document == 0, edge.documents == 0 {
      addWithoutDocument(edge, type)
    } else {
      addQuoted(&edge, type)
    }
  }

  private func edgeType(_ edge: EdgeState) -> UInt32 {
    for type in [edge.interaction, edge.type, edge.label] where type != 0 { return type }
    return builder.strings.intern("related_to")
  }

  private func normalizeYears(_ row: inout EvidenceRow) {
    if row.yearFrom == EvidenceRow.noYear { row.yearFrom = row.yearTo }
    if row.yearTo == EvidenceRow.noYear { row.yearTo = row.yearFrom }
    if row.yearTo < row.yearFrom { swap(&row.yearFrom, &row.yearTo) }
  }

  /// The best statement stands for all, but for one of each other document.
  private func addQuoted(_ edge: inout EdgeState, _ type: UInt32) {
    var others: [UInt32] = []
    if edge.documents != 0, edge.documents != edge.row.document {
      let documents = ListText.split(builder.strings.string(edge.documents))
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
    add(edge, type, edge.row)
    for document in others {
      var row = EvidenceRow()
      row.document = document
      row.certainty = edge.row.certainty
      row.status = edge.row.status
      row.count = isEnough ? 1 : edge.row.count
      add(edge, type, row)
    }
  }

  private func addWithoutDocument(_ edge: EdgeState, _ type: UInt32) {
    var row = edge.row
    row.count = edge.weight.isNaN ? 1 : edge.weight
    if edge.isOurs {
      let isBare =
        row.count == 1 && row.certainty == 1 && row.fields == 0 && row.quantities == 0 && row.text == 0
        && row.rule == 0 && row.yearFrom == EvidenceRow.noYear && row.status == EdgeStatus.actual.rank
      builder.statements.append(
        StatementRow(from: edge.source, to: edge.target, type: type, isBare: isBare, evidence: row))
      return
    }
    // The id keeps parallel edges of a foreign graph apart.
    let id = edgeID.isEmpty ? builder.strings.intern("edge \(edgeCount)") : builder.strings.intern(edgeID)
    row.context = builder.lists.intern([id])
    add(edge, type, row)
  }

  private func add(_ edge: EdgeState, _ type: UInt32, _ row: EvidenceRow) {
    builder.statements.append(
      StatementRow(from: edge.source, to: edge.target, type: type, isBare: false, evidence: row))
  }

  /// The graph, once the file has ended: ids of the file become entities.
  func makeGraph() -> Graph {
    if !hasRoot { log.note(.error, "graphml.not-graphml", nil, "the file has no <graphml>") }
    for (id, position) in firstUse.sorted(by: { $0.key < $1.key }) where !isDeclared[Int(id)] {
      log.note(
        .warning, "graphml.unknown-node", position,
        "no <node> has the id '\(ids.string(id))'; one is added")
    }
    for id in entities.indices.dropFirst() where entities[id] == 0 {
      entities[id] = entity(of: UInt32(id))
    }
    for index in builder.statements.indices {
      builder.statements[index].from = entities[Int(builder.statements[index].from)]
      builder.statements[index].to = entities[Int(builder.statements[index].to)]
    }
    for link in links {
      var row = NodeRow(entity: entities[Int(link.node)])
      row.parent = entities[Int(link.parent)]
      // Joined with the node that the file declares, this must not make an implicit one explicit.
      row.isImplicit = isDeclared[Int(link.node)]
      builder.nodes.append(row)
    }
    let result = builder.build()
    builder = GraphBuilder()
    return result
  }
}
