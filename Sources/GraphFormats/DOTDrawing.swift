import GraphStore

/// What a DOT file shows of a graph.
struct DOTDrawing {
  let graph: Graph
  let style: GraphStyle
  /// Nodes to draw, by export id.
  let nodes: [Int]
  let edges: [ExportEdge]
  /// Provinces by code with the nodes inside; nodes of no province stand free.
  let clusters: [(province: String, members: [Int])]
  let isLarge: Bool
  /// Nodes that only help, and nodes that are only helped: the outer columns of the drawing.
  let columns: (helpers: [Int], recipients: [Int])
  private let changes: GraphChanges?
  let ids: [[UInt8]]
  private let urls: [String: String]

  init(_ graph: Graph, _ options: ExportOptions, _ style: GraphStyle) {
    self.graph = graph
    self.style = style
    changes = options.changes
    let selection = GraphSelection(graph, withHierarchy: options.withHierarchy)
    let ids = graph.exportIDs().map { Self.shortened($0) }
    self.ids = ids
    edges = ExportEdge.ordered(graph, selection, options)
    var hasEdge = [Bool](repeating: options.showsIsolated, count: graph.nodeCount)
    for edge in selection.edges {
      let row = graph.storage.edges[edge]
      hasEdge[Int(row.from)] = true
      hasEdge[Int(row.to)] = true
    }
    for link in selection.locatedIn {
      hasEdge[link.node] = true
      hasEdge[link.parent] = true
    }
    let shown = selection.nodes.filter { hasEdge[$0] }
    nodes = shown.sorted { ids[$0].lexicographicallyPrecedes(ids[$1]) }
    isLarge = nodes.count > options.largeGraph
    var members: [String: [Int]] = [:]
    for node in nodes {
      if let province = graph.province(of: NodeID(node)) { members[province, default: []].append(node) }
    }
    clusters = members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    columns = Self.columns(graph, nodes, clusters.map(\.members))
    var urls: [String: String] = [:]
    for document in graph.documents {
      // Anything else could run script in a browser that shows the SVG.
      if let url = document.url, url.hasPrefix("https://") || url.hasPrefix("http://") {
        urls[document.id] = url
      }
    }
    self.urls = urls
  }

  /// No DOT parser takes a string of more than 16 KB; the hash keeps cut ids apart.
  private static func shortened(_ id: [UInt8]) -> [UInt8] {
    guard id.count > 2000 else { return id }
    let whole = String(decoding: id, as: UTF8.self)
    return Array(id.prefix(200)) + Array("__".utf8)
      + Array(RelationID.make(type: whole, from: "", to: "").utf8)
  }

  func documentURL(_ document: String) -> String? { urls[document] }

  func node(_ index: Int, _ output: inout OutputBuffer) {
    let id = NodeID(index)
    let node = graph.node(id)
    output.raw("  ")
    output.dotID(ids[index])
    output.raw(" [label=")
    output.dotText(wrapped(graph.label(of: id)))
    output.raw(", shape=")
    output.dotText(Self.shapes[node.type] ?? "box")
    output.raw(", fillcolor=")
    let color = node.color.flatMap { GraphStyle.isColor($0) ? $0 : nil } ?? style.nodeColor(type: node.type)
    output.dotText(color)
    if isDark(color) { output.raw(", fontcolor=\"#FFFFFF\"") }
    if node.isImplicit { output.raw(", style=\"rounded,filled,dashed\"") }
    if let change = changes?.change(ofNode: node.entityID), change != .same {
      output.raw(", penwidth=\"2\", color=")
      output.dotText(GraphChanges.color(change))
    }
    if let changes {
      output.raw(", change=")
      output.dotText(changes.change(ofNode: node.entityID).rawValue)
    }
    output.raw(", tooltip=")
    let kind = style.entityLabels[node.type] ?? node.type
    var tip = graph.name(of: id) + "\n" + (kind.isEmpty ? "" : kind + " ") + node.entityID
    if let note = node.note { tip += "\n" + note }
    output.dotText(cut(tip))
    output.raw("];\n")
  }

  func cluster(_ province: String, _ members: [Int], _ output: inout OutputBuffer) {
    output.raw("  subgraph ")
    output.dotText("cluster_" + province)
    output.raw(" {\n    graph [label=")
    output.dotText(provinceLabel(province))
    output.raw(", style=\"rounded\", color=\"#AAAAAA\", fontcolor=\"#555555\"];\n")
    for member in members {
      output.raw("    ")
      output.dotID(ids[member])
      output.raw(";\n")
    }
    output.raw("  }\n")
  }

  func edge(_ edge: ExportEdge, _ output: inout OutputBuffer) {
    switch edge.content {
    case .relation(let index):
      let full = graph.edge(EdgeID(index))
      relation(
        edge.id, graph.storage.edges[index], full, full.best, fields: full.fields, weight: full.weight,
        status: full.status, &output)
    case .statement(let index, let row, _):
      let full = graph.edge(EdgeID(index))
      let evidence = graph.evidence(at: row)
      relation(
        edge.id, graph.storage.edges[index], full, evidence, fields: evidence.fields, weight: evidence.count,
        status: evidence.status,
        &output)
    case .locatedIn(let node, let parent):
      // The link has no say in the ranks, which are for help.
      output.raw("  ")
      output.dotID(ids[node])
      output.raw(" -> ")
      output.dotID(ids[parent])
      output.raw(" [id=")
      output.dotText(edge.id)
      output.raw(", style=\"dotted\", arrowhead=\"none\", constraint=\"false\", color=")
      output.dotText(style.edgeColor(type: "located_in", fields: []))
      output.raw("];\n")
    }
  }

  private func relation(
    _ id: String, _ ends: EdgeRow, _ edge: GraphEdge, _ evidence: Evidence?, fields: [String], weight: Double,
    status: EdgeStatus, _ output: inout OutputBuffer
  ) {
    let change = changes?.change(ofRelation: edge.relationID)
    let color = change.map(GraphChanges.color) ?? style.edgeColor(type: edge.type, fields: fields)
    output.raw("  ")
    output.dotID(ids[Int(ends.from)])
    output.raw(" -> ")
    output.dotID(ids[Int(ends.to)])
    output.raw(" [id=")
    output.dotText(id)
    output.raw(", label=")
    output.dotText(shortLabel(edge.type, fields))
    output.raw(", color=")
    output.dotText(color)
    output.raw(", fontcolor=")
    output.dotText(color)
    output.raw(", penwidth=\"")
    output.double(width(weight))
    output.raw("\"")
    if status == .planned { output.raw(", style=\"dashed\"") }
    if status == .ended { output.raw(", style=\"dotted\"") }
    if let change {
      output.raw(", change=")
      output.dotText(change.rawValue)
    }
    let tip = tooltip(edge, evidence)
    output.raw(", tooltip=")
    output.dotText(tip)
    output.raw(", labeltooltip=")
    output.dotText(tip)
    if let url = url(evidence) {
      output.raw(", URL=")
      output.dotText(url)
    }
    output.raw("];\n")
  }
}
