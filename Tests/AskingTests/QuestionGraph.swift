import Foundation
import GraphStore
import OntologyModel
import Testing

@testable import Asking

/// A small fixed graph whose answers can be checked by eye, and the ontology of the checkout.
enum QuestionGraph {
  static let ontology: Ontology = {
    do {
      return try Ontology.load(directory: root.appendingPathComponent("Ontology").path)
    } catch {
      Issue.record("the ontology does not load: \(error)")
      return Ontology()
    }
  }()

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let graph: Graph = {
    var builder = GraphBuilder()
    func place(_ code: String, _ label: String, _ name: String, _ type: EntityType, _ aliases: [String] = [])
    {
      builder.add(
        GraphNode(
          entityID: "place:" + code, label: label, name: name, type: type, adcode: code, aliases: aliases))
    }
    func body(
      _ name: String, _ type: EntityType, _ aliases: [String] = [], parent: String? = nil,
      label: String? = nil
    ) {
      let prefix = type == .programme ? "prog:" : "org:"
      builder.add(
        GraphNode(
          entityID: prefix + name, label: label ?? name, name: name, type: type, aliases: aliases,
          parent: parent))
    }
    place("310000", "上海市", "上海市", .province, ["上海"])
    place("310113", "宝山区", "上海市宝山区", .district, ["宝山"])
    place("310112", "闵行区", "上海市闵行区", .district)
    place("310114", "嘉定区", "上海市嘉定区", .district)
    place("310115", "浦东新区", "上海市浦东新区", .district)
    place("530300", "曲靖市", "云南省曲靖市", .prefecture)
    place("530326", "会泽县", "云南省曲靖市会泽县", .county, ["会泽"])
    place("530381", "宣威市", "云南省曲靖市宣威市", .county)
    place("530500", "保山市", "云南省保山市", .prefecture, ["保山"])
    place("532529", "红河县", "云南省红河哈尼族彝族自治州红河县", .county)
    place("520300", "遵义市", "贵州省遵义市", .prefecture, ["遵义"])
    place("632600", "果洛州", "青海省果洛藏族自治州", .prefecture, ["果洛藏族自治州"])
    place("632625", "久治县", "青海省果洛藏族自治州久治县", .county)
    place("653100", "喀什地区", "新疆维吾尔自治区喀什地区", .prefecture, ["喀什"])
    place("653125", "莎车县", "新疆维吾尔自治区喀什地区莎车县", .county)
    place("540200", "日喀则市", "西藏自治区日喀则市", .prefecture)
    body("上海市嘉定区卫健委", .agency, ["嘉定区卫健委"], parent: "place:310114")
    body("久治县人民医院", .institution, parent: "place:632625")
    body("拼多多", .enterprise, parent: "place:310000")
    body("上药集团", .enterprise, parent: "place:310000")
    body("水星家纺", .enterprise, parent: "place:310000")
    body("双一百", .programme)
    body("双线九进", .programme)
    body("多多农园", .programme)

    func edge(
      _ type: RelationType, _ from: String, _ to: String, _ fields: [String] = [], year: Int? = nil,
      quantities: [Quantity] = [], at start: Int = 0, document: String = "a.txt"
    ) {
      builder.add(
        GraphEdge(
          type: type, from: from, to: to,
          evidence: [
            Evidence(
              document: document, start: start, end: start + 10, text: "\(from) \(to)", certainty: 0.9,
              fields: fields, years: year.map { $0...$0 }, quantities: quantities)
          ]))
    }
    let money = Quantity(value: 1_800_000, unit: "元")
    edge(.assists, "place:310113", "place:530326", ["consumption"], year: 2020, quantities: [money], at: 0)
    edge(.assists, "place:310113", "place:530300", ["pairing"], at: 20)
    edge(.assists, "place:310113", "place:530381", ["consumption"], year: 2020, quantities: [money], at: 0)
    edge(.assists, "place:310112", "place:530500", ["industry"], year: 2019, at: 40)
    edge(.assists, "place:310000", "place:530326", ["education"], at: 60)
    edge(.assists, "place:310115", "place:653125", ["health"], year: 2019, at: 80)
    edge(.assists, "place:310115", "place:653100", ["education"], at: 90)
    edge(.assists, "org:上海市嘉定区卫健委", "place:632625", ["health"], year: 2020, at: 100)
    edge(.assists, "place:310114", "org:久治县人民医院", ["health"], year: 2020, at: 110)
    edge(.assists, "place:310000", "place:632600", ["health"], year: 2020, at: 120)
    edge(.assists, "org:上药集团", "place:520300", ["industry"], at: 130)
    edge(.assists, "org:水星家纺", "place:520300", ["industry"], at: 140)
    edge(.assists, "org:拼多多", "place:530500", ["industry"], at: 150)
    edge(.participates, "org:上药集团", "prog:双一百", at: 160)
    edge(.participates, "org:水星家纺", "prog:双一百", at: 170)
    edge(.runs, "place:310000", "prog:双线九进", at: 180)
    edge(.benefits, "prog:双线九进", "place:653100", at: 190)
    edge(.runs, "org:拼多多", "prog:多多农园", at: 200)
    edge(.benefits, "prog:多多农园", "place:530500", at: 210)
    return builder.build()
  }()

  /// The parser, made once: loading takes longer than all questions.
  static let parser: Result<QuestionParser, any Error> = Result {
    try QuestionParser(graph: graph, ontology: ontology)
  }
}
