import Duikou
import Testing

@Suite struct CalibrationTests {
  private typealias Sample = SampleText

  private func evaluation(_ edges: [GraphEdge]) -> Evaluation {
    let ids = ["org:a", "org:b", "org:c"]
    return Sample.evaluation(
      ids.map { Sample.entity($0, .agency, $0) },
      [Sample.assists("org:a", "org:b"), Sample.assists("org:a", "org:c", certain: false)],
      ids.map { GraphNode(entityID: $0, label: $0, type: .agency) }, edges)
  }

  @Test("bins hold the right and the wrong, not the debatable, and also what is too unsure to count")
  func bins() throws {
    let result = evaluation([
      Sample.edge("org:a", "org:b", certainty: 1), Sample.edge("org:b", "org:c", certainty: 0.95),
      Sample.edge("org:a", "org:c", certainty: 0.99), Sample.edge("org:c", "org:a", certainty: 0.32),
    ])
    let calibration = result.calibration
    #expect(calibration.bins.map(\.right.total) == [0, 0, 0, 1, 0, 0, 0, 0, 0, 2])
    #expect(calibration.bins.map(\.right.right) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
    let mean = try #require(calibration.bins[9].meanCertainty)
    #expect(abs(mean - 0.975) < 1e-9)
    // Gaps 0.475 (two relations) and 0.32 (one).
    #expect(abs(calibration.meanGap - (0.475 * 2 + 0.32) / 3) < 1e-9)
    #expect(abs(calibration.meanGapOfBins - (0.475 + 0.32) / 2) < 1e-9)
    #expect(result.total.relations["assists"] == Tally(right: 1, extra: 1, missed: 0))
  }

  @Test("nothing to count is no gap")
  func empty() {
    #expect(Calibration([]).meanGap == 0 && Calibration([]).count == 0)
  }

  @Test("rules: how often each fired, in how many sentences, and how often rightly")
  func rules() {
    let result = evaluation([
      Sample.edge("org:a", "org:b", rule: "x", start: 5), Sample.edge("org:b", "org:c", rule: "x", start: 5),
      Sample.edge("org:a", "org:c", rule: "y", start: 9),
      Sample.edge("org:c", "org:a", certainty: 0.2, rule: "z"),
    ])
    let usage = RuleFiring.usage(of: ["z", "x"], in: RuleFiring.all(in: result.judgements))
    #expect(usage.map(\.rule) == ["z", "x", "y"])
    #expect(usage.map(\.statementCount) == [0, 2, 1])
    #expect(usage.map(\.sentenceCount) == [0, 1, 1])
    #expect(usage.map(\.right) == [0, 1, 0] && usage.map(\.wrong) == [0, 1, 0])
    #expect(usage.map(\.debatable) == [0, 0, 1])
    #expect(usage.map(\.precision) == [nil, 0.5, nil])
  }

  @Test("without gold only the firing is counted")
  func rulesWithoutGold() throws {
    let graph = Sample.graph([], [Sample.edge("org:a", "org:b", rule: "x")])
    let usage = try #require(RuleFiring.usage(of: [], in: RuleFiring.all(in: graph)).first)
    #expect(usage.statementCount == 1 && usage.right == nil && usage.precision == nil)
  }
}
