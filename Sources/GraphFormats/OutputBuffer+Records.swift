import GraphStore

/// The members of JSON objects, which the caller gives in the order of their keys. Members without a value
/// are left out.
extension OutputBuffer {
  /// The key of the next member.
  mutating func key(_ name: StaticString) {
    if bytes.last != UInt8(ascii: "{") { raw(",") }
    raw("\"")
    raw(name)
    raw("\":")
  }

  mutating func member(_ name: StaticString, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    key(name)
    json(value)
  }

  mutating func member(_ name: StaticString, _ value: Int?) {
    guard let value else { return }
    key(name)
    integer(value)
  }

  mutating func member(_ name: StaticString, _ value: Double?) {
    guard let value, value.isFinite else { return }
    key(name)
    number(value)
  }

  mutating func member(_ name: StaticString, _ values: [String]) {
    if values.isEmpty { return }
    array(name, values) { $0.json($1) }
  }

  mutating func array<Value>(
    _ name: StaticString, _ values: [Value], _ body: (inout OutputBuffer, Value) -> Void
  ) {
    key(name)
    raw("[")
    for (position, value) in values.enumerated() {
      if position > 0 { raw(",") }
      body(&self, value)
    }
    raw("]")
  }
}

extension OutputBuffer {
  mutating func line(_ document: GraphDocument) {
    raw("{")
    member("date", document.date)
    member("id", document.id)
    member("kind", "document")
    member("publisher", document.publisher)
    member("title", document.title)
    member("url", document.url)
    raw("}\n")
  }

  mutating func line(_ node: GraphNode) {
    raw("{")
    member("adcode", node.adcode)
    member("aliases", node.aliases)
    member("color", node.color)
    key("entity_id")
    json(node.entityID)
    if node.isImplicit {
      key("implicit")
      raw("true")
    }
    member("kind", "entity")
    member("label", node.label)
    member("latitude", node.latitude)
    member("longitude", node.longitude)
    member("mention_count", node.mentionCount)
    member("name", node.name)
    member("note", node.note)
    member("parent", node.parent)
    member("size", node.size)
    member("type", node.type)
    raw("}\n")
  }

  mutating func line(_ mention: GraphMention) {
    raw("{")
    member("byte_end", mention.byteEnd)
    member("byte_start", mention.byteStart)
    if !mention.candidates.isEmpty {
      array("candidates", mention.candidates) { output, candidate in
        output.raw("{\"entity_id\":")
        output.json(candidate.entity)
        output.member("reason", candidate.reason)
        output.member("score", candidate.score)
        output.raw("}")
      }
    }
    member("certainty", mention.certainty)
    member("document", mention.document)
    member("end", mention.end)
    key("entity_id")
    json(mention.entity)
    member("form", mention.form)
    member("kind", "mention")
    member("note", mention.note)
    member("reason", mention.reason)
    member("start", mention.start)
    member("text", mention.surface)
    raw("}\n")
  }

  mutating func line(_ edge: GraphEdge) {
    raw("{")
    member("certainty", edge.certainty)
    array("evidence", edge.evidence) { $0.statement($1) }
    member("fields", edge.fields)
    key("from")
    json(edge.from)
    member("kind", "relation")
    member("relation_id", edge.relationID)
    member("status", edge.status.rawValue)
    key("to")
    json(edge.to)
    key("type")
    json(edge.type)
    member("weight", edge.weight)
    member("year_from", edge.yearFrom)
    member("year_to", edge.yearTo)
    raw("}\n")
  }

  private mutating func statement(_ evidence: Evidence) {
    raw("{")
    member("byte_end", evidence.byteEnd)
    member("byte_start", evidence.byteStart)
    member("certainty", evidence.certainty)
    member("context", evidence.context)
    if evidence.count != 1 { member("count", evidence.count) }
    member("document", evidence.document)
    member("end", evidence.end)
    member("fields", evidence.fields)
    if !evidence.quantities.isEmpty {
      array("quantities", evidence.quantities) { output, quantity in
        output.raw("{")
        if quantity.isAtLeast {
          output.key("at_least")
          output.raw("true")
        }
        output.member("unit", quantity.unit)
        output.member("value", quantity.value)
        output.member("what", quantity.what)
        output.raw("}")
      }
    }
    member("rule", evidence.rule)
    member("start", evidence.start)
    member("status", evidence.status.rawValue)
    member("text", evidence.text)
    member("year_from", evidence.years?.lowerBound)
    member("year_to", evidence.years?.upperBound)
    raw("}")
  }
}
