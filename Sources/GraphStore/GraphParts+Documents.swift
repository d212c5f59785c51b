extension GraphParts {
  /// The mentions by document and place, each once, and their order by node.
  mutating func collectMentions(_ rows: [MentionRow]) {
    let documents = sorted(rows.lazy.map(\.document))
    var rank = [UInt32](repeating: 0, count: strings.count)
    for (position, document) in documents.enumerated() { rank[Int(document)] = UInt32(position) }
    func key(_ row: MentionRow) -> (UInt32, Int32, Int32, UInt32) {
      (rank[Int(row.document)], row.start, row.end, nodeByString[Int(row.entity)])
    }
    let ordered = rows.sorted { a, b in
      let (left, right) = (key(a), key(b))
      return left == right ? isPreferred(a, b) : left < right
    }
    mentions.reserveCapacity(ordered.count)
    for row in ordered {
      if let last = mentions.last, key(last) == key(row) { continue }
      mentions.append(row)
    }

    mentionOffsets = [UInt32](repeating: 0, count: nodes.count + 1)
    for row in mentions { mentionOffsets[Int(nodeByString[Int(row.entity)]) + 1] += 1 }
    for node in nodes.indices { mentionOffsets[node + 1] += mentionOffsets[node] }
    var next = mentionOffsets
    mentionOrder = [UInt32](repeating: 0, count: mentions.count)
    for (index, row) in mentions.enumerated() {
      let node = Int(nodeByString[Int(row.entity)])
      mentionOrder[Int(next[node])] = UInt32(index)
      next[node] += 1
    }
  }

  /// A strict order on mentions of one entity in one place.
  private func isPreferred(_ a: MentionRow, _ b: MentionRow) -> Bool {
    if a.certainty != b.certainty { return a.certainty > b.certainty }
    for column in [\MentionRow.note, \.form, \.reason, \.surface] {
      let order = strings.compare(a[keyPath: column], b[keyPath: column])
      // A value before none.
      if order != 0 { return order > 0 }
    }
    if a.byteStart != b.byteStart { return a.byteStart > b.byteStart }
    if a.byteEnd != b.byteEnd { return a.byteEnd > b.byteEnd }
    if a.candidates == b.candidates { return false }
    return candidateText(a.candidates).lexicographicallyPrecedes(candidateText(b.candidates))
  }

  private func candidateText(_ list: UInt32) -> [String] {
    let flat = lists.list(list)
    return stride(from: 0, to: flat.count, by: 4).flatMap {
      [strings.string(flat[$0]), "\(flat[$0 + 1]).\(flat[$0 + 2])", strings.string(flat[$0 + 3])]
    }
  }

  /// One row for every document that was added, or that a statement or mention names.
  mutating func collectDocuments(_ rows: [DocumentRow]) {
    let lastID = max(
      rows.lazy.map(\.id).max() ?? 0, evidence.lazy.map(\.document).max() ?? 0,
      mentions.lazy.map(\.document).max() ?? 0)
    var position = [UInt32](repeating: Self.none, count: Int(lastID) + 1)
    func add(_ row: DocumentRow) {
      let known = position[Int(row.id)]
      if known == Self.none {
        position[Int(row.id)] = UInt32(documents.count)
        documents.append(row)
      } else {
        let index = Int(known)
        documents[index].title = smaller(documents[index].title, row.title)
        documents[index].publisher = smaller(documents[index].publisher, row.publisher)
        documents[index].date = smaller(documents[index].date, row.date)
        documents[index].url = smaller(documents[index].url, row.url)
      }
    }
    for row in rows where row.id != 0 { add(row) }
    for row in evidence where row.document != 0 && position[Int(row.document)] == Self.none {
      add(DocumentRow(id: row.document))
    }
    for row in mentions where row.document != 0 && position[Int(row.document)] == Self.none {
      add(DocumentRow(id: row.document))
    }
    documents.sort { strings.compare($0.id, $1.id) < 0 }
  }
}
