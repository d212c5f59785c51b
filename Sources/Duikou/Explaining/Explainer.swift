public import GraphStore
import Linking
public import Relations
import SourceText

/// Says why a graph holds what it holds: for relations and for the names in the texts.
///
/// A graph from a file gives evidence, rule, context and candidates; with the documents that it was read
/// from at hand, whole sentences as well.
public struct Explainer: Sendable {
  private let graph: Graph
  private let documents: [String: ReadDocument]
  private let rules: [String: RelationRule]
  private let nameOfEntity: @Sendable (String) -> String?

  /// Makes an explainer.
  ///
  /// - Parameters:
  ///   - graph: What is explained.
  ///   - documents: The documents that it was made from, as far as they are at hand.
  ///   - rules: The rules that read them.
  ///   - nameOfEntity: The name of an entity that the graph does not hold, by its id.
  public init(
    graph: Graph, documents: [ReadDocument] = [], rules: [RelationRule] = [],
    nameOfEntity: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    self.graph = graph
    self.documents = Dictionary(documents.map { ($0.linked.reading.document.id, $0) }) { first, _ in first }
    self.rules = Dictionary(rules.map { ($0.id, $0) }) { first, _ in first }
    self.nameOfEntity = nameOfEntity
  }

  /// Explains a relation. O(mentions of both ends × statements).
  public func relation(_ id: EdgeID) -> RelationExplanation {
    let edge = graph.edge(id)
    let ends = graph.ends(of: id)
    let from = graph.mentions(of: ends.from)
    let to = graph.mentions(of: ends.to)
    let ordered = edge.evidence.sorted { Evidence.isBetter($0, $1) }
    return RelationExplanation(
      edge: edge, fromLabel: graph.label(of: ends.from), toLabel: graph.label(of: ends.to),
      statements: ordered.map { statement($0, from: from, to: to) })
  }

  /// Explains every mention of an entity, in the order of the documents.
  public func mentions(of node: NodeID) -> [MentionExplanation] { graph.mentions(of: node).map(mention) }

  /// Explains the mentions that cover an offset of a document, longest first. O(mentions).
  public func mentions(at offset: Int, in document: String) -> [MentionExplanation] {
    graph.mentions.filter { $0.document == document && $0.start <= offset && offset < $0.end }
      .sorted { $0.end - $0.start > $1.end - $1.start }.map(mention)
  }

  /// The mentions of a document next to an offset: the last before it and the first behind it. O(mentions).
  public func neighbours(of offset: Int, in document: String) -> [GraphMention] {
    let own = graph.mentions.filter { $0.document == document }
    let before = own.filter { $0.end <= offset }.max { $0.end < $1.end }
    let behind = own.filter { $0.start > offset }.min { $0.start < $1.start }
    return [before, behind].compactMap { $0 }
  }

  /// Explains one mention.
  public func mention(_ mention: GraphMention) -> MentionExplanation {
    let text = documents[mention.document]?.linked.reading.document
    var sentence: MarkedText?
    if let text, mention.start <= mention.end, mention.end <= text.scalars.count {
      let range = text.sentence(around: mention.start..<mention.end)
      sentence = marked(text.scalars[range], from: range.lowerBound, [(mention, .name)])
    }
    let node = graph.node(withEntityID: mention.entity)
    return MentionExplanation(
      mention: mention,
      chosen: MentionExplanation.Candidate(
        entityID: mention.entity, name: name(of: mention.entity), score: score(of: mention),
        reason: mention.reason ?? ""),
      type: node.map { graph.type(of: $0) } ?? "",
      others: mention.candidates.map {
        MentionExplanation.Candidate(
          entityID: $0.entity, name: name(of: $0.entity), score: $0.score, reason: $0.reason)
      },
      sentence: sentence, file: text?.file, position: text?.position(of: mention.start))
  }

  private func statement(
    _ evidence: Evidence, from: [GraphMention], to: [GraphMention]
  ) -> RelationExplanation.Statement {
    let text = documents[evidence.document]?.linked.reading.document
    var scalars = Array(evidence.text.unicodeScalars)
    var range = (evidence.start ?? 0)..<((evidence.start ?? 0) + scalars.count)
    if let text, let start = evidence.start, let end = evidence.end, start <= end, end <= text.scalars.count {
      range = text.sentence(around: start..<end)
      scalars = Array(text.scalars[range])
    }
    func inside(_ mentions: [GraphMention]) -> [GraphMention] {
      evidence.start == nil
        ? []
        : mentions.filter {
          $0.document == evidence.document && $0.start >= range.lowerBound && $0.end <= range.upperBound
        }
    }
    let (first, second) = (inside(from), inside(to))
    let marks = first.map { ($0, MarkedText.Mark.from) } + second.map { ($0, MarkedText.Mark.to) }
    return RelationExplanation.Statement(
      evidence: evidence, sentence: marked(scalars[...], from: range.lowerBound, marks), file: text?.file,
      position: text.flatMap { text in evidence.start.map { text.position(of: $0) } },
      rule: rules[evidence.rule], fromMentions: from.isEmpty ? nil : first.map(mention),
      toMentions: to.isEmpty ? nil : second.map(mention))
  }

  private func marked(
    _ scalars: ArraySlice<Unicode.Scalar>, from start: Int, _ marks: [(GraphMention, MarkedText.Mark)]
  ) -> MarkedText {
    MarkedText(scalars, marks: marks.map { ($0.0.start - start..<$0.0.end - start, $0.1) })
  }

  private func name(of entityID: String) -> String? {
    if let node = graph.node(withEntityID: entityID) { return graph.name(of: node) }
    return nameOfEntity(entityID)
  }

  /// Graphs keep the scores of the others only; the document as read also has that of the chosen one.
  private func score(of mention: GraphMention) -> Double? {
    guard let linked = documents[mention.document]?.linked else { return nil }
    return linked.mentions.first { other in
      linked.entities[other.entity].id == mention.entity
        && linked.reading.documentRange(other.range) == mention.start..<mention.end
    }?.score
  }
}
