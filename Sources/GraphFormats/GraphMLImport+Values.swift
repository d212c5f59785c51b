import GraphStore

extension GraphMLImport {
  mutating func setNode(_ slot: GraphMLSlot, _ value: Value) {
    let last = nodes.count - 1
    switch slot {
    case .entityID: nodes[last].row.entity = string(value)
    case .label: nodes[last].row.label = string(value)
    case .name: nodes[last].row.name = string(value)
    case .type: nodes[last].row.type = fewString(value)
    case .adcode: nodes[last].row.adcode = string(value)
    case .color: nodes[last].row.color = fewString(value)
    case .note: nodes[last].row.note = string(value)
    case .parent: nodes[last].row.parent = string(value)
    case .aliases: nodes[last].row.aliases = aliasList(value)
    case .size: if let value = number(value) { nodes[last].row.size = value }
    case .latitude: if let value = number(value) { nodes[last].row.latitude = value }
    case .longitude: if let value = number(value) { nodes[last].row.longitude = value }
    case .mentionCount:
      if let value = integer(value), value >= 0 { nodes[last].row.mentionCount = Int32(clamping: value) }
    case .implicit:
      nodes[last].row.isImplicit = !value.isEqual(Self.no) && ["true", "True", "1"].contains(value.string)
    default: break
    }
  }

  mutating func setEdge(_ slot: GraphMLSlot, _ value: Value) {
    switch slot {
    case .interaction: edge.interaction = types.value(value.bytes) ?? types.add(string(value))
    case .type: edge.type = fewString(value)
    case .label: edgeLabel.append(value.bytes)
    case .fields: edge.row.fields = fieldList(value)
    case .weight: if let value = number(value), value > 0 { edge.weight = value }
    case .certainty: if let value = number(value) { edge.row.certainty = min(1, max(0, value)) }
    case .status:
      if value.isEqual(Self.actual) {
        edge.row.status = EdgeStatus.actual.rank
      } else if let status = EdgeStatus(rawValue: value.string) {
        edge.row.status = status.rank
      } else {
        bad("a status (actual, planned, ended, negated)", value)
      }
    case .rule: edge.row.rule = fewString(value)
    case .yearFrom: if let value = integer(value) { edge.row.yearFrom = year(value) }
    case .yearTo: if let value = integer(value) { edge.row.yearTo = year(value) }
    case .quantities:
      edge.row.quantities = quantityList(value)
    case .documents: edgeDocuments.append(value.bytes)
    case .evidence: edge.row.text = builder.strings.append(value.bytes)
    case .document:
      edgeDocument.append(value.bytes)
      edge.row.document = documents.value(value.bytes) ?? documents.add(string(value))
    case .start: if let value = integer(value), value >= 0 { edge.row.start = Int32(clamping: value) }
    case .end: if let value = integer(value), value >= 0 { edge.row.end = Int32(clamping: value) }
    case .relationID, .evidenceCount: edge.isOurs = true
    default: break
    }
  }

  private static let actual = Array("actual".utf8)
  private static let no = Array("false".utf8)

  private mutating func string(_ value: Value) -> UInt32 { builder.strings.intern(value.bytes) }

  /// As `string`, for strings of which there are few different ones.
  private mutating func fewString(_ value: Value) -> UInt32 {
    fewStrings.value(value.bytes) ?? fewStrings.add(string(value))
  }

  private mutating func aliasList(_ value: Value) -> UInt32 {
    let isOne = !value.bytes.contains(UInt8(ascii: ";"))
    return isOne
      ? builder.internList([string(value)]) : builder.internStrings(ListText.split(value.string))
  }

  private mutating func fieldList(_ value: Value) -> UInt32 {
    if let known = fieldLists.value(value.bytes) { return known }
    return fieldLists.add(builder.internStrings(ListText.split(value.string)))
  }

  private mutating func quantityList(_ value: Value) -> UInt32 {
    if let known = quantityLists.value(value.bytes) { return known }
    let quantities = ListText.split(value.string).compactMap { ListText.quantity($0) }
    return quantityLists.add(builder.internQuantities(quantities))
  }

  private func year(_ value: Int) -> Int16 { Int16(clamping: max(value, -9999)) }

  private mutating func number(_ value: Value) -> Double? {
    if let number = NumberText.double(value.bytes), number.isFinite { return number }
    if !NumberText.isBlank(value.bytes) { bad("a number", value) }
    return nil
  }

  private mutating func integer(_ value: Value) -> Int? {
    if let number = NumberText.integer(value.bytes) { return number }
    if !NumberText.isBlank(value.bytes) { bad("a whole number", value) }
    return nil
  }

  @inline(never)
  private mutating func bad(_ wanted: String, _ value: Value) {
    let start = String(value.string.prefix(40))
    log.note(
      .warning, "graphml.bad-value", value.position,
      "'\(start)' of the attribute '\(keys[value.key].name)' is not \(wanted); it is left out")
  }
}

extension GraphMLImport.Value {
  var string: String { String(decoding: bytes, as: UTF8.self) }

  func isEqual(_ other: [UInt8]) -> Bool { bytes.count == other.count && bytes.elementsEqual(other) }
}
