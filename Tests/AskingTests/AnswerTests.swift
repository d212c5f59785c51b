import GraphStore
import Testing

@testable import Asking

@Suite("answers")
struct AnswerTests {
  private let graph = QuestionGraph.graph

  private func answer(_ text: String) throws -> Answer {
    let reading = try QuestionGraph.parser.get().parse(text)
    guard case .understood(let question) = reading else {
      Issue.record("\(text): \(brief(reading))")
      return Answer()
    }
    return Answerer(graph: graph).answer(question)
  }

  private func pairs(_ hits: [Answer.Hit]) -> [String] {
    hits.map { hit in
      let ends = graph.ends(of: hit.edge)
      return "\(graph.label(of: ends.from))→\(graph.label(of: ends.to))"
    }.sorted()
  }

  @Test(
    "answers keep the direction and the level",
    arguments: [
      ("谁帮扶会泽县？", ["上海市→会泽县", "宝山区→会泽县"]),
      ("会泽县由谁帮扶？", ["上海市→会泽县", "宝山区→会泽县"]),
      ("宝山区帮助谁？", ["宝山区→会泽县", "宝山区→宣威市", "宝山区→曲靖市"]),
      ("宝山区帮扶哪些县？", ["宝山区→会泽县", "宝山区→宣威市"]),
      ("谁帮扶宝山区？", []),
      ("会泽县帮扶谁？", []),
      ("上海哪些区在云南做消费帮扶？", ["宝山区→会泽县", "宝山区→宣威市"]),
      ("2020年果洛州得到哪些医疗帮扶？", ["上海市→果洛州"]),
      ("哪些企业参与了“双一百”？", ["上药集团→双一百", "水星家纺→双一百"]),
      ("拼多多做了哪些项目？", ["拼多多→多多农园"]),
      ("哪些项目惠及保山市？", ["多多农园→保山市"]),
      ("闵行区和保山市什么关系？", ["闵行区→保山市"]),
      ("保山市和闵行区什么关系？", ["闵行区→保山市"]),
      ("保山市的帮扶单位有哪些？", ["拼多多→保山市", "闵行区→保山市"]),
      ("除了宝山区，还有谁帮扶会泽县？", ["上海市→会泽县"]),
      ("2019年谁帮扶会泽县？", []),
      ("哪些医院得到嘉定区的帮扶？", ["嘉定区→久治县人民医院"]),
      ("Whom does Baoshan District help?", ["宝山区→会泽县", "宝山区→宣威市", "宝山区→曲靖市"]),
      ("Is Huize helped by Baoshan District?", ["宝山区→会泽县"]),
      ("Does Huize help Baoshan District?", []),
    ])
  func hits(_ question: String, _ expected: [String]) throws {
    #expect(try pairs(answer(question).hits) == expected.sorted(), "\(question)")
  }

  @Test("what lies within or above is told apart")
  func levels() throws {
    #expect(try pairs(answer("谁帮扶曲靖市？").hits) == ["宝山区→曲靖市"])
    #expect(try pairs(answer("谁帮扶曲靖市？").related) == ["上海市→会泽县", "宝山区→会泽县", "宝山区→宣威市"])
    let jiuzhi = try answer("2020年谁在教育方面帮扶久治县？")
    #expect(jiuzhi.isEmpty)
    let province = try answer("谁帮扶云南？")
    #expect(province.hits.isEmpty)
    #expect(province.related.count == 6)
  }

  @Test("counts, rankings and gaps")
  func numbers() throws {
    #expect(try answer("有多少家企业帮扶遵义？").count == 2)
    #expect(try graph.label(of: #require(answer("哪个县得到的帮助最多？").rankings.first).node) == "会泽县")
    #expect(try graph.label(of: #require(answer("哪个区帮扶的县最多？").rankings.first).node) == "宝山区")
    #expect(
      try answer("哪些县没有教育帮扶？").nodes.map { graph.label(of: $0) }.sorted()
        == ["久治县", "宣威市", "莎车县"].sorted())
  }

  @Test("a number of one sentence counts once, however many relations carry it")
  func sums() {
    let sum = QuantitySum(unit: "元", of: graph.edges(ofType: "assists"), in: graph)
    #expect(sum.total == 1_800_000)
    #expect(sum.statements.count == 1)
    #expect(sum.repeated == 1)
  }

  @Test("every sample question is understood and has an answer")
  func samples() throws {
    for language in [Question.Language.chinese, .english] {
      let questions = SampleQuestions.make(graph, language)
      #expect(questions.count == 3)
      for question in questions { #expect(try !answer(question).isEmpty, "\(question)") }
    }
  }

  @Test("a list of pairs: covered, only within, missing, unlisted")
  func audit() throws {
    let resolver = NameResolver(graph: graph, ontology: QuestionGraph.ontology)
    func candidate(_ name: String) throws -> NameCandidate {
      guard case .one(let candidate) = resolver.resolve(name) else {
        Issue.record("\(name) has no single meaning")
        return try #require(resolver.candidates(for: name).first)
      }
      return candidate
    }
    let pairs = try [("宝山区", "会泽县"), ("嘉定区", "久治县"), ("闵行区", "会泽县")].map {
      try PairAudit.Pair(helper: candidate($0.0), recipient: candidate($0.1))
    }
    let audit = PairAudit(pairs, graph)
    let kinds = audit.findings.map { finding in
      switch finding.finding {
      case .covered: "covered"
      case .within: "within"
      case .missing: "missing"
      }
    }
    #expect(kinds == ["covered", "within", "missing"])
    #expect(self.pairs(audit.unlisted.map { Answer.Hit(edge: $0, level: .own) }) == ["宝山区→宣威市", "浦东新区→莎车县"])
  }
}
