import SourceText
import XMLStream

extension GraphMLImport {
  mutating func startKey(_ cursor: borrowing XMLCursor) {
    openKey = keys.count
    guard let id = cursor.attributeValue(Self.idName), !id.isEmpty else {
      note(.error, "graphml.missing-id", cursor, "<key> has no id")
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
      note(.warning, "graphml.unknown-key", cursor, "the key '\(id)' is declared twice")
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
    // What waits was read before the default was known.
    drain()
    if keys[openKey].node != .ignored { nodeDefaults.append((keys[openKey].node, value)) }
    if keys[openKey].edge != .ignored { edgeDefaults.append((keys[openKey].edge, value)) }
  }

  /// The key that a data element names; 0 for none that is declared.
  mutating func knownKey(_ cursor: borrowing XMLCursor) -> Int {
    guard let attribute = cursor.attribute(Self.keyName) else { return unknownKey("", cursor) }
    let last = dataKey
    let expected = followers[last]
    if expected > 0, isKey(expected, attribute, cursor) { return expected }
    // Many keys are left out now and then; the next ones in the order of declaration are the likeliest.
    if isKey(expected + 1, attribute, cursor) { return expected + 1 }
    if isKey(last + 1, attribute, cursor) {
      if expected == 0 { followers[last] = last + 1 }
      return last + 1
    }
    return searchKey(attribute, after: last, cursor)
  }

  private func isKey(_ key: Int, _ attribute: Int, _ cursor: borrowing XMLCursor) -> Bool {
    key < keyTexts.count && cursor.attribute(attribute, equals: keyTexts[key])
  }

  @inline(never)
  private mutating func searchKey(_ attribute: Int, after last: Int, _ cursor: borrowing XMLCursor) -> Int {
    scratch.removeAll()
    scratch.append(attribute, of: cursor)
    if let known = scratch.withBytes({ keyIDs.id(of: $0) }), known > 0 {
      followers[last] = Int(known)
      return Int(known)
    }
    return unknownKey(scratch.string, cursor)
  }

  private mutating func unknownKey(_ id: String, _ cursor: borrowing XMLCursor) -> Int {
    if leftOut.insert("key " + id).inserted {
      note(.warning, "graphml.unknown-key", cursor, "no <key> declares '\(id)'")
    }
    return 0
  }
}
