import Linking
import OntologyModel
import Relations
import Testing

@Suite("What a relation carries")
struct StatementTests {
  private func relations(_ text: String) throws -> (found: [Relation], document: LinkedDocument) {
    let ontology = MarkedExample.ontology(from: try Loaded.ontology.get())
    let marked = MarkedExample(text, type: .assists, ontology: ontology)
    return (try RelationReader(ontology: ontology).relations(in: marked.document), marked.document)
  }

  @Test(
    "quantities",
    arguments: [
      ("[H 白云区]向[R 青石县]投入资金1.63亿元。", 163_000_000.0, "元", false),
      ("[H 白云区]向[R 青石县]投入资金800余万元。", 8_000_000, "元", true),
      ("[H 白云区]派出三十多名教师到[R 青石县]支教。", 30, "名", true),
      ("[H 白云区]为[R 青石县]培训教师1520多人次。", 1520, "人次", true),
      ("[H 白云区]为[R 青石县]修路42.7公里。", 42.7, "公里", false),
      ("[H 白云区]帮助[R 青石县]增收超过2,000户。", 2000, "户", true),
    ])
  func quantity(_ text: String, _ value: Double, _ unit: String, _ isAtLeast: Bool) throws {
    let found = try relations(text).found
    let quantity = try #require(found.first?.quantities.first)
    #expect(abs(quantity.value - value) < 1e-6 * value)
    #expect(quantity.unit == unit)
    #expect(quantity.isAtLeast == isAtLeast)
  }

  @Test("years and ordinals are no quantities; stated years are kept and handed on")
  func years() throws {
    let found = try relations("2016年至2018年，[H 白云区]帮扶[R 青石县]第三小学。此后[H 白云区]又派教师去了[R 红石县]。").found
    #expect(found.first?.years == 2016...2018)
    #expect(found.last?.years == 2016...2018)
    #expect(found.first?.quantities.isEmpty == true)
  }

  @Test("plans are planned, denials and wishes nothing")
  func status() throws {
    #expect(try relations("[H 白云区]将在[R 青石县]投资建厂。").found.map(\.status) == [.planned])
    #expect(try relations("[H 白云区]没有帮扶[R 青石县]。").found.isEmpty)
    #expect(try relations("[R 青石县]希望[H 白云区]派出教师。").found.isEmpty)
  }

  @Test("the evidence is the clauses that show it, and context is named")
  func evidence() throws {
    let (found, document) = try relations("天晴了，[H 白云区]为[R 青石县]修了三座桥，村民都来看。")
    let first = try #require(found.first)
    #expect(document.reading.text(first.evidence) == "白云区为青石县修了三座桥")
    #expect(first.context.isEmpty)
    let borrowed = try relations("[H 白云区]的车队到了。车上的大米都送给了[R 青石县]。").found
    #expect(borrowed.first?.context.count == 1)
  }

  @Test("fields come from the words of the evidence")
  func fields() throws {
    let found = try relations("[H 白云区]对口支援[R 青石县]，派出医生八名。").found
    #expect(found.first?.fields.contains("pairing") == true)
  }

  @Test("a sentence of a thousand names costs no more than its length")
  func longSentence() throws {
    let names = (0..<500).map { "[H 东\($0)区]和[R 西\($0)县]的天气" }.joined()
    let found = try relations(names + "。").found
    #expect(found.isEmpty)
    let clock = ContinuousClock()
    let acts = (0..<400).map { "[H 东\($0)区]帮扶[R 西\($0)县]，" }.joined()
    let ontology = MarkedExample.ontology(from: try Loaded.ontology.get())
    let marked = MarkedExample(acts, type: .assists, ontology: ontology)
    let reader = try RelationReader(ontology: ontology)
    let time = clock.measure { _ = reader.relations(in: marked.document) }
    #expect(time < .seconds(20))
  }
}
