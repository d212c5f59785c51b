import GraphStore
import GraphTestSupport
import Testing

/// 上海 helps 云南 on several levels, through a programme, and with one denial.
private func sample() -> Graph {
  var builder = GraphBuilder()
  let places: [(String, String, String)] = [
    ("310000", "上海市", "Province"), ("310113", "宝山区", "District"), ("310114", "嘉定区", "District"),
    ("530000", "云南省", "Province"), ("530300", "曲靖市", "Prefecture"), ("530326", "会泽县", "County"),
    ("530324", "罗平县", "County"), ("330903", "普陀区", "District"), ("310107", "普陀区", "District"),
  ]
  for (code, label, type) in places {
    builder.add(GraphNode(entityID: "place:" + code, label: label, type: type, adcode: code))
  }
  builder.add(GraphNode(entityID: "place:530326/以礼街道", label: "以礼街道", type: .township, adcode: "530326"))
  builder.add(
    GraphNode(
      entityID: "org:上海市嘉定区卫健委", label: "区卫健委", name: "上海市嘉定区卫健委", type: .agency, parent: "place:310114"))
  builder.add(GraphNode(entityID: "prog:双一百", label: "双一百", type: .programme))
  builder.add(GraphNode(entityID: "org:甲公司", label: "甲公司", type: .enterprise))
  func assist(
    _ from: String, _ to: String, _ fields: [String], _ certainty: Double = 0.9, _ year: Int = 2019,
    _ status: EdgeStatus = .actual
  ) {
    builder.add(
      GraphEdge(
        type: .assists, from: from, to: to,
        evidence: [
          Evidence(
            document: "d", start: 0, end: 2, text: "帮扶", certainty: certainty, status: status, fields: fields,
            years: year...year)
        ]))
  }
  assist("place:310113", "place:530326", ["education"])
  assist("place:310113", "place:530300", ["health"], 0.9, 2020)
  assist("place:310114", "place:530326/以礼街道", ["talent"])
  assist("org:上海市嘉定区卫健委", "place:530326", ["health"], 0.4)
  assist("place:310114", "place:530324", [], 0.9, 2019, .negated)
  builder.add(GraphEdge(type: .participates, from: "org:甲公司", to: "prog:双一百"))
  builder.add(GraphEdge(type: .runs, from: "place:310000", to: "prog:双一百"))
  builder.add(GraphEdge(type: .benefits, from: "prog:双一百", to: "place:530326"))
  builder.add(GraphMention(document: "d", start: 0, end: 2, surface: "会泽", entity: "place:530326"))
  return builder.build()
}

@Suite("Asking the graph")
struct GraphQueryTests {
  let graph = sample()

