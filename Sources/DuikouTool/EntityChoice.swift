import ArgumentParser
import Duikou

/// Options that tell the meanings of names apart.
struct NameOptions: ParsableArguments {
  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("Where the names lie, when they are ambiguous.", valueName: "place"))
  var place: String?
}

/// Decides what typed names mean, or ends the command with a question back.
final class EntityChoice {
  /// Entity ids of what the place of `--in` may be; nil without one.
  private(set) var places: Set<String>?

  private let graph: Graph
  private let options: OntologyOptions
  private let place: String?
  private let type: String?
  private lazy var resolver = NameResolver(graph: graph, ontology: try? options.load())

  /// A choice among the entities of a graph; the ontology is done without where there is none.
  ///
  /// The place and the type only count where a name is ambiguous.
  ///
  /// - Throws: `Failure` when the place is unknown.
  init(
    _ graph: Graph, _ options: OntologyOptions, place: String? = nil, type: String? = nil
  ) throws(Failure) {
    self.graph = graph
    self.options = options
    self.place = place
    self.type = type
    if let place { places = try Self.ids(of: place, resolver(for: place)) }
  }

  /// Entity ids of what a place may be.
  static func ids(of place: String, _ resolver: NameResolver) throws(Failure) -> Set<String> {
    let ids = Set(resolver.candidates(for: place).map(\.entityID))
    if ids.isEmpty { throw unknown(place, resolver.suggestions(for: place)) }
    return ids
  }

  /// The one node that is meant.
  ///
  /// - Throws: `Failure` with 1 for an unknown name, with 64 for an ambiguous one.
  func node(_ name: String) throws(Failure) -> NodeID { try decide(name).node }

  /// The one node that is meant, and whether the type was needed to tell. Throws as `node(_:)`.
  func decide(_ name: String) throws(Failure) -> (node: NodeID, usedType: Bool) {
    let resolver = resolver(for: name)
    var constraint = NameConstraint()
    var resolution = resolver.resolve(name)
    if case .several = resolution, let place, let places {
      constraint.places = places
      resolution = resolver.resolve(name, constraint)
      if case .unknown = resolution {
        throw Failure.negative("error: nothing called “\(name)” lies in “\(place)” [name.unknown]")
      }
    }
    if case .several = resolution, let type {
      constraint.types = [type]
      if case .one(let candidate) = resolver.resolve(name, constraint) {
        return (try node(of: candidate, name), true)
      }
    }
    switch resolution {
    case .one(let candidate): return (try node(of: candidate, name), false)
    case .several(let candidates): throw Self.ambiguous(name, candidates)
    case .unknown(let suggestions): throw Self.unknown(name, suggestions)
    }
  }

  /// All nodes that may be meant.
  ///
  /// - Throws: `Failure` with 1 for an unknown name.
  func nodes(_ name: String) throws(Failure) -> [NodeID] {
    let nodes = resolver(for: name).candidates(for: name).compactMap(\.node)
    return nodes.isEmpty ? [try node(name)] : nodes
  }

  /// Ids, codes and names that the graph itself holds mean the same without the ontology, which takes longer
  /// to load than most answers take.
  private func resolver(for name: String) -> NameResolver {
    let isHeld = graph.nodes(namedExactly: name).contains { $0.kind <= .name }
    return isHeld ? NameResolver(graph: graph) : resolver
  }

  /// Throws when no text names the candidate, though the graph may hold something within it.
  private func node(of candidate: NameCandidate, _ name: String) throws(Failure) -> NodeID {
    if let node = candidate.node { return node }
    throw Self.unknown(name, resolver.suggestions(for: name, elsewhere: [candidate]))
  }

  static func unknown(
    _ name: String, _ suggestions: NameSuggestions, _ language: Question.Language = .english
  ) -> Failure {
    let isChinese = language == .chinese
    var lines = [
      isChinese
        ? "图中没有叫“\(name)”的 [name.unknown]" : "error: the graph names nothing called “\(name)” [name.unknown]"
    ]
    for known in suggestions.elsewhere.prefix(3) {
      lines.append(
        isChinese
          ? "  可能指\(known.name)（\(known.entityID)），但图中的文本没有提到它"
          : "  it could be \(known.name) (\(known.entityID)), which no text here names")
    }
    if !suggestions.similar.isEmpty {
      lines.append(isChinese ? "是不是指：" : "did you mean:")
      lines += suggestions.similar.map { "  " + describe($0) + "?" }
    }
    return Failure(code: 1, lines: lines)
  }

  static func ambiguous(
    _ name: String, _ candidates: [NameCandidate], _ language: Question.Language = .english
  ) -> Failure {
    let first =
      language == .chinese
      ? "“\(name)”可能指 \(candidates.count) 个对象；请写全称或代码，或用 --type、--in 说明 [name.ambiguous]"
      : "error: “\(name)” may mean \(candidates.count) entities; give a longer name, an id, --type or --in [name.ambiguous]"
    return Failure.usage([first] + candidates.prefix(12).map { "  " + describe($0) })
  }

  /// `会泽县 = 云南省曲靖市会泽县 (County, place:530326)`.
  static func describe(_ candidate: NameCandidate) -> String {
    let kind = [candidate.type, candidate.entityID].filter { !$0.isEmpty }.joined(separator: ", ")
    let full =
      candidate.name == candidate.label ? candidate.label : "\(candidate.label) = \(candidate.name)"
    return "\(full) (\(kind))"
  }

  static func describe(_ node: NodeID, _ graph: Graph) -> String {
    describe(NameCandidate(node, in: graph, way: .code))
  }
}
