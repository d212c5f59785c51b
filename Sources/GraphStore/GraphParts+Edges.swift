extension GraphParts {
  private struct Key {
    var to: UInt32
    var type: UInt32
    var row: UInt32
  }

  /// One edge for every (helper, type, recipient), with its statements sorted and united.
  mutating func collectEdges(_ statements: StatementStore) {
    // A counting sort by helper, then a small sort within each helper.
    var offsets = [Int](repeating: 0, count: nodes.count + 1)
    var met: Set<UInt32> = []
    var last = UInt32.max
    statements.forEach { row in
      offsets[Int(nodeByString[Int(row.from)]) + 1] += 1
      if row.type != last {
        met.insert(row.type)
        last = row.type
      }
    }
    types = sorted(small: Array(met))
    var typeRank = [UInt32](repeating: 0, count: Int(types.max() ?? 0) + 1)
    for (rank, type) in types.enumerated() { typeRank[Int(type)] = UInt32(rank) }

    for node in nodes.indices { offsets[node + 1] += offsets[node] }
    var next = offsets
    var keys = [Key](repeating: Key(to: 0, type: 0, row: 0), count: statements.count)
    var index: UInt32 = 0
    statements.forEach { row in
      let from = Int(nodeByString[Int(row.from)])
      keys[next[from]] = Key(to: nodeByString[Int(row.to)], type: typeRank[Int(row.type)], row: index)
      next[from] += 1
      index += 1
    }
    keys.withUnsafeMutableBufferPointer { keys in
      for node in nodes.indices where offsets[node + 1] - offsets[node] > 1 {
        var group = UnsafeMutableBufferPointer(rebasing: keys[offsets[node]..<offsets[node + 1]])
        group.sort { ($0.type, $0.to, $0.row) < ($1.type, $1.to, $1.row) }
      }
    }

    // The statements lie far apart. Those of some keys ahead are fetched, so that the waits for memory overlap.
    var warmth: UInt32 = 0
    evidence.reserveCapacity(statements.count)
    edges.reserveCapacity(statements.count)
    for node in nodes.indices {
      var first = offsets[node]
      while first < offsets[node + 1] {
        let ahead = min(first + 16, keys.count - 1)
        let next = statements[Int(keys[ahead].row)]
        warmth &+= next.from &+ UInt32(truncatingIfNeeded: next.evidence.count.bitPattern)
        var last = first + 1
        while last < offsets[node + 1], keys[last].to == keys[first].to, keys[last].type == keys[first].type {
          last += 1
        }
        addEdge(from: UInt32(node), keys[first..<last], statements)
        first = last
      }
    }
    self.warmth = warmth
  }

  private mutating func addEdge(from: UInt32, _ keys: ArraySlice<Key>, _ statements: StatementStore) {
    let first = evidence.count
    for key in keys where !statements[Int(key.row)].isBare {
      evidence.append(statements[Int(key.row)].evidence)
    }
    if evidence.count - first > 1 { uniteStatements(from: first) }
    var edge = EdgeRow(
      from: from, to: keys[keys.startIndex].to, type: keys[keys.startIndex].type,
      firstEvidence: UInt32(first), fields: 0, quantities: 0)
    let status = evidence[first...].reduce(UInt8(0)) { max($0, $1.status) }
    for index in first..<evidence.count where status == 0 || evidence[index].status > 0 {
      edge.fields = union(edge.fields, evidence[index].fields)
      edge.quantities = unionQuantities(edge.quantities, evidence[index].quantities)
    }
    edges.append(edge)
  }

  /// Sorts the statements from `first` on and joins those that are the same statement.
  private mutating func uniteStatements(from first: Int) {
    let rows = evidence[first...].sorted { compare($0, $1) < 0 }
    evidence.removeSubrange(first...)
    for row in rows {
      if evidence.count > first, isSame(evidence[evidence.count - 1], row) {
        evidence[evidence.count - 1] = join(evidence[evidence.count - 1], row)
      } else {
        evidence.append(row)
      }
    }
  }

  /// Whether both rows are one statement: the same stretch of the same document. Without a document
  /// nothing but the context tells the parallel edges of a foreign graph apart.
  private func isSame(_ a: EvidenceRow, _ b: EvidenceRow) -> Bool {
    a.document == b.document && a.start == b.start && a.end == b.end
      && strings.compare(a.text, b.text) == 0
      && (a.document != 0 || a.context == b.context)
  }

  private mutating func join(_ a: EvidenceRow, _ b: EvidenceRow) -> EvidenceRow {
    // `compare` has put the one to keep first.
    var row = a
    row.fields = union(a.fields, b.fields)
    row.quantities = unionQuantities(a.quantities, b.quantities)
    row.status = max(a.status, b.status)
    row.certainty = max(a.certainty, b.certainty)
    row.count = max(a.count, b.count)
    row.byteStart = max(a.byteStart, b.byteStart)
    row.byteEnd = max(a.byteEnd, b.byteEnd)
    if b.yearFrom != EvidenceRow.noYear {
      row.yearFrom = a.yearFrom == EvidenceRow.noYear ? b.yearFrom : min(a.yearFrom, b.yearFrom)
      row.yearTo = a.yearTo == EvidenceRow.noYear ? b.yearTo : max(a.yearTo, b.yearTo)
    }
    return row
  }

  /// By place in the documents, then text; within one statement the surer first. Everything that `join`
  /// keeps from the first of two takes part, so that the order of adding cannot show.
  private func compare(_ a: EvidenceRow, _ b: EvidenceRow) -> Int {
    let document = strings.compare(a.document, b.document)
    if document != 0 { return document }
    if a.start != b.start { return a.start < b.start ? -1 : 1 }
    if a.end != b.end { return a.end < b.end ? -1 : 1 }
    let text = strings.compare(a.text, b.text)
    if text != 0 { return text }
    if a.document == 0, a.context != b.context { return compareLists(a.context, b.context) }
    if a.certainty != b.certainty { return a.certainty > b.certainty ? -1 : 1 }
    let rule = strings.compare(a.rule, b.rule)
    if rule != 0 { return rule }
    return compareLists(a.context, b.context)
  }

  private func compareLists(_ a: UInt32, _ b: UInt32) -> Int {
    if a == b { return 0 }
    let (left, right) = (lists.list(a), lists.list(b))
    for (one, other) in zip(left, right) where one != other { return strings.compare(one, other) }
    return left.count - right.count
  }

  private mutating func unionQuantities(_ a: UInt32, _ b: UInt32) -> UInt32 {
    if a == b || b == 0 { return a }
    if a == 0 { return b }
    let rows = Set(quantityRows(a) + quantityRows(b))
    let ordered = rows.map { (row: $0, value: quantity($0)) }
      .sorted { Quantity.inOrder($0.value, $1.value) }
    return lists.intern(ordered.flatMap(\.row))
  }

  private func quantityRows(_ list: UInt32) -> [[UInt32]] {
    let flat = lists.list(list)
    return stride(from: 0, to: flat.count, by: 5).map { Array(flat[$0..<$0 + 5]) }
  }

  private func quantity(_ row: [UInt32]) -> Quantity {
    Quantity(
      value: Double(bitPattern: UInt64(row[0]) << 32 | UInt64(row[1])), unit: strings.string(row[2]),
      what: strings.string(row[3]), isAtLeast: row[4] == 1)
  }
}
