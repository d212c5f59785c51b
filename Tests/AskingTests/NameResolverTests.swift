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
      ("530326", ["会泽县"]), ("place:530326", ["会泽县"]), ("５３０３２６", ["会泽县"]), ("会泽县　", ["会泽县"]),
      ("“会泽县”？", ["会泽县"]), ("？", ["-"]), ("沪", ["上海市"]), ("县", ["-"]),
      ("云南省曲靖市会泽县", ["会泽县"]), ("云南会泽", ["会泽县"]), ("會澤縣", ["会泽县"]),
      ("嘉定区卫健委", ["上海市嘉定区卫健委"]), ("上海市嘉定区卫健委", ["上海市嘉定区卫健委"]),
      ("上海市嘉定区卫生健康委员会", ["上海市嘉定区卫健委"]), ("上海嘉定区卫生健康委", ["上海市嘉定区卫健委"]),
      ("huize", ["会泽县"]), ("Huì Zé", ["会泽县"]), ("hui4 ze2", ["会泽县"]), ("hui ze xian", ["会泽县"]),
      ("HUIZE", ["会泽县"]), ("Huize County", ["会泽县"]), ("Kashgar", ["喀什地区"]), ("kashi", ["喀什地区"]),
      ("Shigatse", ["日喀则市"]), ("Golog", ["果洛州"]), ("guoluo", ["果洛州"]), ("pinduoduo", ["拼多多"]),
      ("bao shan", ["?", "保山市", "宝山区"]), ("baoshan", ["?", "保山市", "宝山区"]),
      ("Baoshan District", ["宝山区"]), ("Baoshan City", ["保山市"]), ("宝山", ["宝山区"]), ("保山", ["保山市"]),
      ("果洛藏族自治州", ["果洛州"]), ("虹河县", ["-", "红河县"]), ("会择县", ["-", "会泽县"]),
      ("huise", ["-", "会泽县"]), ("月球", ["-"]), ("完全无关的名称", ["-"]), ("", ["-"]),
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

  @Test("a code is the county's before that of what lies in it; a name belongs to the place called so today")
  func namesakes() {
    var builder = GraphBuilder()
    for (id, label, type, code) in [
      ("place:530326", "会泽县", EntityType.county, "530326"),
      ("place:530326/娜姑镇", "娜姑镇", .township, "530326"),
      ("place:530500", "保山市", .prefecture, "530500"), ("place:530502", "隆阳区", .county, "530502"),
      ("org:上海（集团）有限公司", "上海（集团）有限公司", .enterprise, nil),
    ] {
      builder.add(GraphNode(entityID: id, label: label, type: type, adcode: code))
    }
    let resolver = NameResolver(graph: builder.build(), ontology: QuestionGraph.ontology)
    #expect(brief(resolver.resolve("530326")) == ["会泽县"])
    #expect(brief(resolver.resolve("保山")) == ["保山市"])
    #expect(brief(resolver.resolve("上海（集团）有限公司")) == ["上海（集团）有限公司"])
  }

  @Test("two places in one word are both suggested")
  func compound() {
    guard case .unknown(let suggestions) = full.resolve("沪遵") else {
      Issue.record("no place is called 沪遵")
      return
    }
    #expect(suggestions.similar.map(\.label) == ["上海市", "遵义市"])
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
    #expect(!suggestions.similar.contains { $0.entityID == "place:450722" })
    // 昭阳区 was called so once.
    #expect(full.candidates(for: "昭通市").map(\.entityID) == ["place:530600"])
  }
}
