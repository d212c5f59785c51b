import SourceText
import XMLStream

/// Finds in GraphML what tools trip over.
final class GraphMLInteropHandler: XMLHandler {
  /// What a key declares.
  struct Key {
    var scope: String
    var name: String?
    var type: String?
    var isDrawing: Bool
  }

  private struct Ends: Hashable {
    let source: String
    let target: String
  }

  var findings: InteropFindings
  private var keys: [String: Key] = [:]
  private var namesByScope: Set<[String]> = []
  /// The elements that are open; those inside data are left out.
  private var path: [String] = []
  private var dataDepth = 0
  private var dataKey: Key?
  private var text = ""
  private var graphDepth = 0
  private var isDirected = true
  private var nodes: Set<String> = []
  private var firstUses: [String: SourcePosition] = [:]
  private var pairs: Set<Ends> = []
  private var edgeIDs: [String: Ends] = [:]
  private var firstEdgeID: SourcePosition?
  private var firstNode: SourcePosition?
  private var firstEdge: SourcePosition?

  init(_ findings: InteropFindings) { self.findings = findings }

  func start(_ name: XMLName, attributes: [XMLAttribute], at position: SourcePosition) {
    if dataDepth > 0 {
      dataDepth += 1
      return
    }
    if path.isEmpty, name.namespace != GraphMLImport.namespace {
      findings.add(.noNamespace, "the elements are not in the namespace of GraphML", at: position)
    }
    switch name.local {
    case "key": startKey(attributes, position)
    case "default": findings.add(.defaultValue, "a key has a default", at: position)
    case "graph": startGraph(attributes, position)
    case "node": startNode(attributes, position)
    case "edge": startEdge(attributes, position)
    case "data": startData(attributes, position)
    case "desc":
      if let parent = path.last, ["node", "edge"].contains(parent) {
        findings.add(.description, "<\(parent)> has a <desc>", at: position)
      }
    default: break
    }
    if dataDepth == 0 { path.append(name.local) }
  }

  func text(_ text: String, at position: SourcePosition) {
    if dataDepth == 1 { self.text += text }
  }

  func end(_ name: XMLName, at position: SourcePosition) {
    if dataDepth > 0 {
      dataDepth -= 1
      if dataDepth == 0 { checkValue(position) }
      return
    }
    if name.local == "graph" { graphDepth -= 1 }
    if !path.isEmpty { path.removeLast() }
  }

  /// Looks at what only the whole file tells.
  func finish() {
    for (id, position) in firstUses where !nodes.contains(id) {
      findings.add(.unknownNode, "an edge names the node '\(id)', which is not there", at: position)
    }
    let names = keys.values.filter { $0.scope != "edge" }.compactMap(\.name)
    let edgeNames = keys.values.filter { $0.scope != "node" }.compactMap { $0.name?.lowercased() }
    if let firstNode {
      if !names.contains("name") { findings.add(.noLabels, "nodes have no name", at: firstNode) }
      if !keys.values.contains(where: \.isDrawing) {
        findings.add(.noDrawing, "nodes have no graphics", at: firstNode)
      }
    }
    if let firstEdge, !edgeNames.contains("interaction") {
      findings.add(.noInteraction, "edges have no interaction", at: firstEdge)
    }
    if let firstEdgeID, !edgeNames.contains(where: { $0.hasSuffix("id") }) {
      findings.add(.edgeIDs, "edges have ids", at: firstEdgeID)
    }
  }
}

extension GraphMLInteropHandler {
  private static let types: Set<String> = ["boolean", "int", "long", "float", "double", "string"]
  /// The names by which Gephi knows what it draws.
  private static let visual: Set<String> = [
    "label", "nodelabel", "edgelabel", "x", "y", "z", "xpos", "ypos", "zpos", "size", "r", "g", "b", "color",
    "weight",
  ]

