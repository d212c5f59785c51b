import Foundation
import Linking
import OntologyModel
import Relations
import Testing

/// Figures on annotated texts must not fall below what has been reached.
@Suite("Relations on annotated texts")
struct FloorTests {
  /// A gold file with its texts, in this package or beside it.
  struct Sample: Sendable, CustomTestStringConvertible {
    let gold: String
    let texts: String
    /// Least precision and F1 of assists, least F1 of the other relations.
    let precision: Double
    let assists: Double
    let others: Double
    var testDescription: String { gold }
  }

  static let samples = [
    Sample(
      gold: "Tests/Corpus/first.jsonl", texts: "Tests/Corpus/first", precision: 0.85, assists: 0.83,
      others: 0.5),
    Sample(
      gold: "Tests/Corpus/second.jsonl", texts: "Tests/Corpus/second", precision: 0.8, assists: 0.76,
      others: 0.35),
    Sample(
      gold: "Tests/Corpus/third.jsonl", texts: "Tests/Corpus/third", precision: 0.85, assists: 0.79,
      others: 0.8),
    Sample(
      gold: "Tests/Corpus/fourth.jsonl", texts: "Tests/Corpus/fourth", precision: 0.85, assists: 0.77,
      others: 0.55),
    Sample(
      gold: "Tests/Corpus/fifth.jsonl", texts: "Tests/Corpus/fifth", precision: 0.8, assists: 0.71,
      others: 0.4),
    Sample(
      gold: "Tests/Corpus/sixth.jsonl", texts: "Tests/Corpus/sixth", precision: 0.8, assists: 0.77,
      others: 0.45),
    Sample(
      gold: "Tests/Corpus/seventh.jsonl", texts: "Tests/Corpus/seventh", precision: 0.76, assists: 0.65,
      others: 0.35),
    Sample(
      gold: "Tests/Corpus/eighth.jsonl", texts: "Tests/Corpus/eighth", precision: 0.76, assists: 0.7,
      others: 0.38),
    Sample(
      gold: "../shared/gold/seeds.jsonl", texts: "../shared/corpus", precision: 0.9, assists: 0.88,
      others: 0.45),
    Sample(
      gold: "../shared/gold/dev-open.jsonl", texts: "../shared/dev/open", precision: 0.94, assists: 0.9,
      others: 0.86),
  ]

  @Test("precision and F1 stay above the floor", arguments: samples)
  func floor(_ sample: Sample) throws {
    let gold = Loaded.package.appendingPathComponent(sample.gold)
    guard FileManager.default.fileExists(atPath: gold.path) else {
      print("skipped: \(sample.gold) is not here")
      return
    }
    let ontology = try Loaded.ontology.get()
    let linker = try Linker(ontology: ontology)
    let reader = try RelationReader(ontology: ontology)
    let texts = Loaded.package.appendingPathComponent(sample.texts)
    let assists = try GoldScore(gold: gold, texts: texts, types: [.assists], linker: linker, reader: reader)
    let others = try GoldScore(
      gold: gold, texts: texts, types: [.runs, .participates, .benefits], linker: linker, reader: reader)
    let figures = [assists, others].map { score in
      [score.precision, score.recall, score.f1].map { String(format: "%.3f", $0) }.joined(separator: " ")
    }
    print("\(sample.gold): assists P R F1 \(figures[0]); others \(figures[1])")
    #expect(assists.precision >= sample.precision)
    #expect(assists.f1 >= sample.assists)
    #expect(others.f1 >= sample.others)
  }
}
