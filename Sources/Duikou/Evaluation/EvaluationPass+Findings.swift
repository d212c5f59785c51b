import GraphStore
import SourceText

extension EvaluationPass {
  /// A place in the text of the document, with the sentence around it.
  private struct Spot {
    let text: FoldedDocument
    let range: Range<Int>
  }

  func missed(_ entity: GoldDocument.Entity) -> Finding {
    let spot = firstSpot(of: entity.surfaces)
    return make(
      .missedEntity, type: entity.type.rawValue, ids: [entity.id],
      names: [entity.surfaces.first ?? entity.id],
      quotation: spot.map { $0.text.document.text(in: $0.range) } ?? "", spot: spot)
  }

  func finding(_ kind: Finding.Kind, _ node: FoundDocument.Node, detail: String = "") -> Finding {
    let mention = found.graph.mentions(of: node.node).first
    return make(
      kind, type: node.type, ids: [node.id], names: [node.label], detail: detail,
      quotation: mention?.surface ?? "",
      spot: mention.flatMap { spot(in: $0.document, $0.start, $0.end) })
  }

  func missed(_ relation: GoldDocument.Relation) -> Finding {
    let key = relation.key
    let quotation = relation.evidence.first ?? ""
    return make(
      .missedRelation, type: key.type.rawValue, ids: [key.from, key.to],
      names: [key.from, key.to].map { gold.entity($0)?.surfaces.first ?? $0 },
      detail: relation.fields.sorted().joined(separator: ", "), quotation: quotation,
      spot: spot(of: quotation))
  }

  func extra(_ edge: FoundDocument.Edge) -> Finding { finding(.extraRelation, edge) }

  func finding(_ kind: Finding.Kind, _ edge: FoundDocument.Edge, detail: String = "") -> Finding {
    let whole = found.graph.edge(edge.edge)
    let ends = found.graph.ends(of: edge.edge)
    let best = whole.best
    return make(
      kind, type: edge.key.type.rawValue, ids: [edge.key.from, edge.key.to],
      names: [found.graph.label(of: ends.from), found.graph.label(of: ends.to)], detail: detail,
      quotation: best?.text ?? "", rule: whole.rule, certainty: whole.certainty,
      spot: best.flatMap { best in best.start.flatMap { spot(in: best.document, $0, best.end ?? $0) } })
  }

  private func make(
    _ kind: Finding.Kind, type: String, ids: [String], names: [String], detail: String = "",
    quotation: String, rule: String = "", certainty: Double? = nil, spot: Spot?
  ) -> Finding {
    let document = spot?.text.document
    let sentence = spot.flatMap { spot in
      document.map { $0.text(in: $0.sentence(around: spot.range)) }
    }
    return Finding(
      kind: kind, document: gold.id, type: type, ids: ids, names: names, detail: detail,
      quotation: quotation, rule: rule, certainty: certainty, sentence: sentence, file: document?.file,
      position: spot.map { $0.text.document.position(of: $0.range.lowerBound) })
  }

  private func firstSpot(of surfaces: [String]) -> Spot? {
    for surface in surfaces {
      if let spot = spot(of: surface) { return spot }
    }
    return nil
  }

  private func spot(of quotation: String) -> Spot? {
    for text in texts {
      if let range = text.range(of: quotation) { return Spot(text: text, range: range) }
    }
    return nil
  }

  private func spot(in document: String, _ start: Int, _ end: Int) -> Spot? {
    guard let text = texts.first(where: { $0.document.id == document }),
      (0...text.document.scalars.count).contains(start), start <= end, end <= text.document.scalars.count
    else { return nil }
    return Spot(text: text, range: start..<end)
  }
}
