import GraphStore
import OntologyModel
import Testing

@testable import Asking

@Suite("names as people type them")
struct NameResolverTests {
  private let full = NameResolver(graph: QuestionGraph.graph, ontology: QuestionGraph.ontology)
  private let bare = NameResolver(graph: QuestionGraph.graph)

  private func brief(_ resolution: NameResolution) -> [String] {
    switch resolution {
    case .one(let candidate): [candidate.label]
    case .several(let candidates): ["?"] + candidates.map(\.label).sorted()
    case .unknown(let suggestions): ["-"] + suggestions.similar.prefix(1).map(\.label)
    }
  }

  @Test(
    "with the ontology",
    arguments: [
      ("会泽县", ["会泽县"]), ("会泽", ["会泽县"]), (" 会泽县 ", ["会泽县"]), ("“双一百”", ["双一百"]),
      ("530326", ["会泽县"]), ("place:530326", ["会泽县"]), ("５３０３２６", ["会泽县"]),
      ("云南省曲靖市会泽县", ["会泽县"]), ("云南会泽", ["会泽县"]), ("會澤縣", ["会泽县"]),
      ("嘉定区卫健委", ["上海市嘉定区卫健委"]), ("上海市嘉定区卫健委", ["上海市嘉定区卫健委"]),
      ("huize", ["会泽县"]), ("Huì Zé", ["会泽县"]), ("hui4 ze2", ["会泽县"]), ("hui ze xian", ["会泽县"]),
      ("HUIZE", ["会泽县"]), ("Huize County", ["会泽县"]), ("Kashgar", ["喀什地区"]), ("kashi", ["喀什地区"]),
      ("Shigatse", ["日喀则市"]), ("Golog", ["果洛州"]), ("guoluo", ["果洛州"]), ("pinduoduo", ["拼多多"]),
      ("bao shan", ["?", "保山市", "宝山区"]), ("baoshan", ["?", "保山市", "宝山区"]),
      ("Baoshan District", ["宝山区"]), ("Baoshan City", ["保山市"]), ("宝山", ["宝山区"]), ("保山", ["保山市"]),
      ("果洛藏族自治州", ["果洛州"]), ("虹河县", ["-", "红河县"]), ("会择县", ["-", "会泽县"]),
      ("huise", ["-", "会泽县"]), ("月球", ["-"]), ("", ["-"]),
    ])
  func known(_ name: String, _ expected: [String]) {
    #expect(brief(full.resolve(name)) == expected, "\(name)")
  }

  @Test(
    "with the graph alone",
    arguments: [
      ("会泽县", ["会泽县"]), ("宣威", ["宣威市"]), ("530326", ["会泽县"]), ("云南省曲靖市会泽县", ["会泽县"]),
      ("久治", ["久治县"]), ("虹河县", ["-", "红河县"]), ("huize", ["-"]),
    ])
  func graphOnly(_ name: String, _ expected: [String]) {
    #expect(brief(bare.resolve(name)) == expected, "\(name)")
  }

  @Test("type and place decide between meanings")
  func constraints() {
    #expect(brief(full.resolve("baoshan", NameConstraint(types: ["District"]))) == ["宝山区"])
    #expect(brief(full.resolve("baoshan", NameConstraint(places: ["place:530000"]))) == ["保山市"])
    #expect(brief(full.resolve("会泽县", NameConstraint(types: ["Village"]))) == ["-", "会泽县"])
  }

  @Test("what only the ontology knows is told apart from the unknown")
  func elsewhere() {
    guard case .unknown(let suggestions) = full.resolve("浦北县") else {
      Issue.record("the graph holds no 浦北县")
      return
    }
    #expect(suggestions.elsewhere.map(\.entityID) == ["place:450722"])
  }
}
