public import GraphStore
public import SourceText

/// How well graphs agree with what careful readers found, document by document.
///
/// A node matches a gold entity when the ids are equal or, for anything but Province, Prefecture, District
/// and County, when its label, name or an alias is one of the gold names (townships and villages: in the same
/// county). A second node for one gold entity is an extra entity. Relations match with exact ends; fields and
/// evidence count over certain `assists` that were found. What the gold marks as uncertain counts neither way;
/// implicit nodes and denied relations are left out.
///
/// ```swift
/// let gold = try GoldFile.read(["Examples/gold.jsonl"])
/// let evaluation = Evaluation(gold: gold, graphs: [document.id: graph])
/// print(evaluation.total.figure("assists") ?? 0)
/// ```
public struct Evaluation: Sendable {
  /// The scores of one document.
  public struct DocumentScores: Sendable {
    /// The id of the document.
    public let id: String
    /// Whether there is no graph of it; everything of its gold is missed then.
    public let isMissing: Bool
    /// What was counted.
    public let scores: EvaluationScores
  }

  /// How many certain `assists` of a part of a document were found.
  public struct PartScore: Sendable, Hashable {
    /// The id of the document.
    public let document: String
    /// The part (case); nil where the gold has none.
    public let part: String?
    /// How many were found.
    public let found: Share
  }

  /// Over all documents.
  public private(set) var total = EvaluationScores()
  /// Document by document, in the order of the gold.
  public private(set) var documents: [DocumentScores] = []
  /// Parts with certain `assists`, by document and part.
  public private(set) var parts: [PartScore] = []
  /// What was missed, found in surplus or found otherwise, in the order of the documents.
  public private(set) var findings: [Finding] = []
  /// Every relation of the graphs with what the gold says of it, also those below the least certainty.
  public private(set) var judgements: [Judgement] = []

  /// Compares.
  ///
  /// - Parameters:
  ///   - gold: What is right.
  ///   - graphs: One graph for each document, by its id; others than those of the gold are not looked at.
  ///   - texts: The documents by id, where they are at hand, for the sentences of the findings.
  ///   - minCertainty: Statements less sure than this are not counted.
  public init(
    gold: GoldFile, graphs: [String: Graph], texts: [String: [Document]] = [:], minCertainty: Double = 0.5
  ) {
    let records = Dictionary(grouping: gold.records, by: \.document)
    for id in gold.documentIDs {
      let own = GoldDocument(id: id, records: records[id] ?? [])
      let graph = graphs[id] ?? GraphBuilder().build()
      let found = FoundDocument(graph.filtered(minCertainty: minCertainty))
      var pass = EvaluationPass(gold: own, found: found, texts: (texts[id] ?? []).map { FoldedDocument($0) })
      pass.run()
      documents.append(DocumentScores(id: id, isMissing: graphs[id] == nil, scores: pass.scores))
      total += pass.scores
      findings += pass.findings
      parts += pass.parts.map { PartScore(document: id, part: $0.key, found: $0.value) }
        .sorted { Self.comes($0.part, before: $1.part) }
      judgements += Judgement.all(in: graph, document: id, gold: own, alignment: pass.alignment)
    }
  }

  /// The ids of documents that the gold speaks of and no graph holds.
  public var missingDocuments: [String] { documents.filter(\.isMissing).map(\.id) }

  /// How certainty and the share that is right go together, over all judgements.
  public var calibration: Calibration { Calibration(judgements) }

  private static func comes(_ a: String?, before b: String?) -> Bool {
    switch (a, b) {
    case (nil, nil), (_, nil): false
    case (nil, _): true
    case (let a?, let b?):
      if let a = Int(a), let b = Int(b) { a < b } else { a.utf8.lexicographicallyPrecedes(b.utf8) }
    }
  }
}
