public import GraphStore

/// Parts of random graphs over few names, so that graphs of different seeds overlap.
public struct RandomGraph {
  /// Everything that was made, in the order of making.
  public private(set) var nodes: [GraphNode] = []
  /// Edges, some of them twice with other statements.
  public private(set) var edges: [GraphEdge] = []
  /// Mentions.
  public private(set) var mentions: [GraphMention] = []
  /// Documents.
  public private(set) var documents: [GraphDocument] = []
  private var generator: SeededGenerator
  private let texts: [String]

  /// Names that break careless writers.
  public static let hostileTexts = [
    "上海市\"宝山区\"", "末尾反斜杠\\", "两行\n文字", "制表\t符", "<b>&amp;</b>", "]]>", "𠮷野家", "عربي עברית", "a;b；c",
    "  前后空格  ", "'单引号'", "\\N\\G\\l", "%41&#65;", "{record|x}", "é\u{301}", "\u{FEFF}bom", "line\u{2028}sep",
  ]

  /// Makes a graph of about `size` nodes and twice as many edges.
  public init(seed: UInt64, size: Int = 12, texts: [String] = ["帮扶", "结对", "派出医生", "采购"] + hostileTexts) {
    generator = SeededGenerator(seed: seed)
    self.texts = texts
    for _ in 0..<size { nodes.append(node()) }
    for _ in 0..<size * 2 { edges.append(edge()) }
    for _ in 0..<size { mentions.append(mention()) }
    for number in 0..<3 where !generator.oneIn(3) {
      documents.append(
        GraphDocument(
          id: "doc\(number)", title: generator.oneIn(2) ? generator.pick(texts) : nil,
          date: generator.oneIn(2) ? "2019-0\(number + 1)-01" : nil))
    }
  }

  /// The graph of all parts, added in a shuffled order.
  public func graph(order: UInt64 = 0) -> Graph {
    var generator = SeededGenerator(seed: order)
    var builder = GraphBuilder()
    for part in (0..<4).shuffled(using: &generator) {
      switch part {
      case 0: for node in nodes.shuffled(using: &generator) { builder.add(node) }
      case 1:
        for edge in edges.shuffled(using: &generator) {
          var edge = edge
          edge.evidence.shuffle(using: &generator)
          builder.add(edge)
        }
      case 2: for mention in mentions.shuffled(using: &generator) { builder.add(mention) }
      default: for document in documents.shuffled(using: &generator) { builder.add(document) }
      }
    }
    return builder.build()
  }

  private mutating func entity() -> String {
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: return "place:3101\(10 + Int.random(in: 0..<9, using: &generator))"
    case 1:
      return "place:5303\(20 + Int.random(in: 0..<9, using: &generator))/" + generator.pick(["甲镇", "乙村"])
    case 2: return "org:" + generator.pick(texts)
    default: return "prog:" + generator.pick(texts)
    }
  }

  private mutating func node() -> GraphNode {
    let id = entity()
    var node = GraphNode(
      entityID: id, label: generator.pick(texts) + "l", name: generator.pick(texts) + "n",
      type: generator.pick(["District", "County", "Enterprise", "Programme", "奇怪"]))
    node.aliases = (0..<3).map { _ in generator.pick(texts) }
    node.mentionCount = Int.random(in: 0..<5, using: &generator)
    if generator.oneIn(3) { node.adcode = "310113" }
    if generator.oneIn(3) { node.note = generator.pick(["misprint", "former", "misprint; former"]) }
    if generator.oneIn(3) {
      (node.latitude, node.longitude) = (31.125, Double.random(in: 0..<180, using: &generator))
    }
    if generator.oneIn(4) { node.color = "#12ab34" }
    if generator.oneIn(4) { node.size = Double.random(in: 1..<50, using: &generator) }
    if generator.oneIn(4) { node.isImplicit = true }
    if generator.oneIn(3) { node.parent = entity() }
    return node
  }

  private mutating func edge() -> GraphEdge {
    var edge = GraphEdge(
      type: generator.pick(["assists", "assists", "runs", "participates", "benefits"]), from: entity(),
      to: entity())
    for _ in 0..<Int.random(in: 0..<4, using: &generator) { edge.evidence.append(evidence()) }
    return edge
  }

  private mutating func evidence() -> Evidence {
    let start = Int.random(in: 0..<3, using: &generator)
    var evidence = Evidence(
      document: "doc\(Int.random(in: 0..<3, using: &generator))", start: start, end: start + 10,
      text: generator.pick(texts), rule: generator.pick(["pair", "list"]),
      certainty: Double(Int.random(in: 0...10, using: &generator)) / 10,
      status: generator.pick(EdgeStatus.allCases))
    evidence.fields = (0..<Int.random(in: 0..<4, using: &generator)).map { _ in
      generator.pick(["pairing", "education", "health", "奇怪的"])
    }
    if generator.oneIn(2) { evidence.years = 2018...(2018 + start) }
    if generator.oneIn(2) {
      evidence.quantities = [
        Quantity(value: Double(Int.random(in: 1..<9, using: &generator)) * 1.5e6, unit: "元"),
        Quantity(value: 506, unit: "户", what: "贫困户", isAtLeast: generator.oneIn(2)),
      ]
    }
    if generator.oneIn(3) { evidence.context = ["标题", generator.pick(texts)] }
    if generator.oneIn(3) { (evidence.byteStart, evidence.byteEnd) = (start * 3, start * 3 + 30) }
    return evidence
  }

  private mutating func mention() -> GraphMention {
    let start = Int.random(in: 0..<4, using: &generator)
    var mention = GraphMention(
      document: "doc\(Int.random(in: 0..<3, using: &generator))", start: start, end: start + 2,
      surface: generator.pick(texts), entity: entity(),
      certainty: Double(Int.random(in: 0...10, using: &generator)) / 10)
    if generator.oneIn(3) { mention.note = "misprint" }
    if generator.oneIn(3) { mention.reason = generator.pick(texts) }
    if generator.oneIn(3) {
      mention.candidates = [GraphMention.Candidate(entity: entity(), score: 0.25, reason: "r")]
    }
    return mention
  }
}
