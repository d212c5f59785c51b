import Duikou

/// Decides which node a typed name means, or ends the command with a question back.
struct NameChoice {
  let finder: NameFinder
  /// Only nodes of this type, where there are several.
  var type: String?
  /// Only nodes within the place of this name, where there are several.
  var place: String?

  private var graph: Graph { finder.graph }

  /// The one node that is meant, and whether `type` was needed to decide.
  ///
  /// - Throws: `Failure` with 1 for an unknown name, with 64 for an ambiguous one.
  func node(named name: String) throws(Failure) -> (node: NodeID, usedType: Bool) {
    var nodes = finder.nodes(named: name)
    if nodes.isEmpty { throw unknown(name) }
    if nodes.count > 1, let place {
      let homes = Set(finder.nodes(named: place))
      if homes.isEmpty { throw unknown(place) }
      let codes = homes.compactMap {
        graph.province(of: $0) == graph.node($0).adcode ? graph.node($0).adcode : nil
      }
      nodes = nodes.filter { node in
        !homes.isDisjoint(with: graph.ancestors(of: node))
          || codes.contains { $0 == graph.province(of: node) }
      }
      if nodes.isEmpty {
        throw Failure.negative("error: nothing called “\(name)” lies in “\(place)” [name.unknown]")
      }
    }
    if nodes.count > 1, let type {
      let typed = nodes.filter { graph.type(of: $0) == type }
      if typed.count == 1 { return (typed[0], true) }
    }
    if nodes.count == 1 { return (nodes[0], false) }
    throw ambiguous(name, nodes)
  }

  private func unknown(_ name: String) -> Failure {
    var lines = ["error: the graph names nothing called “\(name)” [name.unknown]"]
    let elsewhere = finder.knownElsewhere(name).prefix(3)
    for known in elsewhere {
      lines.append("  it could be \(known.name) (\(known.entityID)), which no text here names")
    }
    let suggestions = finder.suggestions(for: name)
    if !suggestions.isEmpty {
      lines.append("did you mean:")
      lines += suggestions.map { "  " + Self.describe($0, graph) }
    }
    return Failure(code: 1, lines: lines)
  }

  private func ambiguous(_ name: String, _ nodes: [NodeID]) -> Failure {
    Failure.usage(
      [
        "error: “\(name)” may mean \(nodes.count) entities; give a longer name, an id, --type or --in [name.ambiguous]"
      ]
        + nodes.prefix(12).map { "  " + Self.describe($0, graph) })
  }

  /// `会泽县 = 云南省曲靖市会泽县 (County, place:530326)`.
  static func describe(_ node: NodeID, _ graph: Graph) -> String {
    let (label, name) = (graph.label(of: node), graph.name(of: node))
    let type = graph.type(of: node)
    let kind = [type, graph.entityID(of: node)].filter { !$0.isEmpty }.joined(separator: ", ")
    return (name == label ? label : "\(label) = \(name)") + " (\(kind))"
  }
}
