public import GraphStore
public import SourceText

/// What was read, sorted by the documents that a gold file speaks of.
public struct EvaluationInput: Sendable {
  /// One graph for each document of the gold that was read, by the gold's id.
  public private(set) var graphs: [String: Graph] = [:]
  /// Their texts.
  public private(set) var texts: [String: [Document]] = [:]

  /// Finds the documents of the gold by their id; where there is none, by the stem of the file, whose
  /// documents then count together, as `build --per-document` writes them.
  ///
  /// - Parameters:
  ///   - documents: What was read from the corpus, in its order.
  public init(_ gold: GoldFile, corpus: Corpus, documents: [ReadDocument], pipeline: Pipeline) {
    var byID: [String: [ReadDocument]] = [:]
    var byStem: [String: [ReadDocument]] = [:]
    var next = 0
    for file in corpus.files {
      let own = documents[next..<(next + file.documents.count)]
      next += own.count
      byStem[file.stem, default: []] += own
      for document in own { byID[document.linked.reading.document.id, default: []].append(document) }
    }
    for id in gold.documentIDs {
      guard let own = byID[id] ?? byStem[id] else { continue }
      graphs[id] = pipeline.graph(of: own)
      texts[id] = own.map(\.linked.reading.document)
    }
  }
}
