import GraphStore
import SourceText
import XMLStream

extension GraphMLImport {
  mutating func startGraph(_ cursor: borrowing XMLCursor) {
    if cursor.attributeValue(Self.edgeDefaultName) == "undirected" {
      log.note(
        .warning, "graphml.undirected", cursor.position,
        "the edges are undirected; they are read as directed from source to target")
    }
  }

  mutating func startKey(_ cursor: borrowing XMLCursor) {
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
      followers.append(0)
      keyTexts.append(XMLAttributeText(Array(id.utf8)))
    }
  }

  mutating func endKey() {
    guard openKey < keys.count, let value = keys[openKey].defaultValue else { return }
    if keys[openKey].node != .ignored { nodeDefaults.append((keys[openKey].node, value)) }
    if keys[openKey].edge != .ignored { edgeDefaults.append((keys[openKey].edge, value)) }
  }

  mutating func startNode(_ cursor: borrowing XMLCursor) {
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
      text.removeAll()
      text.append(value)
      setNode(slot, cursor)
    }
  }

  mutating func endNode() {
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

  mutating func startEdge(_ cursor: borrowing XMLCursor) {
    edge = EdgeState()
    isInEdge = true
    edgeID.removeAll()
    edgeLabel.removeAll()
    edgeDocuments.removeAll()
    edgeDocument.removeAll()
    if let attribute = cursor.attribute(Self.idName) { edgeID.append(attribute, of: cursor) }
    guard let source = cursor.attribute(Self.sourceName), let target = cursor.attribute(Self.targetName)
    else {
      log.note(.error, "graphml.missing-end", cursor.position, "<edge> needs a source and a target")
      edge.isBroken = true
      return
    }
    edgeCount += 1
    addPending(source, cursor)
    addPending(target, cursor)
    pendingPositions.append(cursor.position)
    if pendingPositions.count == 64 { resolvePending() }
    for (slot, value) in edgeDefaults {
      text.removeAll()
      text.append(value)
      setEdge(slot, cursor)
    }
  }

  private mutating func addPending(_ attribute: Int, _ cursor: borrowing XMLCursor) {
    pendingIDs.append(attribute, of: cursor)
    pendingEnds.append(pendingIDs.count)
  }

  /// Looks up the ends of the edges that wait.
  mutating func resolvePending() {
    let first = ends.count
    pendingIDs.withBytes { ids.intern(all: $0, ends: pendingEnds, to: &ends) }
    while entities.count < ids.count {
      entities.append(0)
      isDeclared.append(false)
    }
    for index in first..<ends.count where !isDeclared[Int(ends[index])] && firstUse[ends[index]] == nil {
      firstUse[ends[index]] = pendingPositions[(index - first) / 2]
    }
    pendingIDs.removeAll()
    pendingEnds.removeAll(keepingCapacity: true)
    pendingPositions.removeAll(keepingCapacity: true)
  }

  mutating func startData(_ cursor: borrowing XMLCursor) {
    isInData = true
    text.removeAll()
    setSlot(cursor)
    takesText = dataSlot != .ignored
  }

  private mutating func setSlot(_ cursor: borrowing XMLCursor) {
    dataKey = knownKey(cursor)
    if isInEdge {
      dataSlot = keys[dataKey].edge
      if dataSlot == .relationID || dataSlot == .evidenceCount {
        edge.isOurs = true
        dataSlot = .ignored
        return
      }
    } else {
      dataSlot = nodes.isEmpty ? keys[dataKey].graph : keys[dataKey].node
    }
    if dataSlot == .drawn {
      dataSlot = .ignored
    } else if dataSlot == .ignored, dataKey > 0, !warnedKeys.contains(dataKey) {
      warnedKeys.insert(dataKey)
      log.note(
        .warning, "graphml.unknown-attribute", cursor.position,
        "the attribute '\(keys[dataKey].name)' is not read")
    }
  }

  mutating func endData(_ cursor: borrowing XMLCursor) {
    isInData = false
    takesText = false
    if dataSlot == .ignored { return }
    if isInEdge {
      setEdge(dataSlot, cursor)
    } else if !nodes.isEmpty {
      setNode(dataSlot, cursor)
    } else {
      title = text.string
    }
  }

  /// The key that a data element names; 0 for none that is declared.
  private mutating func knownKey(_ cursor: borrowing XMLCursor) -> Int {
    if let attribute = cursor.attribute(Self.keyName) {
      let last = dataKey
      let expected = followers[last]
      if cursor.attribute(attribute, equals: keyTexts[expected]), expected > 0 { return expected }
      // Many keys are left out now and then; the next ones in the order of declaration are the likeliest.
      if isKey(expected + 1, attribute, cursor) { return expected + 1 }
      if isKey(last + 1, attribute, cursor) {
        if expected == 0 { followers[last] = last + 1 }
        return last + 1
      }
      scratch.removeAll()
      scratch.append(attribute, of: cursor)
      if let known = scratch.withBytes({ keyIDs.id(of: $0) }), known > 0 {
        followers[last] = Int(known)
        return Int(known)
      }
    }
    let id = cursor.attributeValue(Self.keyName) ?? ""
    if leftOut.insert("key " + id).inserted {
      log.note(.warning, "graphml.unknown-key", cursor.position, "no <key> declares '\(id)'")
    }
    return 0
  }

  private func isKey(_ key: Int, _ attribute: Int, _ cursor: borrowing XMLCursor) -> Bool {
    key < keyTexts.count && cursor.attribute(attribute, equals: keyTexts[key])
  }

  /// The number of an id of the file.
  private mutating func intern(_ attribute: Int, _ cursor: borrowing XMLCursor) -> UInt32 {
    scratch.removeAll()
    scratch.append(attribute, of: cursor)
    let number = scratch.withBytes { ids.intern($0) }
    while entities.count < ids.count {
      entities.append(0)
      isDeclared.append(false)
    }
    return number
  }

  /// The entity that an id of the file stands for by itself.
  mutating func entity(of id: UInt32) -> UInt32 {
    let text = ids.string(id)
    for prefix in ["place.", "org.", "prog."] where text.hasPrefix(prefix) {
      if let entityID = ExportID.decode(text) { return builder.strings.intern(entityID) }
    }
    return builder.strings.intern(text)
  }

  private mutating func styleColor(_ type: UInt32) -> UInt32 {
    if let known = colorByType[type] { return known }
    let color = builder.strings.intern(style.nodeColor(type: builder.strings.string(type)))
    colorByType[type] = color
    return color
  }
}
