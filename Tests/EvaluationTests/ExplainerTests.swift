import Duikou
import Foundation
import Testing

@Suite struct ExplainerTests {
  private static let pipeline = Result {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try Pipeline(ontology: Ontology.load(directory: root.appendingPathComponent("Ontology").path))
  }

  private let text = "今天晴。上海宝山区结对帮扶云南会泽县。宝山是好地方。"

  private func read() throws -> (graph: Graph, document: ReadDocument, rules: [RelationRule]) {
    let pipeline = try Self.pipeline.get()
    let document = pipeline.read(SampleText.document("a", text, file: "a.txt"))
    return (pipeline.graph(of: [document]), document, pipeline.rules)
  }

  @Test("a relation: the sentence with both ends, the rule with pattern and example, the candidates")
  func relation() throws {
    let (graph, document, rules) = try read()
    let from = try #require(graph.node(withEntityID: "place:310113"))
    let to = try #require(graph.node(withEntityID: "place:530326"))
    let edge = try #require(graph.edge("assists", from: from, to: to))
    let explanation = Explainer(graph: graph, documents: [document], rules: rules).relation(edge)
    #expect(explanation.fromLabel == graph.label(of: from) && explanation.toLabel == graph.label(of: to))
    let statement = try #require(explanation.statements.first)
    #expect(statement.sentence.bracketed == "上海【宝山区】结对帮扶云南【会泽县】。")
    #expect(statement.sentence.pieces.compactMap(\.mark) == [.from, .to])
    #expect(statement.rule?.id == statement.evidence.rule)
    #expect(statement.rule?.positive.isEmpty == false)
    #expect(statement.file == "a.txt" && statement.position?.line == 1)
    let mention = try #require(statement.fromMentions?.first)
    #expect(mention.chosen.entityID == "place:310113" && !mention.chosen.reason.isEmpty)
    let runnerUp = try #require(mention.others.first)
    #expect(runnerUp.name != nil || runnerUp.entityID.hasPrefix("place:"))
    let (score, other) = (try #require(mention.chosen.score), try #require(runnerUp.score))
    #expect(score > other)
  }

  @Test("from a graph alone: the evidence instead of the sentence, no score of the chosen entity")
  func graphAlone() throws {
    let (graph, _, _) = try read()
    let edge = try #require(graph.edgeIDs.first { graph.type(of: $0) == "assists" })
    let statement = try #require(Explainer(graph: graph).relation(edge).statements.first)
    #expect(statement.sentence.plain == statement.evidence.text)
    #expect(statement.sentence.bracketed.contains("【宝山区】"))
    #expect(statement.rule == nil && statement.fromMentions?.first?.chosen.score == nil)
  }

  @Test("a graph without mentions says so rather than that the names are missing")
  func withoutMentions() throws {
    let graph = SampleText.graph([], [SampleText.edge("org:a", "org:b", text: "甲帮乙")])
    let edge = try #require(graph.edgeIDs.first)
    let statement = try #require(Explainer(graph: graph).relation(edge).statements.first)
    #expect(statement.fromMentions == nil && statement.toMentions == nil)
    #expect(statement.sentence.bracketed == "甲帮乙")
  }

  @Test("mentions of a name and at an offset, each in its sentence")
  func mentions() throws {
    let (graph, document, _) = try read()
    let explainer = Explainer(graph: graph, documents: [document])
    let node = try #require(graph.node(withEntityID: "place:310113"))
    #expect(
      explainer.mentions(of: node).compactMap(\.sentence?.bracketed)
        == ["上海【宝山区】结对帮扶云南会泽县。", "【宝山】是好地方。"])
    #expect(explainer.mentions(at: 7, in: "a").map(\.mention.surface) == ["宝山区"])
    #expect(explainer.mentions(at: 1, in: "a").isEmpty && explainer.mentions(at: 7, in: "b").isEmpty)
    #expect(explainer.neighbours(of: 9, in: "a").map(\.surface) == ["宝山区", "云南"])
    #expect(explainer.neighbours(of: 9, in: "b").isEmpty)
  }

  @Test("marks: of overlapping ranges the first and longer counts, white space is folded")
  func markedText() {
    let marked = MarkedText(
      Array("甲\n乙 ab\n cd丙".unicodeScalars),
      marks: [(0..<1, .name), (0..<3, .from), (2..<3, .to), (9..<10, .to), (10..<11, .to), (5..<99, .from)])
    #expect(marked.bracketed == "【甲乙】ab c【d】【丙】" && marked.plain == "甲乙ab cd丙")
    #expect(marked.pieces.compactMap(\.mark) == [.from, .to, .to])
    #expect(MarkedText("".unicodeScalars, marks: []).pieces.isEmpty)
  }
}