  private func node(_ id: String) throws -> NodeID { try #require(graph.node(withEntityID: id)) }

  private func lines(_ answers: [HelpAnswer]) -> [String] {
    answers.map { answer in
      let way = answer.programme.map { " via " + graph.label(of: $0) } ?? ""
      return "\(answer.level.rawValue)\(answer.steps) \(graph.label(of: answer.helper)) -> "
        + graph.label(of: answer.recipient) + way
    }
  }

  @Test("helpers and recipients never change places")
  func direction() throws {
    #expect(lines(graph.helpers(of: try node("place:530326"))) == ["own0 区卫健委 -> 会泽县", "own0 宝山区 -> 会泽县"])
    #expect(graph.recipients(of: try node("place:530326")).isEmpty)
    #expect(lines(graph.recipients(of: try node("place:310113"))) == ["own0 宝山区 -> 曲靖市", "own0 宝山区 -> 会泽县"])
    #expect(graph.helpers(of: try node("place:310113")).isEmpty)
  }

  @Test("filters by field, type, year and certainty")
  func filters() throws {
    let county = try node("place:530326")
    #expect(lines(graph.helpers(of: county, EdgeFilter(field: "education"))) == ["own0 宝山区 -> 会泽县"])
    #expect(lines(graph.helpers(of: county, EdgeFilter(type: "Agency"))) == ["own0 区卫健委 -> 会泽县"])
    #expect(lines(graph.helpers(of: county, EdgeFilter(minCertainty: 0.5))) == ["own0 宝山区 -> 会泽县"])
    #expect(graph.helpers(of: county, EdgeFilter(year: 2020)).isEmpty)
    #expect(graph.helpers(of: county, EdgeFilter(field: "没有的")).isEmpty)
    #expect(graph.helpers(of: try node("place:530324")).isEmpty)
    #expect(graph.helpers(of: try node("place:530324"), EdgeFilter(includesNegated: true)).count == 1)
  }

  @Test("help above and below is told apart from one's own")
  func levels() throws {
    let county = try node("place:530326")
    #expect(
      lines(graph.helpers(of: county, EdgeFilter(minCertainty: 0.5), scope: [.up, .down])) == [
        "own0 宝山区 -> 会泽县", "above1 宝山区 -> 曲靖市", "below1 嘉定区 -> 以礼街道",
      ])
    #expect(
      lines(graph.recipients(of: try node("place:310114"), scope: .down)) == [
        "own0 嘉定区 -> 以礼街道", "below1 区卫健委 -> 会泽县",
      ])
    #expect(lines(graph.helpers(of: try node("place:530300"))) == ["own0 宝山区 -> 曲靖市"])
  }

  @Test("help through a programme names the programme")
  func programmes() throws {
    #expect(
      lines(graph.helpers(of: try node("place:530326"), EdgeFilter(type: "Enterprise"), scope: .programmes))
        == [
          "own0 甲公司 -> 会泽县 via 双一百"
        ])
    #expect(
      lines(graph.recipients(of: try node("org:甲公司"), scope: .programmes)) == ["own0 甲公司 -> 会泽县 via 双一百"])
  }

  @Test("paths go along edges in either direction, the shortest first")
  func paths() throws {
    let paths = graph.paths(from: try node("org:甲公司"), to: try node("place:310113"), maxSteps: 4)
    #expect(paths.map { $0.nodes.map { graph.label(of: $0) } } == [["甲公司", "双一百", "会泽县", "宝山区"]])
    #expect(paths.first?.isForward == [true, true, false])
    #expect(graph.paths(from: try node("org:甲公司"), to: try node("place:310113"), maxSteps: 2).isEmpty)
  }

  @Test("what lies around a node, and as a graph of its own")
  func around() throws {
    let near = graph.around(try node("place:530326"), depth: 1)
    #expect(near.nodes.map { graph.label(of: $0.node) } == ["会泽县", "区卫健委", "宝山区", "双一百"])
    #expect(near.edges.count == 3)
    let part = graph.subgraph(nodes: near.nodes.map(\.node), edges: near.edges)
    #expect(part.nodeCount == 4)
    #expect(part.edgeCount == 3)
    #expect(part.mentionCount == 1)
  }

  @Test("ranking, table and gaps")
  func counting() throws {
    let top = graph.topHelpers(ofType: "District")
    #expect(top.map { graph.label(of: $0.node) } == ["宝山区", "嘉定区"])
    #expect(top.map(\.count) == [2, 1])
    #expect(graph.topRecipients().first.map { graph.label(of: $0.node) } == "会泽县")
    let matrix = graph.matrix()
    #expect(matrix.rows.map { graph.label(of: $0) } == ["宝山区", "嘉定区"])
    #expect(matrix.columns.map { graph.label(of: $0) } == ["曲靖市"])
    #expect(matrix.counts == [[2], [2]])
    #expect(graph.gaps(inField: "education").isEmpty)
    #expect(graph.gaps(inField: "consumption").map { graph.label(of: $0) } == ["会泽县"])
  }

  @Test(
    "names as people type them",
    arguments: [
      ("place:310113", ["place:310113"]), ("530326", ["place:530326"]), ("会泽县", ["place:530326"]),
      ("会泽", ["place:530326"]), ("罗平", ["place:530324"]), ("云南省会泽县", ["place:530326"]),
      ("云南曲靖会泽县", ["place:530326"]), ("嘉定区卫健委", ["org:上海市嘉定区卫健委"]),
      ("上海市嘉定区卫健委", ["org:上海市嘉定区卫健委"]), ("普陀区", ["place:310107", "place:330903"]),
      (" 宝山区 ", ["place:310113"]), ("没有这个县", []), ("", []), ("山东省会泽县", []), ("huize", []),
    ])
  func names(name: String, expected: [String]) {
    let found = graph.resolve(name)
    #expect(found.map { graph.entityID(of: $0) } == expected)
  }

  @Test("many fields share a bit and are still told apart")
  func manyFields() throws {
    var builder = GraphBuilder()
    let fields = (0..<60).map { "f\($0 < 10 ? "0" : "")\($0)" }
    for field in fields {
      builder.add(
        GraphEdge(
          type: .assists, from: "h" + field, to: "r", evidence: [Evidence(document: "d", fields: [field])]))
    }
    let graph = builder.build()
    let recipient = try #require(graph.node(withEntityID: "r"))
    for field in fields {
      let found = graph.helpers(of: recipient, EdgeFilter(field: field))
      #expect(found.map { graph.entityID(of: $0.helper) } == ["h" + field])
    }
  }

  @Test("two steps of help agree with a search by hand", arguments: 0..<10)
  func reach(seed: Int) {
    let graph = RandomGraph(seed: UInt64(seed), size: 20).graph()
    let filter = EdgeFilter(field: "health")
    func passes(_ id: EdgeID) -> Bool {
      graph.status(of: id) != .negated && graph.fields(of: id).contains("health")
    }
    for node in graph.nodeIDs {
      let first = graph.edges(from: node).filter(passes)
      let second = Set(first.map { graph.ends(of: $0).to }).flatMap { graph.edges(from: $0).filter(passes) }
      #expect(graph.reach(from: node, steps: 1, filter) == first)
      #expect(graph.reach(from: node, steps: 2, filter) == Set(second).sorted())
    }
  }
}
