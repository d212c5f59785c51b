import Duikou
import Testing

@Suite struct EvaluationTests {
  private typealias Sample = SampleText

  private let baoshan = GraphNode(entityID: "place:310113", label: "宝山区", type: .district)
  private let huize = GraphNode(entityID: "place:530326", label: "会泽县", type: .county)
  private let goldBaoshan = SampleText.entity("place:310113", .district, "宝山区")
  private let goldHuize = SampleText.entity("place:530326", .county, "会泽县")

  private func all(_ scores: EvaluationScores) -> Tally { scores.entities["all"] ?? Tally() }

  @Test("ids alone match coded places, never their names")
  func codedPlaces() {
    let other = GraphNode(entityID: "place:530325", label: "会泽县", type: .county)
    let scores = Sample.scores([goldHuize], [], [other])
    #expect(all(scores) == Tally(right: 0, extra: 1, missed: 1))
    #expect(scores.entities["County"] == Tally(right: 0, extra: 1, missed: 1))
    #expect(scores.entities["main"] == Tally(right: 0, extra: 1, missed: 1))
  }

  @Test("bodies match by label, name or alias, without quotation marks and spaces")
  func names() {
    let gold = Sample.entity("org:上海市第二医院", .institution, "上海市第二医院", "二院")
    for node in [
      GraphNode(entityID: "org:别名", label: "“二 院”", type: .institution),
      GraphNode(entityID: "org:别名", name: "上海市第二医院", type: .institution),
      GraphNode(entityID: "org:别名", label: "x", type: .institution, aliases: ["三院；二院"]),
    ] {
      #expect(all(Sample.scores([gold], [], [node])) == Tally(right: 1, extra: 0, missed: 0))
    }
    let programme = GraphNode(entityID: "prog:二院", label: "二院", type: .programme)
    #expect(all(Sample.scores([gold], [], [programme])) == Tally(right: 0, extra: 1, missed: 1))
  }

  @Test("of several names the label goes first, then the longest")
  func nameOrder() {
    let gold = [Sample.entity("org:a", .agency, "甲"), Sample.entity("org:b", .organization, "甲局")]
    func missed(_ node: GraphNode) -> [String] {
      Sample.evaluation(gold, [], [node]).findings.filter { $0.kind == .missedEntity }.flatMap(\.ids)
    }
    let names = ["甲", "甲局"]
    #expect(missed(GraphNode(entityID: "org:x", label: "x", type: .agency, aliases: names)) == ["org:a"])
    #expect(missed(GraphNode(entityID: "org:x", label: "甲", type: .agency, aliases: names)) == ["org:b"])
  }

  @Test("townships and villages match by name in the same county, or where one end knows the prefecture only")
  func sameCounty() {
    let gold = Sample.entity("place:530326/火红乡", .township, "火红乡")
    func found(_ id: String) -> Int {
      all(Sample.scores([gold], [], [GraphNode(entityID: id, label: "火红乡", type: .township)])).right
    }
    #expect(found("place:530326/火红镇") == 1)
    #expect(found("place:530325/火红乡") == 0)
    #expect(found("place:530300/火红乡") == 1)
    #expect(found("place:530400/火红乡") == 0)
    let loose = Sample.entity("place:530300/火红乡", .township, "火红乡")
    let node = GraphNode(entityID: "place:530326/火红乡", label: "火红乡", type: .township)
    #expect(all(Sample.scores([loose], [], [node])).right == 1)
  }

  @Test("a second node for one entity is extra, the first in the order of the file counts")
  func secondNode() {
    let gold = Sample.entity("org:甲局", .agency, "甲局", "甲")
    let nodes = [
      GraphNode(entityID: "org:a", label: "甲局", type: .agency),
      GraphNode(entityID: "org:b", label: "甲", type: .organization),
    ]
    let evaluation = Sample.evaluation([gold], [], nodes)
    #expect(all(evaluation.total) == Tally(right: 1, extra: 1, missed: 0))
    #expect(evaluation.total.entities["Organization"] == Tally(right: 0, extra: 1, missed: 0))
    #expect(evaluation.total.types == Share(1, of: 1))
    #expect(evaluation.findings.map(\.kind) == [.secondNode])
    #expect(evaluation.findings.first?.ids == ["org:b"])
  }

