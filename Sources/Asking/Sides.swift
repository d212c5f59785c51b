import GraphStore

/// What a question says of one side, ready to test nodes.
struct Side {
  private let party: Party
  private let graph: Graph
  private let ids: Set<String>
  private let regions: Set<String>
  private let excluded: Set<String>

  init(_ party: Party, _ excluded: [NameCandidate], _ graph: Graph) {
    self.party = party
    self.graph = graph
    ids = Set(party.names.map(\.entityID))
    regions = Set(party.regions.map(\.entityID))
    self.excluded = Set(excluded.map(\.entityID))
  }

  /// Whether a node is meant: itself, as something within the named, or (nil) not at all.
  func level(of node: NodeID) -> HelpAnswer.Level? {
    let id = graph.entityID(of: node)
    if !excluded.isEmpty, excluded.contains(id) { return nil }
    if !party.kinds.isEmpty {
      let (type, label, name) = (graph.type(of: node), graph.label(of: node), graph.name(of: node))
      if !party.kinds.contains(where: { $0.matches(type: type, label: label, name: name) }) { return nil }
    }
    if !regions.isEmpty, !regions.contains(id), regions.isDisjoint(with: graph.placesAbove(node)) {
      return nil
    }
    if ids.isEmpty || ids.contains(id) { return .own }
    if ids.isDisjoint(with: graph.placesAbove(node)) { return nil }
    return party.isWithin ? .own : .below
  }
}

/// Both sides of the relations that a question asks for.
struct Sides {
  private let from: Side
  private let to: Side
  private let isEitherWay: Bool
  private let graph: Graph

  init(_ question: Question, _ graph: Graph) {
    self.graph = graph
    // The exception belongs to the side that is asked for.
    let excludesHelpers = question.helper.isAsked || !question.recipient.isAsked
    let helper = Side(question.helper, excludesHelpers ? question.excluded : [], graph)
    let recipient = Side(question.recipient, excludesHelpers ? [] : question.excluded, graph)
    let programme = Side(question.programme, [], graph)
    switch question.kind {
    case .participants, .runners, .programmesBy, .pairProgramme: (from, to) = (helper, programme)
    case .beneficiaries, .programmesFor: (from, to) = (programme, recipient)
    case .programmes: (from, to) = (helper, programme)
    default: (from, to) = (helper, recipient)
    }
    isEitherWay = question.kind == .relation || question.kind == .partners || question.kind == .programmes
  }

  /// Whether an edge is meant, and whether it is about the named ones themselves.
  func level(of edge: EdgeID) -> HelpAnswer.Level? {
    let ends = graph.ends(of: edge)
    if let level = level(ends.from, ends.to) { return level }
    return isEitherWay ? level(ends.to, ends.from) : nil
  }

  private func level(_ a: NodeID, _ b: NodeID) -> HelpAnswer.Level? {
    guard let one = from.level(of: a), let other = to.level(of: b) else { return nil }
    return one == .own && other == .own ? .own : .below
  }
}
