import SourceText
import XMLStream

/// What the parser finds goes to the queue.
extension GraphMLImport {
  mutating func startGraph(_ cursor: borrowing XMLCursor) {
    if cursor.attributeValue(Self.edgeDefaultName) == "undirected" {
      note(
        .warning, "graphml.undirected", cursor,
        "the edges are undirected; they are read as directed from source to target")
    }
  }

  mutating func startNode(_ cursor: borrowing XMLCursor) {
    openNodes += 1
    if let id = cursor.attribute(Self.idName) {
      queue.text.append(id, of: cursor)
    } else {
      note(.error, "graphml.missing-id", cursor, "<node> has no id")
    }
    enqueue(.node, at: cursor.position)
  }

  mutating func startEdge(_ cursor: borrowing XMLCursor) {
    isInEdge = true
    if let id = cursor.attribute(Self.idName) { queue.text.append(id, of: cursor) }
    let position = cursor.position
    enqueue(.edge, at: position)
    guard let source = cursor.attribute(Self.sourceName), let target = cursor.attribute(Self.targetName)
    else { return note(.error, "graphml.missing-end", cursor, "<edge> needs a source and a target") }
    queue.text.append(source, of: cursor)
    enqueue(.source, at: position)
    queue.text.append(target, of: cursor)
    enqueue(.target, at: position)
  }

  mutating func startData(_ cursor: borrowing XMLCursor) {
    isInData = true
    dataKey = knownKey(cursor)
    if isInEdge {
      dataSlot = keys[dataKey].edge
    } else {
      dataSlot = openNodes == 0 ? keys[dataKey].graph : keys[dataKey].node
    }
    if dataSlot == .ignored { reportIgnored(cursor) }
    takesText = dataSlot.isRead
  }

  mutating func endData(_ cursor: borrowing XMLCursor) {
    isInData = false
    takesText = false
    if dataSlot == .ignored || dataSlot == .drawn { return }
    enqueue(.data, dataSlot, key: dataKey, at: cursor.position)
  }

  /// Adds an event with the text that was read before it.
  mutating func enqueue(
    _ kind: GraphMLQueue.Kind, _ slot: GraphMLSlot = .ignored, key: Int = 0, at position: SourcePosition
  ) {
    queue.append(kind, slot, key: key, at: position)
    if queue.isFull { drain() }
  }

  @inline(never)
  private mutating func reportIgnored(_ cursor: borrowing XMLCursor) {
    if dataKey > 0, warnedKeys.insert(dataKey).inserted {
      note(
        .warning, "graphml.unknown-attribute", cursor,
        "the attribute '\(keys[dataKey].name)' is not read")
    }
  }

  /// Notes a problem of what was just read, after those of what waits.
  @inline(never)
  mutating func note(
    _ severity: Diagnostic.Severity, _ id: String, _ cursor: borrowing XMLCursor, _ message: String
  ) {
    drain()
    log.note(severity, id, cursor.position, message)
  }
}