  private func startKey(_ attributes: [XMLAttribute], _ position: SourcePosition) {
    let id = attributes.value("id") ?? ""
    let isDrawing = attributes.value("yfiles.type") != nil
    let key = Key(
      scope: attributes.value("for") ?? "all", name: attributes.value("attr.name"),
      type: attributes.value("attr.type"), isDrawing: isDrawing)
    keys[id] = key
    if key.scope == "all" { findings.add(.allScope, "the key '\(id)' is for all elements", at: position) }
    if let name = key.name {
      if !namesByScope.insert([key.scope, name]).inserted {
        findings.add(.sameName, "two keys for \(key.scope) have the name '\(name)'", at: position)
      }
      if name == "id" { findings.add(.idName, "the attribute '\(id)' has the name id", at: position) }
      if Self.visual.contains(id), name.lowercased() != id {
        findings.add(.visualKey, "the key of '\(name)' has the id '\(id)'", at: position)
      }
    } else {
      findings.add(.noName, "the key '\(id)' has no attr.name", at: position)
    }
    guard let type = key.type else {
      // networkx knows the keys of yEd.
      if !isDrawing || findings.tool != .networkx {
        findings.add(.noType, "the key '\(id)' has no attr.type", at: position)
      }
      return
    }
    let isGephis = type == "integer" && findings.tool == .networkx
    if !Self.types.contains(type), !isGephis {
      findings.add(.listType, "the key '\(id)' has the type '\(type)'", at: position)
    }
  }

  private func startGraph(_ attributes: [XMLAttribute], _ position: SourcePosition) {
    graphDepth += 1
    if graphDepth == 1 {
      isDirected = attributes.value("edgedefault") != "undirected"
    } else {
      findings.add(.nestedGraph, "a graph stands inside another", at: position)
    }
  }

  private func startNode(_ attributes: [XMLAttribute], _ position: SourcePosition) {
    if firstNode == nil { firstNode = position }
    if let id = attributes.value("id") { nodes.insert(id) }
  }

  private func startEdge(_ attributes: [XMLAttribute], _ position: SourcePosition) {
    if firstEdge == nil { firstEdge = position }
    if let directed = attributes.value("directed"), (directed == "true") != isDirected {
      findings.add(
        .undirectedEdge, "an edge has directed=\"\(directed)\" against the rest of the graph", at: position)
    }
    guard let source = attributes.value("source"), let target = attributes.value("target") else { return }
    let ends = Ends(source: source, target: target)
    for id in [source, target] where !nodes.contains(id) {
      findings.add(.edgeBeforeNode, "an edge comes before its node '\(id)'", at: position)
      if firstUses[id] == nil { firstUses[id] = position }
    }
    if !pairs.insert(ends).inserted {
      findings.add(.parallelEdges, "there is another edge from '\(source)' to '\(target)'", at: position)
    }
    guard let id = attributes.value("id") else { return }
    if firstEdgeID == nil { firstEdgeID = position }
    // To networkx ids have to differ only among the edges of one pair.
    if let before = edgeIDs.updateValue(ends, forKey: id), findings.tool != .networkx || before == ends {
      findings.add(.sameEdgeID, "another edge has the id '\(id)'", at: position)
    }
  }

  private func startData(_ attributes: [XMLAttribute], _ position: SourcePosition) {
    dataDepth = 1
    text = ""
    let id = attributes.value("key") ?? ""
    dataKey = keys[id]
    if dataKey == nil { findings.add(.undeclaredKey, "no key '\(id)' is declared", at: position) }
  }

  private func checkValue(_ position: SourcePosition) {
    guard let key = dataKey else { return }
    let name = key.name?.lowercased() ?? ""
    let isBlank = text.allSatisfy(\.isWhitespace)
    switch key.type {
    case "int", "long", "float", "double":
      if isBlank { findings.add(.emptyNumber, "the number of '\(name)' is empty", at: position) }
      let isWeight = path.last == "edge" && (name == "weight" || name == "edge weight")
      if isWeight, Double(text) == 0 { findings.add(.zeroWeight, "the weight of an edge is 0", at: position) }
    case "boolean":
      if !["true", "false"].contains(text) {
        findings.add(.boolean, "the boolean '\(name)' is written '\(text.prefix(20))'", at: position)
      }
    default:
      if name == "color", text.hasPrefix("#"), text.utf8.count != 7 {
        findings.add(.color, "the colour is '\(text.prefix(20))'", at: position)
      }
    }
  }
}