  @Test("uncertain entities count neither found nor missed, but a second node for one is extra")
  func uncertainEntities() {
    let gold = Sample.entity("org:甲", .agency, "甲", certain: false)
    #expect(all(Sample.scores([gold], [], [])) == Tally())
    let node = GraphNode(entityID: "org:甲", label: "甲", type: .enterprise)
    let scores = Sample.scores([gold], [], [node])
    #expect(all(scores) == Tally() && scores.types == Share())
    let second = GraphNode(entityID: "org:乙", label: "甲", type: .agency)
    #expect(all(Sample.scores([gold], [], [node, second])) == Tally(right: 0, extra: 1, missed: 0))
  }

  @Test("what is certain in one part of a document is certain")
  func parts() {
    let unsure = Sample.entity("org:甲", .agency, "甲", certain: false)
    let sure = Sample.entity("org:甲", .agency, "甲局")
    let records = [
      GoldFile.Record(document: "a", part: "1", entities: [unsure]),
      GoldFile.Record(document: "a", part: "2", entities: [sure]),
    ]
    let node = GraphNode(entityID: "org:x", label: "甲", type: .agency)
    let evaluation = Evaluation(gold: GoldFile(records: records), graphs: ["a": Sample.graph([node])])
    #expect(all(evaluation.total) == Tally(right: 1, extra: 0, missed: 0))
  }

  @Test("an alternative type is right as well; District and County are one outside Shanghai")
  func types() {
    let village = Sample.entity("place:530326/甲", .village, "甲", alternative: .township)
    let node = GraphNode(entityID: "place:530326/甲", label: "甲", type: .township)
    #expect(Sample.scores([village], [], [node]).types == Share(1, of: 1))
    let chaoyang = Sample.entity("place:110105", .district, "朝阳区")
    let asCounty = GraphNode(entityID: "place:110105", label: "朝阳区", type: .county)
    #expect(Sample.scores([chaoyang], [], [asCounty]).types == Share(1, of: 1))
    let wrong = GraphNode(entityID: "place:310113", label: "宝山区", type: .county)
    let evaluation = Sample.evaluation([goldBaoshan], [], [wrong])
    #expect(evaluation.total.types == Share(0, of: 1))
    #expect(evaluation.findings.map(\.kind) == [.wrongType])
  }

  @Test("implicit nodes are left out")
  func implicitNodes() {
    let above = GraphNode(entityID: "place:530000", label: "云南省", type: .province, isImplicit: true)
    let gold = Sample.entity("place:530000", .province, "云南省")
    #expect(all(Sample.scores([gold], [], [above])) == Tally(right: 0, extra: 0, missed: 1))
    #expect(all(Sample.scores([], [], [above])) == Tally())
  }

