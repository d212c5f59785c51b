import GraphStore

/// A graph of the shape of ours at any size: a tenth of the nodes are helpers, every edge has a sentence.
struct SyntheticGraph {
  private var state: UInt64 = 7
  private let fields = [
    "consumption", "culture_tourism", "education", "employment", "finance", "health", "industry",
    "infrastructure", "pairing", "social", "talent", "technology",
  ]
  private let verbs = ["派出教师支教", "援建卫生院", "采购农产品", "组织劳务培训", "捐赠资金", "共建产业园"]
  private let edgeCount: Int
  private let nodeCount: Int

  init(edgeCount: Int) {
    self.edgeCount = edgeCount
    nodeCount = max(20, edgeCount / 5)
  }

  mutating func make() -> Graph {
    var builder = GraphBuilder()
    for index in 0..<nodeCount { builder.add(node(index)) }
    for district in 101..<117 {
      builder.add(GraphNode(entityID: "place:310\(district)", label: "上海第\(district)区", type: .district))
    }
    for prefecture in 10..<27 {
      builder.add(GraphNode(entityID: "place:53\(prefecture)00", label: "第\(prefecture)州", type: .prefecture))
    }
    for _ in 0..<edgeCount { builder.add(edge()) }
    return builder.build()
  }

  private mutating func next(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ value >> 31) % UInt64(limit))
  }

  private func id(_ index: Int) -> String {
    index < nodeCount / 10 ? "org:上海第\(index)中学" : "place:\(county(index))/第\(index)村"
  }

  private func county(_ index: Int) -> String { "53\(10 + index % 17)\(11 + index / 17 % 80)" }

  private mutating func node(_ index: Int) -> GraphNode {
    let isHelper = index < nodeCount / 10
    return GraphNode(
      entityID: id(index), label: isHelper ? "第\(index)中学" : "第\(index)村",
      name: isHelper ? "上海第\(index)中学" : "云南省某县第\(index)村", type: isHelper ? "Institution" : "Village",
      adcode: isHelper ? nil : county(index), aliases: ["第\(index)号"],
      latitude: isHelper ? nil : 21 + Double(index % 8000) / 1000,
      longitude: isHelper ? nil : 98 + Double(index % 7000) / 1000, mentionCount: 1 + index % 20,
      parent: isHelper ? "place:310\(101 + index % 16)" : nil)
  }

  private mutating func edge() -> GraphEdge {
    let helper = next(nodeCount / 10)
    let recipient = next(nodeCount)
    let start = next(200_000)
    let first = next(fields.count)
    let text =
      "\(2000 + next(26))年，上海第\(helper)中学向第\(recipient)村\(verbs[next(verbs.count)])，投入 \(next(900))万元 & <惠及>\(next(9000))人。"
    let year = 2000 + next(26)
    var evidence = Evidence(
      document: "report-\(next(5000))", start: start, end: start + text.unicodeScalars.count, text: text,
      rule: "rule-\(next(40))", certainty: Double(50 + next(51)) / 100, fields: [fields[first]],
      years: year...year)
    if next(2) == 0 { evidence.fields.append(fields[(first + 1 + next(11)) % 12]) }
    if next(3) == 0 { evidence.quantities = [Quantity(value: Double(1 + next(900)) * 10_000, unit: "元")] }
    return GraphEdge(type: .assists, from: id(helper), to: id(recipient), evidence: [evidence])
  }
}
