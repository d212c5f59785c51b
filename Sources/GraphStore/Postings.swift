/// Lists of nodes and edges by what they have in common.
struct Postings: Sendable {
  /// String ids of node types, sorted, and the nodes of each.
  let nodeTypes: [UInt32]
  let nodesByType: CompactLists
  let edgesByType: CompactLists
  let edgesByField: CompactLists
  /// Edges by position of the document.
  let edgesByDocument: CompactLists
  /// Edges by the years they span, from `firstYear`; spans beyond the table are in no list.
  let firstYear: Int
  let edgesByYear: CompactLists

  private static let years = 1900...2200

  /// Makes all lists; `hops` are the edges in their order. O(n) in statements and years spanned.
  init(_ parts: borrowing GraphParts, fields: [UInt32], hops: [Hop]) {
    let (nodes, edges, evidence) = (parts.nodes, parts.edges, parts.evidence)
    let nodeTypes = parts.sorted(nodes.lazy.map(\.type))
    var rank: [UInt32: UInt32] = [:]
    for (position, type) in nodeTypes.enumerated() { rank[type] = UInt32(position) }
    self.nodeTypes = nodeTypes
    nodesByType = CompactLists(count: nodeTypes.count, keys: nodes.map { rank[$0.type] ?? .max })
    edgesByType = CompactLists(count: parts.types.count, keys: edges.map(\.type))

    var fieldRank: [UInt32: Int] = [:]
    for (position, field) in fields.enumerated() { fieldRank[field] = position }
    // There are few different lists of fields, and many edges that have one of them.
    var ranks = [[Int]](repeating: [], count: parts.lists.count)
    for edge in edges where edge.fields != 0 && ranks[Int(edge.fields)].isEmpty {
      ranks[Int(edge.fields)] = parts.lists.list(edge.fields).compactMap { fieldRank[$0] }
    }
    edgesByField = CompactLists(count: fields.count) { add in
      for (index, edge) in edges.enumerated() where edge.fields != 0 {
        for position in ranks[Int(edge.fields)] { add(position, UInt32(index)) }
      }
    }

    let lastDocument = parts.documents.map(\.id).max() ?? 0
    var documentRank = [UInt32](repeating: .max, count: Int(lastDocument) + 1)
    for (position, row) in parts.documents.enumerated() { documentRank[Int(row.id)] = UInt32(position) }
    func range(_ edge: Int) -> Range<Int> {
      Int(
        edges[edge].firstEvidence)..<(edge + 1 < edges.count
        ? Int(edges[edge + 1].firstEvidence) : evidence.count)
    }
    edgesByDocument = CompactLists(count: parts.documents.count) { add in
      for edge in edges.indices {
        // Statements are sorted by document.
        var last = UInt32.max
        for row in evidence[range(edge)] where row.document != last {
          last = row.document
          let rank = documentRank[Int(row.document)]
          if rank != .max { add(Int(rank), UInt32(edge)) }
        }
      }
    }

    firstYear = Self.years.lowerBound
    edgesByYear = CompactLists(count: Self.years.count) { add in
      for hop in hops where hop.yearFrom != EvidenceRow.noYear {
        let from = max(Int(hop.yearFrom), Self.years.lowerBound)
        let to = min(Int(hop.yearTo), Self.years.upperBound)
        if from <= to {
          for year in from...to { add(year - Self.years.lowerBound, hop.edge) }
        }
      }
    }
  }
}
