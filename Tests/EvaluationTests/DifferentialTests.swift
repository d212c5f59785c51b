import Duikou
import Foundation
import GraphTestSupport
import Testing

/// Holds the evaluation to the reference script, figure by figure, where both it and Python are at hand.
@Suite struct DifferentialTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let script = root.appendingPathComponent("../shared/eval/score.py").standardizedFileURL.path

  @Test("the same figures as the reference script on the examples", arguments: [0.0, 0.5, 0.8])
  func examples(minCertainty: Double) async throws {
    guard let reference = Reference() else { return }
    let pipeline = try Pipeline(
      ontology: Ontology.load(directory: Self.root.appendingPathComponent("Ontology").path))
    let examples = Self.root.appendingPathComponent("Examples")
    let goldPath = examples.appendingPathComponent("gold.jsonl").path
    let gold = try GoldFile.read([goldPath])
    let corpus = Corpus(InputFiles([examples.appendingPathComponent("reports").path]))
    let documents = await pipeline.read(corpus.documents, jobs: 2)
    let input = EvaluationInput(gold, corpus: corpus, documents: documents, pipeline: pipeline)
    let evaluation = Evaluation(gold: gold, graphs: input.graphs, minCertainty: minCertainty)
    try reference.expect(evaluation, gold: goldPath, graphs: input.graphs, minCertainty: minCertainty)
    #expect(evaluation.total.relations["assists"]?.right ?? 0 > 5)
  }

  @Test("the same figures on made-up gold and graphs full of corner cases", arguments: 1...12)
  func random(seed: UInt64) throws {
    guard let reference = Reference() else { return }
    var generator = SeededGenerator(seed: seed)
    let made = RandomGold(using: &generator)
    try withTemporaryFolder { folder in
      let path = folder + "/gold.jsonl"
      try made.lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
      let gold = try GoldFile.read([path])
      let evaluation = Evaluation(gold: gold, graphs: made.graphs, minCertainty: 0.5)
      try reference.expect(evaluation, gold: path, graphs: made.graphs, minCertainty: 0.5)
    }
  }
}

/// The reference script, ready to run.
private struct Reference {
  let python: OutsideTool
  let script: String

  init?(file: String = #filePath) {
    script =
      URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("../shared/eval/score.py").standardizedFileURL.path
    guard FileManager.default.fileExists(atPath: script) else {
      print("skipped: the reference script is not beside the package")
      return nil
    }
    guard let python = OutsideTool(pythonWith: ["networkx"]) else { return nil }
    self.python = python
  }

  func expect(
    _ evaluation: Evaluation, gold: String, graphs: [String: Graph], minCertainty: Double
  ) throws {
    try withTemporaryFolder { folder in
      var options = ExportOptions()
      options.minCertainty = minCertainty
      for (id, graph) in graphs {
        try GraphMLWriter(options: options).write(graph, toFile: "\(folder)/\(id).graphml")
      }
      let result = try python.run([script, gold, folder, "--json", "--per-case"])
      try #require(result.status == 0, "\(result.output)")
      let figures = try JSONDecoder().decode(Figures.self, from: Data(result.output.utf8))
      let total = evaluation.total
      #expect(total.entities.mapValues(Row.init) == figures.entities)
      #expect(total.relations.mapValues(Row.init) == figures.relations)
      #expect(Row(total.lenientAssists) == figures.assists_lenient)
      #expect(Row(total.fields) == figures.fields)
      #expect((total.types.value ?? 0).inFourDecimals == figures.type_accuracy)
      #expect(total.evidence.value?.inFourDecimals == figures.evidence)
      #expect(evaluation.missingDocuments == figures.documents_missing)
      let parts = evaluation.parts.map {
        ("\($0.document)/\($0.part ?? "None")", "\($0.found.right)/\($0.found.total)")
      }
      #expect(Dictionary(uniqueKeysWithValues: parts) == figures.cases)
    }
  }

  /// What the script prints; the names are its own.
  private struct Figures: Decodable {
    let documents_missing: [String]
    let entities: [String: Row]
    let relations: [String: Row]
    let assists_lenient: Row
    let fields: Row
    let type_accuracy: Double
    let evidence: Double?
    let cases: [String: String]
  }

  private struct Row: Decodable, Equatable {
    let p, r, f1: Double
    let tp, fp, fn: Int

    init(_ tally: Tally) {
      p = tally.precision.inFourDecimals
      r = tally.recall.inFourDecimals
      f1 = tally.f1.inFourDecimals
      (tp, fp, fn) = (tally.right, tally.extra, tally.missed)
    }
  }
}
