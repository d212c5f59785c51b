import GraphStore
import SourceText
import XMLStream

extension GraphMLHandler {
  func setNode(_ slot: GraphMLSlot, _ cursor: borrowing XMLCursor) {
    let last = nodes.count - 1
    switch slot {
    case .entityID: nodes[last].row.entity = string()
    case .label: nodes[last].row.label = string()
    case .name: nodes[last].row.name = string()
    case .type: nodes[last].row.type = string()
    case .adcode: nodes[last].row.adcode = string()
    case .color: nodes[last].row.color = string()
    case .note: nodes[last].row.note = string()
    case .parent: nodes[last].row.parent = string()
    case .aliases: nodes[last].row.aliases = builder.internStrings(ListText.split(value))
    case .size: if let value = number(cursor) { nodes[last].row.size = value }
    case .latitude: if let value = number(cursor) { nodes[last].row.latitude = value }
    case .longitude: if let value = number(cursor) { nodes[last].row.longitude = value }
    case .mentionCount:
      if let value = integer(cursor), value >= 0 { nodes[last].row.mentionCount = Int32(clamping: value) }
    case .implicit: nodes[last].row.isImplicit = ["true", "True", "1"].contains(value)
    default: break
    }
  }

  func setEdge(_ slot: GraphMLSlot, _ cursor: borrowing XMLCursor) {
    switch slot {
    case .interaction: edge?.interaction = string()
    case .type: edge?.type = string()
    case .label: edge?.label = string()
    case .relationID, .evidenceCount: edge?.isOurs = true
    case .fields: edge?.row.fields = fieldList()
    case .weight: if let value = number(cursor), value > 0 { edge?.weight = value }
    case .certainty: if let value = number(cursor) { edge?.row.certainty = min(1, max(0, value)) }
    case .status:
      if let status = EdgeStatus(rawValue: value) {
        edge?.row.status = status.rank
      } else {
        bad("a status (actual, planned, ended, negated)", cursor)
      }
    case .rule: edge?.row.rule = string()
    case .yearFrom: if let value = integer(cursor) { edge?.row.yearFrom = year(value) }
    case .yearTo: if let value = integer(cursor) { edge?.row.yearTo = year(value) }
    case .quantities:
      let quantities = ListText.split(value).compactMap { ListText.quantity($0) }
      edge?.row.quantities = builder.internQuantities(quantities)
    case .documents: edge?.documents = string()
    case .evidence: edge?.row.text = string()
    case .document: edge?.row.document = string()
    case .start: if let value = integer(cursor), value >= 0 { edge?.row.start = Int32(clamping: value) }
    case .end: if let value = integer(cursor), value >= 0 { edge?.row.end = Int32(clamping: value) }
    default: break
    }
  }

  private var value: String { String(decoding: text, as: UTF8.self) }

  private func string() -> UInt32 { text.withUnsafeBufferPointer { builder.strings.intern($0) } }

  /// The id of a list of fields; there are few different ones.
  private func fieldList() -> UInt32 {
    let raw = string()
    if let known = fieldLists[raw] { return known }
    let list = builder.internStrings(ListText.split(value))
    fieldLists[raw] = list
    return list
  }

  private func year(_ value: Int) -> Int16 { Int16(clamping: max(value, -9999)) }

  private func number(_ cursor: borrowing XMLCursor) -> Double? {
    if let value = NumberText.double(text), value.isFinite { return value }
    if !NumberText.isBlank(text) { bad("a number", cursor) }
    return nil
  }

  private func integer(_ cursor: borrowing XMLCursor) -> Int? {
    if let value = NumberText.integer(text) { return value }
    if !NumberText.isBlank(text) { bad("a whole number", cursor) }
    return nil
  }

  private func bad(_ wanted: String, _ cursor: borrowing XMLCursor) {
    let start = String(value.prefix(40))
    log.note(
      .warning, "graphml.bad-value", cursor.position,
      "'\(start)' of the attribute '\(keys[dataKey].name)' is not \(wanted); it is left out")
  }
}
