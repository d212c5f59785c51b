import Duikou

/// Gold and graphs that share few ids and names, so that every way of matching and missing occurs.
struct RandomGold {
  private(set) var lines: [String] = []
  private(set) var graphs: [String: Graph] = [:]

  private static let places: [(String, EntityType)] = [
    ("place:310000", .province), ("place:310113", .district), ("place:530000", .province),
    ("place:530300", .prefecture), ("place:530326", .county), ("place:530325", .county),
    ("place:530326/火红乡", .township), ("place:530325/火红乡", .township), ("place:530300/火红乡", .township),
    ("place:530326/甲村", .village), ("place:110105", .district),
  ]
  private static let bodies: [(String, EntityType)] = [
    ("org:甲局", .agency), ("org:乙医院", .institution), ("org:丙公司", .enterprise), ("org:丁会", .organization),
    ("org:乙", .institution), ("prog:春苗", .programme), ("prog:甲局", .programme),
  ]
  private static let names = ["甲局", "甲", "乙医院", "乙", "“丙”公司", "丙公司", "火红乡", "甲村", "春苗", "会泽县", "丁；戊"]
  private static let fields = ["pairing", "health", "education", "industry"]
  private static let sentences = ["甲局帮扶会泽县", "乙医院派出三名医生", "丙公司投资八百万元建厂", "春苗走进火红乡"]

  init(using generator: inout some RandomNumberGenerator) {
    for document in ["a", "b", "c"] {
      let things = (Self.places + Self.bodies).filter { _ in .random(using: &generator) }
      for part in 1...Int.random(in: 1...2, using: &generator) {
        let own = things.filter { _ in Int.random(in: 0..<4, using: &generator) > 0 }
        lines.append(line(document, part, own, using: &generator))
      }
      if document != "c" || Bool.random(using: &generator) {
        graphs[document] = graph(document, things, using: &generator)
      }
    }
  }

  private func line(
    _ document: String, _ part: Int, _ things: [(String, EntityType)],
    using generator: inout some RandomNumberGenerator
  ) -> String {
    let entities = things.map { id, type in
      let names = Self.sample(Self.names, 3, using: &generator).map { "\"\($0)\"" }.joined(separator: ", ")
      let other = Self.one(EntityType.allCases, .county, using: &generator).rawValue
      let alternative = Int.random(in: 0..<4, using: &generator) == 0 ? ", \"type_alt\": \"\(other)\"" : ""
      return
        "{\"id\": \"\(id)\", \"type\": \"\(type.rawValue)\", \"names\": [\(names)]\(alternative)"
        + ", \"certain\": \(Int.random(in: 0..<4, using: &generator) > 0)}"
    }
    let ids = things.map(\.0)
    let relations = ids.isEmpty ? [] : (0..<6).map { _ in relation(ids, using: &generator) }
    return
      "{\"doc\": \"\(document)\", \"case\": \(part), \"entities\": [\(entities.joined(separator: ", "))]"
      + ", \"relations\": [\(relations.joined(separator: ", "))]}"
  }

  private func relation(_ ids: [String], using generator: inout some RandomNumberGenerator) -> String {
    func list(_ generator: inout some RandomNumberGenerator) -> String {
      Self.sample(Self.fields, 2, using: &generator).map { "\"\($0)\"" }.joined(separator: ", ")
    }
    let type = Self.one(["assists", "assists", "assists", "runs", "benefits"], "assists", using: &generator)
    let (from, to) = (
      Self.one(ids, "", using: &generator), Self.one(ids, "", using: &generator)
    )
    let evidence = Self.one(Self.sentences + ["", "甲"], "", using: &generator)
    return
      "{\"type\": \"\(type)\", \"from\": \"\(from)\", \"to\": \"\(to)\", \"fields\": [\(list(&generator))]"
      + ", \"fields_optional\": [\(list(&generator))], \"evidence\": \"\(evidence)\""
      + ", \"certain\": \(Int.random(in: 0..<3, using: &generator) > 0)}"
  }

  private func graph(
    _ document: String, _ things: [(String, EntityType)], using generator: inout some RandomNumberGenerator
  ) -> Graph {
    let others = [("org:x", EntityType.agency), ("org:y", .institution), ("place:530326/x", .township)]
    let pool = things + others + Self.places.suffix(4)
    var nodes: [GraphNode] = []
    for (id, type) in pool where Int.random(in: 0..<5, using: &generator) > 0 {
      nodes.append(
        GraphNode(
          entityID: id, label: Self.one(Self.names, "", using: &generator),
          name: Self.one(Self.names, "", using: &generator),
          type: Bool.random(using: &generator)
            ? type : Self.one(EntityType.allCases, .county, using: &generator),
          aliases: Self.sample(Self.names, 2, using: &generator),
          isImplicit: Int.random(in: 0..<8, using: &generator) == 0))
    }
    var edges: [GraphEdge] = []
    for number in 0..<(nodes.isEmpty ? 0 : 12) {
      let text = Self.one(Self.sentences, "", using: &generator)
      edges.append(
        SampleText.edge(
          Self.one(nodes.map(\.entityID), "", using: &generator),
          Self.one(nodes.map(\.entityID), "", using: &generator),
          type: Self.one([.assists, .assists, .assists, .runs, .benefits], .assists, using: &generator),
          Self.sample(Self.fields, 2, using: &generator), text: text,
          certainty: .random(in: 0.3...1, using: &generator),
          status: Self.one([.actual, .planned, .negated], .actual, using: &generator), start: number * 20,
          document: document))
    }
    return SampleText.graph(nodes, edges)
  }

  private static func one<Value>(
    _ values: [Value], _ otherwise: Value, using generator: inout some RandomNumberGenerator
  ) -> Value {
    values.randomElement(using: &generator) ?? otherwise
  }

  private static func sample(
    _ values: [String], _ limit: Int, using generator: inout some RandomNumberGenerator
  ) -> [String] {
    Array(values.shuffled(using: &generator).prefix(.random(in: 0...limit, using: &generator)))
  }
}
