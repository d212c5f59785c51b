import GraphStore
import SourceText
import XMLStream

extension GraphMLImport {
  mutating func setNode(_ slot: GraphMLSlot, _ cursor: borrowing XMLCursor) {
    let last = nodes.count - 1
    switch slot {
    case .entityID: nodes[last].row.entity = string()
    case .label: nodes[last].row.label = string()
    case .name: nodes[last].row.name = string()
    case .type: nodes[last].row.type = fewString()
    case .adcode: nodes[last].row.adcode = string()
    case .color: nodes[last].row.color = fewString()
    case .note: nodes[last].row.note = string()
    case .parent: nodes[last].row.parent = string()
    case .aliases: nodes[last].row.aliases = aliasList()
    case .size: if let value = number(cursor) { nodes[last].row.size = value }
    case .latitude: if let value = number(cursor) { nodes[last].row.latitude = value }
    case .longitude: if let value = number(cursor) { nodes[last].row.longitude = value }
    case .mentionCount:
      if let value = integer(cursor), value >= 0 { nodes[last].row.mentionCount = Int32(clamping: value) }
    case .implicit:
      nodes[last].row.isImplicit = !text.isEqual(Self.no) && ["true", "True", "1"].contains(value)
    default: break
    }
  }

  mutating func setEdge(_ slot: GraphMLSlot, _ cursor: borrowing XMLCursor) {
    switch slot {
    case .interaction: edge.interaction = types.value(text) ?? types.add(string())
    case .type: edge.type = fewString()
    case .label: edgeLabel.append(text)
    case .fields: edge.row.fields = fieldList()
    case .weight: if let value = number(cursor), value > 0 { edge.weight = value }
    case .certainty: if let value = number(cursor) { edge.row.certainty = min(1, max(0, value)) }
    case .status:
      if text.isEqual(Self.actual) {
        edge.row.status = EdgeStatus.actual.rank
      } else if let status = EdgeStatus(rawValue: value) {
        edge.row.status = status.rank
      } else {
        bad("a status (actual, planned, ended, negated)", cursor)
      }
    case .rule: edge.row.rule = fewString()
    case .yearFrom: if let value = integer(cursor) { edge.row.yearFrom = year(value) }
    case .yearTo: if let value = integer(cursor) { edge.row.yearTo = year(value) }
    case .quantities:
      edge.row.quantities = quantityList()
    case .documents: edgeDocuments.append(text)
    case .evidence: edge.row.text = text.withBytes { builder.strings.append($0) }
    case .document:
      edgeDocument.append(text)
      edge.row.document = documents.value(text) ?? documents.add(string())
    case .start: if let value = integer(cursor), value >= 0 { edge.row.start = Int32(clamping: value) }
    case .end: if let value = integer(cursor), value >= 0 { edge.row.end = Int32(clamping: value) }
    default: break
    }
  }

  private static let actual = Array("actual".utf8)
  private static let no = Array("false".utf8)

  private var value: String { text.string }

  private mutating func string() -> UInt32 { text.withBytes { builder.strings.intern($0) } }

  /// As `string()`, for strings of which there are few different ones.
  private mutating func fewString() -> UInt32 { fewStrings.value(text) ?? fewStrings.add(string()) }

  private mutating func aliasList() -> UInt32 {
    let isOne = text.withBytes { !$0.contains(UInt8(ascii: ";")) }
    return isOne ? builder.internList([string()]) : builder.internStrings(ListText.split(value))
  }

  private mutating func fieldList() -> UInt32 {
    if let known = fieldLists.value(text) { return known }
    return fieldLists.add(builder.internStrings(ListText.split(value)))
  }

  private mutating func quantityList() -> UInt32 {
    if let known = quantityLists.value(text) { return known }
    let quantities = ListText.split(value).compactMap { ListText.quantity($0) }
    return quantityLists.add(builder.internQuantities(quantities))
  }

  private mutating func year(_ value: Int) -> Int16 { Int16(clamping: max(value, -9999)) }

  private mutating func number(_ cursor: borrowing XMLCursor) -> Double? {
    if let value = text.withBytes({ NumberText.double($0) }), value.isFinite { return value }
    if !text.withBytes({ NumberText.isBlank($0) }) { bad("a number", cursor) }
    return nil
  }

  private mutating func integer(_ cursor: borrowing XMLCursor) -> Int? {
    if let value = text.withBytes({ NumberText.integer($0) }) { return value }
    if !text.withBytes({ NumberText.isBlank($0) }) { bad("a whole number", cursor) }
    return nil
  }

  private mutating func bad(_ wanted: String, _ cursor: borrowing XMLCursor) {
    let start = String(value.prefix(40))
    log.note(
      .warning, "graphml.bad-value", cursor.position,
      "'\(start)' of the attribute '\(keys[dataKey].name)' is not \(wanted); it is left out")
  }
}
