public import GraphStore

/// Answers questions from a graph.
public struct Answerer: Sendable {
  /// The graph that is asked.
  public let graph: Graph
  /// Relations less sure than this do not count.
  public var minCertainty: Double

  /// Makes an answerer.
  public init(graph: Graph, minCertainty: Double = 0.5) {
    self.graph = graph
    self.minCertainty = minCertainty
  }

  /// The answer to a question. O(edges), and for paths the work of the search.
  public func answer(_ question: Question) -> Answer {
    var answer = Answer()
    switch question.kind {
    case .topHelpers, .topRecipients: answer.rankings = rank(question)
    case .gaps: answer.nodes = gaps(question)
    default:
      let found = edges(question)
      answer.hits = found.filter { $0.level == .own }
      answer.related = found.filter { $0.level == .below }
      if found.isEmpty { answer.related = above(question) }
      if found.isEmpty, question.kind == .relation { answer.paths = paths(question) }
    }
    answer.count = count(question, answer)
    return answer
  }

  // MARK: Relations

  private func edges(_ question: Question) -> [Answer.Hit] {
    let sides = Sides(question, graph)
    var hits: [(hit: Answer.Hit, sure: Double, weight: Double)] = []
    for type in Self.relations(question.kind) {
      for edge in graph.edges(ofType: type) {
        guard let level = sides.level(of: edge), passes(edge, question) else { continue }
        hits.append((Answer.Hit(edge: edge, level: level), graph.certainty(of: edge), graph.weight(of: edge)))
      }
    }
    func rank(_ level: HelpAnswer.Level) -> Int { level == .own ? 0 : level == .above ? 1 : 2 }
    return hits.sorted {
      (rank($0.hit.level), -$0.sure, -$0.weight, $0.hit.edge)
        < (rank($1.hit.level), -$1.sure, -$1.weight, $1.hit.edge)
    }.map(\.hit)
  }

  /// What the places above the recipient (or the helper) have, where it has nothing itself.
  private func above(_ question: Question) -> [Answer.Hit] {
    guard question.kind == .helpers || question.kind == .recipients else { return [] }
    let isHelper = question.kind == .recipients
    let named = isHelper ? question.helper.names : question.recipient.names
    var places: [String] = []
    for candidate in named {
      let own = candidate.node.map { graph.placesAbove($0) } ?? PlaceID.ancestors(of: candidate.entityID)
      for place in own where !places.contains(place) { places.append(place) }
    }
    var hits: [Answer.Hit] = []
    for place in places {
      guard let node = graph.node(withEntityID: place) else { continue }
      var higher = question
      let candidate = NameCandidate(node, in: graph, way: .code)
      if isHelper { higher.helper.names = [candidate] } else { higher.recipient.names = [candidate] }
      hits += edges(higher).filter { $0.level == .own }.map { Answer.Hit(edge: $0.edge, level: .above) }
    }
    return hits
  }

  static func relations(_ kind: Question.Kind) -> [String] {
    switch kind {
    case .helpers, .recipients, .pair, .pairs, .partners, .topHelpers, .topRecipients, .gaps: ["assists"]
    case .relation: ["assists", "benefits", "participates", "runs"]
    case .participants, .programmesBy, .pairProgramme: ["participates", "runs"]
    case .runners: ["runs"]
    case .beneficiaries, .programmesFor: ["benefits"]
    case .programmes: ["benefits", "participates", "runs"]
    }
  }

  private func passes(_ edge: EdgeID, _ question: Question) -> Bool {
    if graph.status(of: edge) == .negated || graph.certainty(of: edge) < minCertainty { return false }
    if !question.fields.isEmpty, Set(graph.fields(of: edge)).isDisjoint(with: question.fields) {
      return false
    }
    if let years = question.years {
      let full = graph.edge(edge)
      guard let first = full.yearFrom, let last = full.yearTo, years.overlaps(first...max(first, last)) else {
        return false
      }
    }
    return true
  }

  // MARK: Paths, rankings, gaps

  private func paths(_ question: Question) -> [GraphPath] {
    let filter = EdgeFilter(minCertainty: minCertainty)
    var paths: [GraphPath] = []
    for a in question.helper.names.compactMap(\.node) {
      for b in question.recipient.names.compactMap(\.node) {
        paths += graph.paths(from: a, to: b, maxSteps: 3, limit: 10, filter)
      }
    }
    return paths.sorted { $0.edges.count < $1.edges.count }
  }

  private func rank(_ question: Question) -> [Answer.Rank] {
    let ofHelpers = question.kind == .topHelpers
    var others: [NodeID: Set<NodeID>] = [:]
    var weights: [NodeID: Double] = [:]
    for hit in edges(question) {
      let ends = graph.ends(of: hit.edge)
      let (node, other) = ofHelpers ? (ends.from, ends.to) : (ends.to, ends.from)
      others[node, default: []].insert(other)
      weights[node, default: 0] += graph.weight(of: hit.edge)
    }
    return others.map { Answer.Rank(node: $0.key, count: $0.value.count, weight: weights[$0.key] ?? 0) }
      .sorted { ($1.count, $1.weight, $0.node) < ($0.count, $0.weight, $1.node) }
  }

  private func gaps(_ question: Question) -> [NodeID] {
    var open = question
    open.kind = .pairs
    let helped = Set(edges(open).map { graph.ends(of: $0.edge).to })
    let side = Side(question.recipient, question.excluded, graph)
    let incoming = Set(graph.edges(ofType: "assists").map { graph.ends(of: $0).to })
    return graph.nodeIDs.filter { node in
      // Without a field or a helper the question is for those that nobody helps at all.
      let isCandidate =
        question.fields.isEmpty && question.helper.isOpen ? !graph.isImplicit(node) : incoming.contains(node)
      return isCandidate && !helped.contains(node) && side.level(of: node) != nil
        && graph.type(of: node) != "Programme"
    }
  }

  private func count(_ question: Question, _ answer: Answer) -> Int {
    func different(_ ends: (EdgeID) -> NodeID) -> Int { Set(answer.hits.map { ends($0.edge) }).count }
    switch question.kind {
    case .helpers, .participants, .runners: return different { graph.ends(of: $0).from }
    case .recipients, .beneficiaries, .programmesBy: return different { graph.ends(of: $0).to }
    case .programmesFor: return different { graph.ends(of: $0).from }
    case .topHelpers, .topRecipients: return answer.rankings.count
    case .gaps: return answer.nodes.count
    default: return answer.hits.count
    }
  }
}
