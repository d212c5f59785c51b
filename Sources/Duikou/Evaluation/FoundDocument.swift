import GraphFormats
import GraphStore
import OntologyModel

/// What a graph says about one document, as an evaluation sees it: what its GraphML file would hold.
struct FoundDocument {
  struct Node {
    let node: NodeID
    let id: String
    let type: String
    let label: String
    let names: Set<FoldedName>
  }

  struct Edge {
    let edge: EdgeID
    let key: RelationKey
    let fields: Set<String>
    let quotation: String
  }

  let graph: Graph
  /// In the order of a GraphML file, so that of two nodes for one entity the same counts as the second.
  let nodes: [Node]
  let edges: [Edge]

  init(_ graph: Graph) {
    self.graph = graph
    nodes = graph.nodeIDs.filter { !graph.isImplicit($0) }.map { node in
      let id = graph.entityID(of: node)
      let (label, name) = (graph.label(of: node), graph.name(of: node))
      var names: Set<FoldedName> = [FoldedName(label), FoldedName(name)]
      for alias in graph.node(node).aliases { names.formUnion(FoldedName.names(inList: alias)) }
      return Node(node: node, id: id, type: graph.type(of: node), label: label, names: names)
    }.sorted {
      ExportID.encode($0.id).utf8.lexicographicallyPrecedes(ExportID.encode($1.id).utf8)
    }
    edges = graph.edgeIDs.compactMap { edge in
      guard let type = RelationType(rawValue: graph.type(of: edge)), type != .locatedIn,
        graph.status(of: edge) != .negated
      else { return nil }
      let ends = graph.ends(of: edge)
      let whole = graph.edge(edge)
      return Edge(
        edge: edge,
        key: RelationKey(type: type, from: graph.entityID(of: ends.from), to: graph.entityID(of: ends.to)),
        fields: Set(whole.fields), quotation: whole.best?.text ?? "")
    }
  }
}
