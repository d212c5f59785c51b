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
struct EntityChoice {
  let resolver: NameResolver
  var constraint = NameConstraint()

  /// A choice among the entities of a graph; the ontology is done without where there is none.
  ///
  /// - Throws: `Failure` when the place is unknown.
  init(
    _ graph: Graph, _ options: OntologyOptions, place: String? = nil, type: String? = nil
  ) throws(Failure) {
    resolver = NameResolver(graph: graph, ontology: try? options.load())
    if let type { constraint.types = [type] }
    if let place { constraint.places = try Self.ids(of: place, resolver) }
  }

  /// Entity ids of what a place may be.
  static func ids(of place: String, _ resolver: NameResolver) throws(Failure) -> Set<String> {
    let ids = Set(resolver.candidates(for: place).map(\.entityID))
    if ids.isEmpty { throw unknown(place, resolver.suggestions(for: place)) }
    return ids
  }

  /// The one entity that is meant.
  ///
  /// - Throws: `Failure` with 1 for an unknown name, with 64 for an ambiguous one.
  func candidate(_ name: String) throws(Failure) -> NameCandidate {
    var resolution = resolver.resolve(name, constraint)
    // The type may be meant for the other end; it only has to help where the name is ambiguous.
    if case .unknown = resolution, !constraint.types.isEmpty {
      resolution = resolver.resolve(name, NameConstraint(places: constraint.places))
    }
    switch resolution {
    case .one(let candidate): return candidate
    case .several(let candidates): throw Self.ambiguous(name, candidates)
    case .unknown(let suggestions): throw Self.unknown(name, suggestions)
    }
  }

  /// The one node that is meant.
  func node(_ name: String) throws(Failure) -> NodeID {
    let found = try candidate(name)
    guard let node = found.node else {
      throw Self.unknown(name, NameSuggestions(similar: [], elsewhere: [found]))
    }
    return node
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
}
