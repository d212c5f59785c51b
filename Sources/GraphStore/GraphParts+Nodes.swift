import OntologyModel

extension GraphParts {
  /// One row for every entity that is named anywhere, in the order of entity ids.
  mutating func collectNodes(
    _ rows: [NodeRow], _ statements: StatementStore, _ mentions: [MentionRow]
  ) {
    nodeByString = [UInt32](repeating: Self.none, count: strings.count)
    var entities: [UInt32] = []
    func note(_ entity: UInt32) {
      if nodeByString[Int(entity)] == Self.none {
        nodeByString[Int(entity)] = 0
        entities.append(entity)
      }
    }
    for row in rows { note(row.entity) }
    statements.forEach { row in
      note(row.from)
      note(row.to)
    }
    for row in mentions { note(row.entity) }
    entities.sort { strings.compare($0, $1) < 0 }
    nodes = entities.map { NodeRow(entity: $0) }
    for (index, entity) in entities.enumerated() { nodeByString[Int(entity)] = UInt32(index) }

    var isKnown = [Bool](repeating: false, count: nodes.count)
    for var row in rows {
      // Half a coordinate is none, whichever half comes first.
      if row.latitude.isNaN || row.longitude.isNaN { (row.latitude, row.longitude) = (.nan, .nan) }
      let index = Int(nodeByString[Int(row.entity)])
      if isKnown[index] {
        nodes[index] = join(nodes[index], row)
      } else {
        nodes[index] = row
        isKnown[index] = true
      }
    }
  }

  /// The aliases and counts that follow from mentions, and notes in a fixed form.
  mutating func finishNodes() {
    for index in nodes.indices {
      let range = Int(mentionOffsets[index])..<Int(mentionOffsets[index + 1])
      nodes[index].note = canonicalNote(nodes[index].note)
      if range.isEmpty { continue }
      nodes[index].mentionCount = max(nodes[index].mentionCount, Int32(clamping: range.count))
      let surfaces = mentionOrder[range].map { mentions[Int($0)].surface }.filter { $0 != 0 }
      let known = lists.list(nodes[index].aliases)
      nodes[index].aliases = lists.intern(sorted(small: known + surfaces))
      nodes[index].isImplicit = false
    }
  }

  private mutating func join(_ a: NodeRow, _ b: NodeRow) -> NodeRow {
    var row = a
    row.label = shorter(a.label, b.label)
    row.name = longer(a.name, b.name)
    row.type = betterType(a.type, b.type)
    row.adcode = smaller(a.adcode, b.adcode)
    row.color = smaller(a.color, b.color)
    row.parent = smaller(a.parent, b.parent)
    row.note = joinNotes(a.note, b.note)
    row.aliases = union(a.aliases, b.aliases)
    row.mentionCount = max(a.mentionCount, b.mentionCount)
    row.size = Double.maximum(a.size, b.size)
    if b.latitude.isFinite, b.longitude.isFinite {
      let isFirst =
        a.latitude.isFinite && a.longitude.isFinite
        && (a.latitude, a.longitude) <= (b.latitude, b.longitude)
      if !isFirst { (row.latitude, row.longitude) = (b.latitude, b.longitude) }
    }
    row.isImplicit = a.isImplicit && b.isImplicit
    return row
  }

  private func shorter(_ a: UInt32, _ b: UInt32) -> UInt32 {
    if a == 0 || b == 0 { return smaller(a, b) }
    let (left, right) = (strings.byteCount(a), strings.byteCount(b))
    return left == right ? smaller(a, b) : left < right ? a : b
  }

  private func longer(_ a: UInt32, _ b: UInt32) -> UInt32 {
    if a == 0 || b == 0 { return smaller(a, b) }
    let (left, right) = (strings.byteCount(a), strings.byteCount(b))
    return left == right ? smaller(a, b) : left > right ? a : b
  }

  private func betterType(_ a: UInt32, _ b: UInt32) -> UInt32 {
    if a == b { return a }
    let left = EntityType(rawValue: strings.string(a)) != nil
    let right = EntityType(rawValue: strings.string(b)) != nil
    return left == right ? smaller(a, b) : left ? a : b
  }

  private mutating func joinNotes(_ a: UInt32, _ b: UInt32) -> UInt32 {
    if a == b || b == 0 { return a }
    if a == 0 { return b }
    return canonicalNote(strings.intern(strings.string(a) + "; " + strings.string(b)))
  }

  /// Notes are a set written as one string.
  private mutating func canonicalNote(_ note: UInt32) -> UInt32 {
    if note == 0 { return 0 }
    let text = strings.string(note)
    guard text.utf8.contains(UInt8(ascii: ";")) else { return note }
    let parts = Set(split(text, at: "; ")).filter { !$0.isEmpty }
    return strings.intern(parts.sorted(by: byteOrder).joined(separator: "; "))
  }
}

/// The parts of `text` between the occurrences of a separator of two ASCII characters.
package func split(_ text: String, at separator: StaticString) -> [String] {
  let bytes = Array(text.utf8)
  let (first, second) = separator.withUTF8Buffer { ($0[0], $0[1]) }
  var parts: [String] = []
  var start = 0
  var index = 0
  while index + 1 < bytes.count {
    if bytes[index] == first, bytes[index + 1] == second {
      parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
      index += 2
      start = index
    } else {
      index += 1
    }
  }
  parts.append(String(decoding: bytes[start...], as: UTF8.self))
  return parts
}
