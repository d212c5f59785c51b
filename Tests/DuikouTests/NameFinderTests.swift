import Duikou
import Testing

/// Names as people type them.
@Suite struct NameFinderTests {
  private func finder() throws -> NameFinder {
    let pipeline = try Checkout.pipeline.get()
    let texts = [
      "上海市宝山区结对帮扶云南省曲靖市会泽县。", "上海市嘉定区卫健委支援青海省果洛州久治县。", "上海市闵行区对口帮扶云南省保山市。",
    ]
    let read = texts.enumerated().map { pipeline.read(Checkout.document($1, id: "d\($0)")) }
    return NameFinder(graph: pipeline.graph(of: read)) { pipeline.ontology }
  }

  @Test(
    "one name, one node",
    arguments: [
      ("会泽县", "place:530326"), ("会泽", "place:530326"), ("云南省曲靖市会泽县", "place:530326"),
      ("530326", "place:530326"),
      ("place:530326", "place:530326"), ("会泽县　", "place:530326"), ("“会泽县”？", "place:530326"),
      ("５３０３２６", "place:530326"),
      ("會澤縣", "place:530326"), ("huize", "place:530326"), ("Huize Xian", "place:530326"),
      ("嘉定区卫健委", "org:上海市嘉定区卫健委"), ("上海市嘉定区卫生健康委员会", "org:上海市嘉定区卫健委"), ("上海市嘉定区卫健委", "org:上海市嘉定区卫健委"),
      ("久治", "place:632625"), ("滇", "place:530000"),
    ])
  func resolved(name: String, id: String) throws {
    let finder = try finder()
    #expect(finder.nodes(named: name).map { finder.graph.entityID(of: $0) } == [id])
  }

  @Test("pinyin that two places share gives both")
  func ambiguous() throws {
    let finder = try finder()
    let ids = finder.nodes(named: "baoshan").map { finder.graph.entityID(of: $0) }
    #expect(ids == ["place:310113", "place:530500"])
  }

  @Test("unknown names get suggestions that look alike")
  func suggestions() throws {
    let finder = try finder()
    #expect(finder.nodes(named: "会择县").isEmpty)
    #expect(finder.suggestions(for: "会择县").first.map { finder.graph.label(of: $0) } == "会泽县")
    #expect(finder.suggestions(for: "完全无关的名称").isEmpty)
    #expect(finder.nodes(named: "昭通市").isEmpty)
    #expect(finder.knownElsewhere("昭通市").map(\.entityID) == ["place:530600"])
  }
}
