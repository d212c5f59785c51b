import GraphStore

/// A small graph in which every attribute of the files has a value somewhere.
enum SampleGraph {
  static let evidence = Evidence(
    document: "2019", start: 120, end: 135, text: "宝山区结对帮扶会泽县 <&> \"引号\"", rule: "pair-verb", certainty: 0.85,
    status: .actual, fields: ["education", "pairing"], years: 2018...2020,
    quantities: [
      Quantity(value: 1.63e9, unit: "元"), Quantity(value: 506, unit: "户", what: "贫困户", isAtLeast: true),
    ])

  static func make() -> Graph {
    var builder = GraphBuilder()
    builder.add(
      GraphNode(
        entityID: "place:310113", label: "宝山区", name: "上海市宝山区", type: .district, adcode: "310113",
        aliases: ["宝山", "宝山区"], latitude: 31.405, longitude: 121.489, mentionCount: 4, note: "misprint"))
    builder.add(
      GraphNode(
        entityID: "place:530326", label: "会泽县", name: "云南省曲靖市会泽县", type: .county, adcode: "530326",
        aliases: ["会泽县"], latitude: 26.412, longitude: 103.3, mentionCount: 2))
    builder.add(
      GraphNode(
        entityID: "org:上海某公司", label: "某公司", name: "上海某公司", type: .enterprise, aliases: ["某公司"],
        color: "#0a0b0c", size: 33.3, mentionCount: 1))
    builder.add(
      GraphNode(entityID: "prog:双一百", label: "双一百", name: "“双一百”村企结对", type: .programme, mentionCount: 1))
    builder.add(GraphNode(entityID: "place:530300", label: "曲靖市", name: "云南省曲靖市", type: .prefecture))
    builder.add(GraphEdge(type: .assists, from: "place:310113", to: "place:530326", evidence: [evidence]))
    var planned = evidence
    planned.status = .planned
    planned.fields = []
    planned.text = "将参与"
    builder.add(GraphEdge(type: .participates, from: "org:上海某公司", to: "prog:双一百", evidence: [planned]))
    planned.status = .negated
    builder.add(GraphEdge(type: .assists, from: "place:310113", to: "place:530300", evidence: [planned]))
    builder.add(GraphEdge(type: .benefits, from: "prog:双一百", to: "place:530326"))
    builder.add(GraphDocument(id: "2019", title: "年度报告", publisher: "某报", date: "2019-12-31"))
    return builder.build()
  }
}
