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

  private static func part(_ name: String, _ precision: Double, _ assists: Double, _ others: Double) -> Sample
  {
    Sample(
      gold: "Tests/Corpus/\(name).jsonl", texts: "Tests/Corpus/\(name)", precision: precision,
      assists: assists,
      others: others)
  }

  static let samples = [
    part("first", 0.86, 0.84, 0.6), part("second", 0.8, 0.77, 0.35), part("third", 0.85, 0.79, 0.8),
    part("fourth", 0.87, 0.8, 0.6), part("fifth", 0.85, 0.79, 0.45), part("sixth", 0.84, 0.8, 0.5),
    part("seventh", 0.8, 0.68, 0.5), part("eighth", 0.78, 0.72, 0.38), part("ninth", 0.74, 0.63, 0.4),
    part("tenth", 0.8, 0.76, 0.7), part("eleventh", 0.68, 0.62, 0.4), part("twelfth", 0.8, 0.8, 0.55),
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