  @Test("relations need exact ends; denied and unsure ones are left out, planned ones are not")
  func relations() {
    let gold = [Sample.assists("place:310113", "place:530326")]
    func tally(_ edges: GraphEdge...) -> Tally {
      Sample.scores([goldBaoshan, goldHuize], gold, [baoshan, huize], edges).relations["assists"] ?? Tally()
    }
    #expect(tally(Sample.edge("place:310113", "place:530326")) == Tally(right: 1, extra: 0, missed: 0))
    #expect(tally(Sample.edge("place:530326", "place:310113")) == Tally(right: 0, extra: 1, missed: 1))
    #expect(
      tally(Sample.edge("place:310113", "place:530326", status: .negated))
        == Tally(right: 0, extra: 0, missed: 1))
    #expect(
      tally(Sample.edge("place:310113", "place:530326", status: .planned))
        == Tally(right: 1, extra: 0, missed: 0))
    #expect(
      tally(Sample.edge("place:310113", "place:530326", certainty: 0.49))
        == Tally(right: 0, extra: 0, missed: 1))
  }

  @Test("uncertain relations count neither way")
  func uncertainRelations() {
    let gold = [Sample.assists("place:310113", "place:530326", certain: false)]
    let entities = [goldBaoshan, goldHuize]
    #expect(Sample.scores(entities, gold, [baoshan, huize]).relations.isEmpty)
    let edge = Sample.edge("place:310113", "place:530326", ["health"])
    let scores = Sample.scores(entities, gold, [baoshan, huize], [edge])
    #expect(scores.relations.isEmpty && scores.fields == Tally() && scores.lenientAssists == Tally())
  }

  @Test("lenient: ends at most one level off, one edge for one relation")
  func lenient() {
    let qujing = GraphNode(entityID: "place:530300", label: "曲靖市", type: .prefecture)
    let goldQujing = Sample.entity("place:530300", .prefecture, "曲靖市")
    let gold = [
      Sample.assists("place:310113", "place:530326"), Sample.assists("place:310000", "place:530300"),
    ]
    let entities = [goldBaoshan, goldHuize, goldQujing, Sample.entity("place:310000", .province, "上海市")]
    let one = [Sample.edge("place:310113", "place:530300")]
    let scores = Sample.scores(entities, gold, [baoshan, huize, qujing], one)
    #expect(scores.relations["assists"] == Tally(right: 0, extra: 1, missed: 2))
    #expect(scores.lenientAssists == Tally(right: 1, extra: 0, missed: 1))
    let far = [Sample.edge("place:310113", "place:530000")]
    let yunnan = GraphNode(entityID: "place:530000", label: "云南省", type: .province)
    #expect(
      Sample.scores(entities, [gold[0]], [baoshan, yunnan], far).lenientAssists
        == Tally(right: 0, extra: 1, missed: 1))
  }

  @Test("lenient: of several near edges the first by ids is taken, which leaves the others to the next")
  func lenientOrder() {
    let places: [(String, EntityType)] = [
      ("place:310000", .province), ("place:310113", .district), ("place:530000", .province),
      ("place:530300", .prefecture), ("place:530326", .county),
    ]
    let gold = [
      Sample.assists("place:310113", "place:530326"), Sample.assists("place:310113", "place:530000"),
    ]
    let scores = Sample.scores(
      places.map { Sample.entity($0.0, $0.1, $0.0) }, gold,
      places.map { GraphNode(entityID: $0.0, label: $0.0, type: $0.1) },
      [Sample.edge("place:310113", "place:530300"), Sample.edge("place:310000", "place:530326")])
    #expect(scores.lenientAssists == Tally(right: 2, extra: 0, missed: 0))
  }

  @Test("lenient: an edge to something that the gold does not name is never near")
  func lenientExtra() {
    let qujing = GraphNode(entityID: "place:530300", label: "曲靖市", type: .prefecture)
    let scores = Sample.scores(
      [goldBaoshan, goldHuize], [Sample.assists("place:310113", "place:530326")], [baoshan, qujing],
      [Sample.edge("place:310113", "place:530300")])
    #expect(scores.lenientAssists == Tally(right: 0, extra: 1, missed: 1))
  }

  @Test("fields: optional ones and those of uncertain annotations count neither way")
  func fields() {
    let gold = [
      Sample.assists("place:310113", "place:530326", ["pairing", "health"], optional: ["talent"]),
      Sample.assists("place:310113", "place:530326", ["industry"], certain: false),
    ]
    let edge = Sample.edge(
      "place:310113", "place:530326", ["pairing", "talent", "industry", "education"])
    let evaluation = Sample.evaluation([goldBaoshan, goldHuize], gold, [baoshan, huize], [edge])
    #expect(evaluation.total.fields == Tally(right: 1, extra: 1, missed: 1))
    #expect(evaluation.findings.map(\.detail) == ["missed health; extra education"])
  }

  @Test("evidence: a quotation covers half of the pairs of characters, or it does not")
  func evidence() {
    let gold = [Sample.assists("place:310113", "place:530326", evidence: "甲乙丙丁戊")]
    func share(_ quotation: String) -> Share {
      Sample.scores(
        [goldBaoshan, goldHuize], gold, [baoshan, huize],
        [Sample.edge("place:310113", "place:530326", text: quotation)]
      ).evidence
    }
    #expect(share("开头甲 乙\n丙丁戊结尾") == Share(1, of: 1))
    #expect(share("甲乙丙") == Share(1, of: 1))
    #expect(share("甲乙、丙丁") == Share(1, of: 1))
    #expect(share("甲乙、丙、丁") == Share(0, of: 1))
  }

  @Test("two nodes for one entity bring their edges together")
  func joinedEdges() {
    let gold = [
      Sample.entity("org:甲", .agency, "甲", "甲局"), goldHuize,
    ]
    let nodes = [
      GraphNode(entityID: "org:a", label: "甲", type: .agency),
      GraphNode(entityID: "org:b", label: "甲局", type: .agency), huize,
    ]
    let edges = [
      Sample.edge("org:a", "place:530326", ["health"]), Sample.edge("org:b", "place:530326", ["talent"]),
    ]
    let scores = Sample.scores(
      gold, [Sample.assists("org:甲", "place:530326", ["health", "talent"])], nodes, edges)
    #expect(scores.relations["assists"] == Tally(right: 1, extra: 0, missed: 0))
    #expect(scores.fields == Tally(right: 2, extra: 0, missed: 0))
  }

  @Test("a document without a graph is missed as a whole")
  func missingDocument() {
    let record = GoldFile.Record(
      document: "b", part: "4", entities: [goldBaoshan, goldHuize],
      relations: [Sample.assists("place:310113", "place:530326")])
    let evaluation = Evaluation(gold: GoldFile(records: [record]), graphs: [:])
    #expect(evaluation.missingDocuments == ["b"])
    #expect(all(evaluation.total) == Tally(right: 0, extra: 0, missed: 2))
    #expect(evaluation.parts.map(\.found) == [Share(0, of: 1)])
    #expect(evaluation.parts.first?.part == "4")
  }

  @Test("findings quote the sentence with its place")
  func findings() throws {
    let text = "今天晴。宝山区结对会泽县，\n大家高兴。明天雨。"
    let evaluation = Sample.evaluation(
      [goldBaoshan, goldHuize],
      [Sample.assists("place:310113", "place:530326", evidence: "宝山区结对会泽县")], [baoshan],
      [Sample.edge("place:310113", "place:310113", text: "明天雨。", certainty: 0.7, start: 19)], text: text)
    let byKind = Dictionary(grouping: evaluation.findings, by: \.kind)
    let missed = try #require(byKind[.missedRelation]?.first)
    #expect(missed.sentence == "宝山区结对会泽县，\n大家高兴。")
    #expect(missed.position == SourcePosition(line: 1, column: 5) && missed.file == "a.txt")
    #expect(missed.names == ["宝山区", "会泽县"])
    #expect(byKind[.missedEntity]?.first?.position == SourcePosition(line: 1, column: 10))
    let extra = try #require(byKind[.extraRelation]?.first)
    #expect(extra.sentence == "明天雨。" && extra.rule == "r" && extra.certainty == 0.7)
  }

  @Test("every figure can be asked for by name")
  func figures() {
    let scores = Sample.scores([goldBaoshan], [], [baoshan])
    #expect(scores.figure("entities") == 1 && scores.figure("District") == 1 && scores.figure("County") == 0)
    #expect(scores.figure("assists") == 0 && scores.figure("nonsense") == nil)
    #expect(scores.figure("located_in") == nil)
    #expect(EvaluationScores.figureNames.allSatisfy { scores.figure($0) != nil })
  }
}
