extension GraphParts {
  /// The last bit of a field mask: some field that has no bit of its own.
  static let sharedFieldBit = 31

  /// The fields that occur, by their strings.
  func fieldOrder() -> [UInt32] {
    var used = Set<UInt32>()
    for row in evidence where row.fields != 0 { used.insert(row.fields) }
    return sorted(small: used.flatMap { lists.list($0) })
  }

  /// For each list id its bits; lists that are no field lists get 0.
  func fieldMasks(_ fields: [UInt32]) -> [UInt32] {
    var rank: [UInt32: Int] = [:]
    for (position, field) in fields.enumerated() { rank[field] = min(position, Self.sharedFieldBit) }
    var masks = [UInt32](repeating: 0, count: lists.count)
    for edge in edges where edge.fields != 0 && masks[Int(edge.fields)] == 0 {
      for field in lists.list(edge.fields) { masks[Int(edge.fields)] |= 1 << UInt32(rank[field] ?? 31) }
    }
    return masks
  }

  /// Both directions of every edge with the columns that queries test.
  func hops(
    _ masks: [UInt32]
  ) -> (outOffsets: [UInt32], out: [Hop], inOffsets: [UInt32], in: [Hop]) {
    var outOffsets = [UInt32](repeating: 0, count: nodes.count + 1)
    var inOffsets = outOffsets
    for edge in edges {
      outOffsets[Int(edge.from) + 1] += 1
      inOffsets[Int(edge.to) + 1] += 1
    }
    for node in nodes.indices {
      outOffsets[node + 1] += outOffsets[node]
      inOffsets[node + 1] += inOffsets[node]
    }
    let blank = Hop(
      other: 0, edge: 0, fields: 0, certainty: 0, yearFrom: 0, yearTo: 0, type: 0, status: 0,
      weight: 0)
    var out: [Hop] = []
    out.reserveCapacity(edges.count)
    var incoming = [Hop](repeating: blank, count: edges.count)
    var next = inOffsets
    for (index, edge) in edges.enumerated() {
      var hop = hop(index, edge, masks)
      out.append(hop)
      hop.other = edge.from
      incoming[Int(next[Int(edge.to)])] = hop
      next[Int(edge.to)] += 1
    }
    return (outOffsets, out, inOffsets, incoming)
  }

  private func hop(_ index: Int, _ edge: EdgeRow, _ masks: [UInt32]) -> Hop {
    let end = index + 1 < edges.count ? Int(edges[index + 1].firstEvidence) : evidence.count
    let rows = evidence[Int(edge.firstEvidence)..<end]
    let summary = StatementSummary(rows)
    return Hop(
      other: edge.to, edge: UInt32(index), fields: masks[Int(edge.fields)],
      certainty: Float(summary.certainty), yearFrom: summary.yearFrom, yearTo: summary.yearTo,
      type: UInt16(clamping: edge.type), status: summary.status, weight: UInt8(min(255, summary.weight)))
  }
}

/// What follows from the statements of an edge, apart from lists.
package struct StatementSummary {
  package var status: UInt8 = EdgeStatus.actual.rank
  package var certainty = 1.0
  package var weight = 1.0
  package var yearFrom = EvidenceRow.noYear
  package var yearTo = EvidenceRow.noYear

  /// Sums up statements as `GraphEdge` does.
  package init(_ rows: ArraySlice<EvidenceRow>) {
    if rows.isEmpty { return }
    status = rows.reduce(0) { max($0, $1.status) }
    certainty = 0
    weight = 0
    for row in rows where status == 0 || row.status > 0 {
      certainty = max(certainty, row.certainty)
      weight += row.count
      if row.yearFrom != EvidenceRow.noYear {
        yearFrom = yearFrom == EvidenceRow.noYear ? row.yearFrom : min(yearFrom, row.yearFrom)
        yearTo = yearTo == EvidenceRow.noYear ? row.yearTo : max(yearTo, row.yearTo)
      }
    }
  }
}
