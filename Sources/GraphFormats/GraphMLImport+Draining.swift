import GraphStore
import SourceText

/// What waits in the queue goes to the builder.
extension GraphMLImport {
  /// A value while it is worked on: its bytes are those of the queue.
  struct Value {
    let bytes: UnsafeBufferPointer<UInt8>
    let key: Int
    let position: SourcePosition
  }

  /// Works off the queue.
  @inline(never)
  mutating func drain() {
    if queue.count == 0 { return }
    var full = GraphMLQueue()
    swap(&full, &queue)
    // What hash tables will be asked for is fetched first, so that the waits for memory overlap.
    full.forEach { event, text in
      switch event.slot {
      case .entityID, .name, .aliases: builder.strings.warm(text)
      case .document: documents.warm(text)
      default: break
      }
    }
    full.forEach { event, text in work(off: event, text) }
    full.removeAll()
    swap(&full, &queue)
  }

  private mutating func work(off event: GraphMLQueue.Event, _ text: UnsafeBufferPointer<UInt8>) {
    switch event.kind {
    case .data:
      let value = Value(bytes: text, key: Int(event.key), position: event.position)
      if isEdgeOpen {
        setEdge(event.slot, value)
      } else if !nodes.isEmpty {
        setNode(event.slot, value)
      } else if event.slot == .title {
        title = String(decoding: text, as: UTF8.self)
      }
    case .source:
      addEnd(text)
    case .target:
      addEnd(text)
      openEdge()
    case .edge:
      isEdgeOpen = true
      edge = EdgeState(position: event.position)
      edgeID.removeAll()
      edgeID.append(text)
      edgeLabel.removeAll()
      edgeDocuments.removeAll()
      edgeDocument.removeAll()
    case .endEdge:
      isEdgeOpen = false
      if !edge.isBroken { closeEdge() }
    case .node: openNode(text, event.position)
    case .endNode: closeNode()
    }
  }

  private mutating func openNode(_ id: UnsafeBufferPointer<UInt8>, _ position: SourcePosition) {
    let number = ids.intern(id)
    makeEntities()
    if number > 0 { isDeclared[Int(number)] = true }
    nodes.append((NodeRow(entity: 0), number))
    for (slot, value) in nodeDefaults {
      value.withUnsafeBufferPointer { setNode(slot, Value(bytes: $0, key: 0, position: position)) }
    }
  }

  private mutating func closeNode() {
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

  private mutating func openEdge() {
    edge.isBroken = false
    edgeCount += 1
    pendingPositions.append(edge.position)
    if pendingPositions.count == 64 { resolvePending() }
    for (slot, value) in edgeDefaults {
      value.withUnsafeBufferPointer { setEdge(slot, Value(bytes: $0, key: 0, position: edge.position)) }
    }
  }

  private mutating func addEnd(_ id: UnsafeBufferPointer<UInt8>) {
    pendingIDs.append(id)
    pendingEnds.append(pendingIDs.count)
  }

  /// Looks up the ends of the edges that wait.
  mutating func resolvePending() {
    let first = ends.count
    pendingIDs.withBytes { ids.intern(all: $0, ends: pendingEnds, to: &ends) }
    makeEntities()
    for index in first..<ends.count where !isDeclared[Int(ends[index])] && firstUse[ends[index]] == nil {
      firstUse[ends[index]] = pendingPositions[(index - first) / 2]
    }
    pendingIDs.removeAll()
    pendingEnds.removeAll(keepingCapacity: true)
    pendingPositions.removeAll(keepingCapacity: true)
  }

  private mutating func makeEntities() {
    while entities.count < ids.count {
      entities.append(0)
      isDeclared.append(false)
    }
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
