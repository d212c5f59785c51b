public import GraphStore
import Linking
import Mentions
public import OntologyModel
import Relations
import SourceText

extension GraphBuilder {
  /// Adds what was read from a document: its entities as nodes, its mentions, its relations with evidence.
  ///
  /// - Parameter ontology: gives codes, coordinates and the hierarchy; the one that the document was read with.
  public mutating func add(_ read: ReadDocument, of ontology: Ontology) {
    let reading = read.linked.reading
    let document = reading.document
    add(
      GraphDocument(
        id: document.id, title: document.metadata.title, publisher: document.metadata.publisher,
        date: document.metadata.date, url: document.metadata.url))
    let ids = read.linked.entities.map(\.id)
    let notes = GraphBuilder.notes(of: read.linked)
    for (index, entity) in read.linked.entities.enumerated() {
      add(node(for: entity, note: notes[index], in: ontology))
    }
    for mention in read.linked.mentions {
      let range = reading.documentRange(mention.range)
      add(
        GraphMention(
          document: document.id, start: range.lowerBound, end: range.upperBound,
          surface: document.text(in: range),
          entity: ids[mention.entity], certainty: mention.certainty, note: mention.note,
          form: mention.form.rawValue,
          reason: mention.reason, byteStart: document.byteOffsets.map { Int($0[range.lowerBound]) },
          byteEnd: document.byteOffsets.map { Int($0[range.upperBound]) },
          candidates: mention.runnersUp.map {
            GraphMention.Candidate(entity: $0.entityID, score: $0.score, reason: $0.reason)
          }))
    }
    for relation in read.relations {
      let range = reading.documentRange(relation.evidence)
      let evidence = Evidence(
        document: document.id, start: range.lowerBound, end: range.upperBound, text: document.text(in: range),
        rule: relation.rule, certainty: relation.certainty, status: EdgeStatus(relation.status),
        fields: relation.fields, years: relation.years,
        quantities: relation.quantities.map {
          Quantity(value: $0.value, unit: $0.unit, what: $0.what, isAtLeast: $0.isAtLeast)
        },
        byteStart: document.byteOffsets.map { Int($0[range.lowerBound]) },
        byteEnd: document.byteOffsets.map { Int($0[range.upperBound]) }, context: relation.context)
      add(
        GraphEdge(type: relation.type, from: ids[relation.from], to: ids[relation.to], evidence: [evidence]))
    }
  }

  private func node(for entity: Entity, note: String?, in ontology: Ontology) -> GraphNode {
    let home = entity.home.map { ontology.places[$0] }
    // A township that no table holds has the place above it as home.
    let isListed = entity.type.isPlace && home?.entityID == entity.id
    let parent = isListed ? home?.parent.map { ontology.places[$0].entityID } : home?.entityID
    return GraphNode(
      entityID: entity.id, label: entity.label, name: entity.name, type: entity.type,
      adcode: entity.type.isPlace ? home?.adcode : nil, latitude: isListed ? home?.coordinate?.latitude : nil,
      longitude: isListed ? home?.coordinate?.longitude : nil, note: note, parent: parent)
  }

  /// The notes of each entity's mentions, each once.
  private static func notes(of linked: LinkedDocument) -> [String?] {
    var notes: [String?] = Array(repeating: nil, count: linked.entities.count)
    for mention in linked.mentions {
      guard let note = mention.note else { continue }
      let surface = linked.reading.text(mention.range)
      let text = note == "misprint" ? "misprint: \(surface)" : note
      if let known = notes[mention.entity] {
        if !known.contains(text) { notes[mention.entity] = known + "; " + text }
      } else {
        notes[mention.entity] = text
      }
    }
    return notes
  }
}

extension EdgeStatus {
  init(_ status: Relation.Status) {
    self =
      switch status {
      case .actual: .actual
      case .planned: .planned
      case .ended: .ended
      case .negated: .negated
      }
  }
}
