public import GraphStore
public import SourceText

/// Writes GraphML that Gephi, networkx, igraph, rustworkx, Cytoscape and the XML Schema accept alike.
///
/// Keys come first, then nodes, then edges, both by id. An attribute without a value is left out. Edges
/// that texts only deny are not written.
///
/// - Complexity: O(n log n) in nodes and edges; the file is never held as a whole.
public struct GraphMLWriter: GraphWriter, Sendable {
  /// What goes into the file.
  public var options: ExportOptions
  /// Labels and colours.
  public var style: GraphStyle

  /// Makes a writer.
  public init(options: ExportOptions = ExportOptions(), style: GraphStyle = .builtIn) {
    self.options = options
    self.style = style
  }

  /// Writes the graph; see `GraphWriter`.
  public func write(_ graph: Graph, to consumer: @escaping ByteConsumer) throws(Diagnostic) {
    let graph = graph.filtered(minCertainty: options.minCertainty)
    let selection = GraphSelection(graph, withHierarchy: options.withHierarchy)
    var output = OutputBuffer(consumer)
    header(&output)
    let ids = graph.exportIDs()
    for index in selection.nodes.sorted(by: { ids[$0].lexicographicallyPrecedes(ids[$1]) }) {
      output.raw("    <node id=\"")
      output.raw(ids[index])
      output.raw("\">")
      node(graph.storage.nodes[index], graph, NodeID(index), &output)
      output.raw("</node>\n")
      try output.flushIfFull()
    }
    var edges = GraphMLEdgeWriter(graph: graph, ids: ids, style: style, options: options)
    for edge in ExportEdge.ordered(graph, selection, options) {
      edges.write(edge, to: &output)
      try output.flushIfFull()
    }
    output.raw("  </graph>\n</graphml>\n")
    try output.flush()
  }

  private func header(_ output: inout OutputBuffer) {
    output.raw(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
      http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd"
      """)
    if options.flavor == .yed { output.raw(GraphMLYEd.namespace) }
    output.raw(">\n")
    for key in GraphMLKey.all + (options.changes == nil ? [] : GraphMLKey.changes) {
      output.raw("  <key id=\"")
      output.raw(key.id)
      output.raw("\" for=\"")
      output.raw(key.scope.rawValue)
      output.raw("\" attr.name=\"")
      output.raw(key.name)
      output.raw("\" attr.type=\"")
      output.raw(key.type)
      output.raw("\"/>\n")
    }
    if options.flavor == .yed { output.raw(GraphMLYEd.keys) }
    output.raw("  <graph id=\"duikou\" edgedefault=\"directed\">\n")
    if let title = options.title, !title.isEmpty {
      output.raw("    <data key=\"g_title\">")
      output.foldedXML(title)
      output.raw("</data>\n")
    }
  }

  private func node(_ row: NodeRow, _ graph: Graph, _ id: NodeID, _ output: inout OutputBuffer) {
    let storage = graph.storage
    let strings = storage.strings
    func text(_ key: StaticString, _ string: UInt32, _ output: inout OutputBuffer) {
      if string == 0 { return }
      output.open(key)
      strings.withBytes(string) { output.xml($0) }
      output.close()
    }
    text("n_entity_id", row.entity, &output)
    output.text("n_label", graph.label(of: id), folding: true)
    output.text("n_name", graph.name(of: id))
    text("n_type", row.type, &output)
    text("n_adcode", row.adcode, &output)
    if row.aliases != 0 {
      output.text("n_aliases", ListText.join(storage.lists.list(row.aliases).map { strings.string($0) }))
    }
    output.text("n_color", color(of: row, strings))
    output.double("n_size", row.size.isNaN ? style.nodeSize(mentionCount: Int(row.mentionCount)) : row.size)
    if !row.latitude.isNaN { output.double("n_latitude", row.latitude) }
    if !row.longitude.isNaN { output.double("n_longitude", row.longitude) }
    output.integer("n_mention_count", Int(row.mentionCount))
    text("n_note", row.note, &output)
    output.open("n_implicit")
    output.raw(row.isImplicit ? "true" : "false")
    output.close()
    let change = options.changes?.change(ofNode: strings.string(row.entity))
    if let change { output.text("n_change", change.rawValue) }
    if options.flavor == .yed {
      output.yEdNode(
        label: graph.label(of: id), color: change.map(GraphChanges.color) ?? color(of: row, strings),
        shape: GraphMLYEd.shape(strings.string(row.type)))
    }
  }

  private func color(of row: NodeRow, _ strings: StringPool) -> String {
    let own = strings.string(row.color)
    return GraphStyle.isColor(own) ? own : style.nodeColor(type: strings.string(row.type))
  }
}

extension OutputBuffer {
  mutating func open(_ key: StaticString) {
    raw("<data key=\"")
    raw(key)
    raw("\">")
  }

  mutating func close() { raw("</data>") }

  mutating func text(_ key: StaticString, _ value: String, folding: Bool = false) {
    if value.isEmpty { return }
    open(key)
    if folding { foldedXML(value) } else { xml(value) }
    close()
  }

  mutating func double(_ key: StaticString, _ value: Double) {
    open(key)
    double(value)
    close()
  }

  mutating func integer(_ key: StaticString, _ value: Int) {
    open(key)
    integer(value)
    close()
  }
}
