public import GraphStore
public import SourceText

/// One statement that a rule gave.
public struct RuleFiring: Sendable {
  /// The id of the rule.
  public let rule: String
  /// The relation.
  public let edge: GraphEdge
  /// Where the text says it.
  public let evidence: Evidence
  /// What the gold says of the relation; nil without gold for the document.
  public let verdict: Judgement.Verdict?
  /// The document and the offset at which its sentence begins.
  let sentence: String

  /// What the rules gave in a graph, without gold.
  public static func all(
    in graph: Graph, texts: [String: Document] = [:], minCertainty: Double = 0.5
  ) -> [RuleFiring] {
    graph.edgeIDs.flatMap { all(of: graph.edge($0), verdict: nil, texts, minCertainty) }
  }

  /// What the rules gave, with what the gold says of it.
  public static func all(
    in judgements: [Judgement], texts: [String: Document] = [:], minCertainty: Double = 0.5
  ) -> [RuleFiring] {
    judgements.flatMap { all(of: $0.edge, verdict: $0.verdict, texts, minCertainty) }
  }

  /// How often each rule fired, in the order of `rules` and then by id.
  ///
  /// - Parameter rules: Ids of rules to list even if they never fired.
  public static func usage(of rules: [String], in firings: [RuleFiring]) -> [RuleUsage] {
    let byRule = Dictionary(grouping: firings, by: \.rule)
    let others = byRule.keys.filter { !rules.contains($0) }.sorted()
    let isJudged = firings.contains { $0.verdict != nil }
    return (rules + others).map { rule in
      let own = byRule[rule] ?? []
      var usage = RuleUsage(rule: rule)
      usage.statementCount = own.count
      usage.sentenceCount = Set(own.map(\.sentence)).count
      usage.documentCount = Set(own.map(\.evidence.document)).count
      if isJudged {
        usage.right = own.count { $0.verdict == .right }
        usage.wrong = own.count { $0.verdict == .wrong }
        usage.debatable = own.count { $0.verdict == .debatable }
      }
      return usage
    }
  }

  private static func all(
    of edge: GraphEdge, verdict: Judgement.Verdict?, _ texts: [String: Document], _ minCertainty: Double
  ) -> [RuleFiring] {
    edge.supporting.filter { $0.certainty >= minCertainty && $0.status != .negated && !$0.rule.isEmpty }
      .map { evidence in
        var start = evidence.start ?? 0
        if let text = texts[evidence.document], let end = evidence.end {
          start = text.sentence(around: start..<max(start, end)).lowerBound
        }
        return RuleFiring(
          rule: evidence.rule, edge: edge, evidence: evidence, verdict: verdict,
          sentence: "\(evidence.document)\u{1F}\(start)")
      }
  }
}
