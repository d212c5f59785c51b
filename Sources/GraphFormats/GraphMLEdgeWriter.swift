import GraphStore
import SourceText

/// Writes the edges of a GraphML file; what many edges share is made once.
struct GraphMLEdgeWriter {
  private struct Look: Hashable {
    var type: UInt32
    var fields: UInt32
  }

  let graph: Graph
  let ids: [[UInt8]]
  let style: GraphStyle
  private let changes: GraphChanges?
  private let flavor: ExportOptions.Flavor
  /// How the current edge looks.
  private var label: [UInt8] = []
  private var color: [UInt8] = []
  private var weight = 1.0
  private var labels: [Look: [UInt8]] = [:]
  private var colors: [Look: [UInt8]] = [:]

  init(graph: Graph, ids: [[UInt8]], style: GraphStyle, options: ExportOptions) {
    changes = options.changes
    flavor = options.flavor
    self.graph = graph
    self.ids = ids
    self.style = style
  }

  mutating func write(_ edge: ExportEdge, to output: inout OutputBuffer) {
    switch edge.content {
    case .relation(let index):
      let row = graph.storage.edges[index]
      open(edge.id, Int(row.from), Int(row.to), &output)
      relation(index, row, &output)
    case .statement(let index, let statement, _):
      let row = graph.storage.edges[index]
      open(edge.id, Int(row.from), Int(row.to), &output)
      self.statement(statement, row, &output)
    case .locatedIn(let node, let parent):
      open(edge.id, node, parent, &output)
      prepare(type: "located_in", fields: [])
      weight = 1
      output.open("e_label")
      output.raw(label)
      output.close()
      output.raw("<data key=\"e_interaction\">located_in</data><data key=\"e_weight\">1.0</data>")
      output.raw("<data key=\"e_certainty\">1.0</data><data key=\"e_color\">")
      output.raw(color)
      output.close()
      output.raw("<data key=\"e_status\">actual</data><data key=\"e_evidence_count\">0</data>")
    }
    if let change = changes?.change(ofRelation: RelationID.text(edge.bits)) {
      output.text("e_change", change.rawValue)
      color = Array(GraphChanges.color(change).utf8)
    }
    if flavor == .yed { output.yEdEdge(label: label, color: color, weight: weight) }
    output.raw("</edge>\n")
  }

  private func open(_ id: String, _ from: Int, _ to: Int, _ output: inout OutputBuffer) {
    output.raw("    <edge id=\"")
    output.raw(id)
    output.raw("\" source=\"")
    output.raw(ids[from])
    output.raw("\" target=\"")
    output.raw(ids[to])
    output.raw("\"><data key=\"e_relation_id\">")
    output.raw(id)
    output.close()
  }

  private mutating func relation(_ index: Int, _ row: EdgeRow, _ output: inout OutputBuffer) {
    let storage = graph.storage
    let range = storage.evidenceRange(index)
    let summary = graph.summary(of: index)
    let best = graph.bestEvidence(of: index)
    head(row.type, row.fields, summary, rule: best.map { storage.evidence[$0].rule }, &output)
    output.integer("e_evidence_count", graph.statementCount(of: index))
    quantities(row.quantities, &output)
    documents(range, &output)
    if let best { quote(storage.evidence[best], &output) }
  }

  private mutating func statement(_ index: Int, _ row: EdgeRow, _ output: inout OutputBuffer) {
    let evidence = graph.storage.evidence[index]
    let summary = StatementSummary(graph.storage.evidence[index...index])
    head(row.type, evidence.fields, summary, rule: evidence.rule, &output)
    output.integer("e_evidence_count", evidence.document == 0 ? 0 : Int(min(evidence.count, 1e9)))
    quantities(evidence.quantities, &output)
    documents(index..<index + 1, &output)
    quote(evidence, &output)
  }

  private mutating func head(
    _ type: UInt32, _ fields: UInt32, _ summary: StatementSummary, rule: UInt32?, _ output: inout OutputBuffer
  ) {
    let look = Look(type: type, fields: fields)
    prepare(look)
    weight = summary.weight
    output.open("e_label")
    output.raw(label)
    output.raw("</data><data key=\"e_interaction\">")
    graph.storage.strings.withBytes(graph.storage.types[Int(type)]) { output.xml($0) }
    output.close()
    if fields != 0 {
      output.text(
        "e_fields", ListText.join(graph.storage.lists.list(fields).map { graph.storage.strings.string($0) }))
    }
    output.double("e_weight", summary.weight)
    output.double("e_certainty", summary.certainty)
    output.open("e_color")
    output.raw(color)
    output.raw("</data><data key=\"e_status\">")
    output.raw(EdgeStatus(rank: summary.status).rawValue)
    output.close()
    if let rule, rule != 0 { text("e_rule", rule, folding: false, &output) }
    if summary.yearFrom != EvidenceRow.noYear {
      output.integer("e_year_from", Int(summary.yearFrom))
      output.integer("e_year_to", Int(summary.yearTo))
    }
  }

  private mutating func prepare(_ look: Look) {
    if let known = labels[look], let knownColor = colors[look] {
      (label, color) = (known, knownColor)
      return
    }
    let type = graph.storage.strings.string(graph.storage.types[Int(look.type)])
    let fields = graph.storage.lists.list(look.fields).map { graph.storage.strings.string($0) }
    prepare(type: type, fields: fields)
    labels[look] = label
    colors[look] = color
  }

  private mutating func prepare(type: String, fields: [String]) {
    label = OutputBuffer.collecting { $0.foldedXML(style.edgeLabel(type: type, fields: fields)) }
    if label.isEmpty { label = Array("-".utf8) }
    color = Array(style.edgeColor(type: type, fields: fields).utf8)
  }

  private func quantities(_ list: UInt32, _ output: inout OutputBuffer) {
    if list == 0 { return }
    output.text("e_quantities", ListText.join(graph.quantities(list).map { ListText.quantity($0) }))
  }

  private func documents(_ range: Range<Int>, _ output: inout OutputBuffer) {
    let evidence = graph.storage.evidence
    // Statements are sorted by document; those without one come first.
    var ids: [UInt32] = []
    for row in evidence[range] where row.document != 0 && row.document != ids.last {
      if row.status > 0 || range.count == 1 { ids.append(row.document) }
    }
    if ids.count == 1, let id = ids.first {
      output.text("e_documents", ListText.join([graph.storage.strings.string(id)]))
    } else if !ids.isEmpty {
      output.text("e_documents", ListText.join(ids.map { graph.storage.strings.string($0) }))
    }
  }

  private func quote(_ row: EvidenceRow, _ output: inout OutputBuffer) {
    text("e_evidence", row.text, folding: true, &output)
    text("e_document", row.document, folding: false, &output)
    if row.start >= 0 { output.integer("e_start", Int(row.start)) }
    if row.end >= 0 { output.integer("e_end", Int(row.end)) }
  }

  private func text(_ key: StaticString, _ string: UInt32, folding: Bool, _ output: inout OutputBuffer) {
    if string == 0 { return }
    output.open(key)
    graph.storage.strings.withBytes(string) { if folding { output.foldedXML($0) } else { output.xml($0) } }
    output.close()
  }
}

extension OutputBuffer {
  /// The bytes that `body` writes.
  static func collecting(_ body: (inout OutputBuffer) -> Void) -> [UInt8] {
    var buffer = OutputBuffer { (_) throws(Diagnostic) in }
    body(&buffer)
    return buffer.bytes
  }
}
