import GraphStore
import SourceText
import XMLStream

extension GraphMLHandler {
  func startGraph(_ cursor: borrowing XMLCursor) {
    if cursor.attributeValue(Self.edgeDefaultName) == "undirected" {
      log.note(
        .warning, "graphml.undirected", cursor.position,
        "the edges are undirected; they are read as directed from source to target")
    }
  }

  func startKey(_ cursor: borrowing XMLCursor) {
    openKey = keys.count
    guard let id = cursor.attributeValue(Self.idName), !id.isEmpty else {
      log.note(.error, "graphml.missing-id", cursor.position, "<key> has no id")
      return
    }
    var key = Key()
    key.name = cursor.attributeValue(Self.attrName) ?? id
    key.scope = cursor.attributeValue(Self.forName) ?? "all"
    let lower = key.name.lowercased()
    let isAll = key.scope == "all"
    if isAll || key.scope == "node" { key.node = GraphMLSlot.nodes[lower] ?? .ignored }
    if isAll || key.scope == "edge" { key.edge = GraphMLSlot.edges[lower] ?? .ignored }
    if lower == "title", isAll || key.scope == "graph" { key.graph = .title }
    let number = Int(keyIDs.intern(id))
    if number < keys.count {
      log.note(.warning, "graphml.unknown-key", cursor.position, "the key '\(id)' is declared twice")
      keys[number] = key
      openKey = number
    } else {
      keys.append(key)
    }
  }

  func endKey() {
    guard openKey < keys.count, let value = keys[openKey].defaultValue else { return }
    if keys[openKey].node != .ignored { nodeDefaults.append((keys[openKey].node, value)) }
    if keys[openKey].edge != .ignored { edgeDefaults.append((keys[openKey].edge, value)) }
  }

  func startNode(_ cursor: borrowing XMLCursor) {
    let id: UInt32
    if let attribute = cursor.attribute(Self.idName) {
      id = intern(attribute, cursor)
      isDeclared[Int(id)] = true
    } else {
      id = 0
      log.note(.error, "graphml.missing-id", cursor.position, "<node> has no id")
    }
    nodes.append((NodeRow(entity: 0), id))
    for (slot, value) in nodeDefaults {
      text = value
      setNode(slot, cursor)
    }
  }

  func endNode() {
    guard let open = nodes.popLast() else { return }
    var row = open.row
    if row.entity == 0 {
      row.entity = entity(of: open.id)
    } else {
      // The colour and size of our files follow from type and mentions, unless somebody changed them.
      if row.color == styleColor(row.type) { row.color = 0 }
      if row.size == style.nodeSize(mentionCount: Int(row.mentionCount)) { row.size = .nan }
    }
    entities[Int(open.id)] = row.entity
    builder.nodes.append(row)
  }

  func startEdge(_ cursor: borrowing XMLCursor) {
    edgeCount += 1
    var edge = EdgeState()
    edgeID.removeAll(keepingCapacity: true)
    if let attribute = cursor.attribute(Self.idName) { cursor.appendAttribute(attribute, to: &edgeID) }
    guard let source = cursor.attribute(Self.sourceName), let target = cursor.attribute(Self.targetName)
    else {
      log.note(.error, "graphml.missing-end", cursor.position, "<edge> needs a source and a target")
      self.edge = edge
      return
    }
    edge.source = intern(source, cursor)
    edge.target = intern(target, cursor)
    for end in [edge.source, edge.target] where !isDeclared[Int(end)] && firstUse[end] == nil {
      firstUse[end] = cursor.position
    }
    self.edge = edge
    for (slot, value) in edgeDefaults {
      text = value
      setEdge(slot, cursor)
    }
  }

  func startData(_ cursor: borrowing XMLCursor) {
    dataDepth = cursor.depth
    text.removeAll(keepingCapacity: true)
    dataKey = 0
    guard let attribute = cursor.attribute(Self.keyName),
      let known = keyIDs.id(of: value(of: attribute, cursor)), known > 0
    else {
      let id = cursor.attributeValue(Self.keyName) ?? ""
      if leftOut.insert("key " + id).inserted {
        log.note(.warning, "graphml.unknown-key", cursor.position, "no <key> declares '\(id)'")
      }
      return
    }
    dataKey = Int(known)
  }

  func endData(_ cursor: borrowing XMLCursor) {
    dataDepth = 0
    let key = keys[dataKey]
    let slot: GraphMLSlot
    if edge != nil {
      slot = key.edge
      if slot != .ignored { setEdge(slot, cursor) }
    } else if !nodes.isEmpty {
      slot = key.node
      if slot != .ignored { setNode(slot, cursor) }
    } else {
      slot = key.graph
      if slot == .title { title = String(decoding: text, as: UTF8.self) }
    }
    if slot == .ignored, dataKey > 0, warnedKeys.insert(dataKey).inserted {
      log.note(
        .warning, "graphml.unknown-attribute", cursor.position, "the attribute '\(key.name)' is not read")
    }
  }

  /// The value of an attribute, good until the next call.
  private func value(of attribute: Int, _ cursor: borrowing XMLCursor) -> [UInt8] {
    scratch.removeAll(keepingCapacity: true)
    cursor.appendAttribute(attribute, to: &scratch)
    return scratch
  }

  /// The number of an id of the file.
  private func intern(_ attribute: Int, _ cursor: borrowing XMLCursor) -> UInt32 {
    let number = ids.intern(value(of: attribute, cursor))
    while entities.count < ids.count {
      entities.append(0)
      isDeclared.append(false)
    }
    return number
  }

  /// The entity that an id of the file stands for by itself.
  func entity(of id: UInt32) -> UInt32 {
    let text = ids.string(id)
    for prefix in ["place.", "org.", "prog."] where text.hasPrefix(prefix) {
      if let entityID = ExportID.decode(text) { return builder.strings.intern(entityID) }
    }
    return builder.strings.intern(text)
  }

  private func styleColor(_ type: UInt32) -> UInt32 {
    if let known = colorByType[type] { return known }
    let color = builder.strings.intern(style.nodeColor(type: builder.strings.string(type)))
    colorByType[type] = color
    return color
  }
}
