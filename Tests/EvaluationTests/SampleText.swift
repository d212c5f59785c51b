import Duikou
import SourceText

/// Documents and graphs for tests.
enum SampleText {
  /// A document of one paragraph for each blank-line-separated part.
  static func document(_ id: String, _ text: String, file: String? = nil) -> Document {
    let scalars = Array(text.unicodeScalars)
    var blocks: [Document.Block] = []
    var start = 0
    func add(_ end: Int) {
      if end > start { blocks.append(Document.Block(kind: .paragraph, range: start..<end)) }
    }
    for index in scalars.indices.dropLast() where scalars[index] == "\n" && scalars[index + 1] == "\n" {
      add(index)
      start = index + 2
    }
    add(scalars.count)
    return Document(id: id, file: file, scalars: scalars, blocks: blocks)
  }

  /// A gold entity.
  static func entity(
    _ id: String, _ type: EntityType, _ names: String..., alternative: EntityType? = nil, certain: Bool = true
  ) -> GoldFile.Entity {
    GoldFile.Entity(
      id: id, type: type, alternativeType: alternative, names: names, isCertain: certain)
  }

  /// A gold relation.
  static func assists(
    _ from: String, _ to: String, _ fields: [String] = [], optional: [String] = [], evidence: String? = nil,
    certain: Bool = true
  ) -> GoldFile.Relation {
    GoldFile.Relation(
      type: .assists, from: from, to: to, fields: fields, optionalFields: optional, evidence: evidence,
      isCertain: certain)
  }

  /// An edge with one statement.
  static func edge(
    _ from: String, _ to: String, type: RelationType = .assists, _ fields: [String] = [], text: String = "句子",
    certainty: Double = 0.9, status: EdgeStatus = .actual, rule: String = "r", start: Int = 0,
    document: String = "a"
  ) -> GraphEdge {
    GraphEdge(
      type: type, from: from, to: to,
      evidence: [
        Evidence(
          document: document, start: start, end: start + text.unicodeScalars.count, text: text, rule: rule,
          certainty: certainty, status: status, fields: fields)
      ])
  }

  /// A graph of these parts.
  static func graph(_ nodes: [GraphNode], _ edges: [GraphEdge] = []) -> Graph {
    var builder = GraphBuilder()
    for node in nodes { builder.add(node) }
    for edge in edges { builder.add(edge) }
    return builder.build()
  }

  /// Counts one document.
  static func scores(
    _ entities: [GoldFile.Entity], _ relations: [GoldFile.Relation] = [], _ nodes: [GraphNode],
    _ edges: [GraphEdge] = [], minCertainty: Double = 0.5
  ) -> EvaluationScores {
    evaluation(entities, relations, nodes, edges, minCertainty: minCertainty).total
  }

  /// Evaluates one document called `a`.
  static func evaluation(
    _ entities: [GoldFile.Entity], _ relations: [GoldFile.Relation] = [], _ nodes: [GraphNode],
    _ edges: [GraphEdge] = [], minCertainty: Double = 0.5, text: String? = nil
  ) -> Evaluation {
    let record = GoldFile.Record(document: "a", entities: entities, relations: relations)
    return Evaluation(
      gold: GoldFile(records: [record]), graphs: ["a": graph(nodes, edges)],
      texts: text.map { ["a": [document("a", $0, file: "a.txt")]] } ?? [:], minCertainty: minCertainty)
  }
}
