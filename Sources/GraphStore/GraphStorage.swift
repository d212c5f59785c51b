import OntologyModel

/// The columns of a finished graph. Immutable, so that threads may share it.
package final class GraphStorage: Sendable {
  package let strings: StringPool
  package let lists: ListPool
  package let nodes: [NodeRow]
  package let edges: [EdgeRow]
  package let evidence: [EvidenceRow]
  package let mentions: [MentionRow]
  package let documents: [DocumentRow]
  /// String ids of the relation types, sorted; edges hold positions.
  package let types: [UInt32]
  /// String ids of the fields of help, sorted; the bit of a field is its position.
  package let fields: [UInt32]
  /// The bits of each field list.
  let fieldMasks: [UInt32]
  let nodeByString: [UInt32]
  /// Positions in `mentions` by node.
  let mentionOffsets: [UInt32]
  let mentionOrder: [UInt32]
  /// Edges by helper (the order of `edges`) and by recipient.
  let outOffsets: [UInt32]
  let outHops: [Hop]
  let inOffsets: [UInt32]
  let inHops: [Hop]
  /// The node above each node, or `none`; never a cycle.
  let parents: [UInt32]
  /// Nodes directly below each node.
  let childOffsets: [UInt32]
  let childOrder: [UInt32]
  let names: NameIndex
  let postings: Postings

  static let none = UInt32.max

  init(_ parts: consuming GraphParts) {
    fields = parts.fieldOrder()
    fieldMasks = parts.fieldMasks(fields)
    let hops = parts.hops(fieldMasks)
    (outOffsets, outHops, inOffsets, inHops) = (hops.outOffsets, hops.out, hops.inOffsets, hops.in)
    parents = parts.parents()
    let children = CompactLists(count: parts.nodes.count, keys: parents)
    (childOffsets, childOrder) = (children.offsets, children.members)
    names = NameIndex(parts)
    postings = Postings(parts, fields: fields, hops: outHops)
    strings = parts.strings
    lists = parts.lists
    nodes = parts.nodes
    edges = parts.edges
    evidence = parts.evidence
    mentions = parts.mentions
    documents = parts.documents
    types = parts.types
    nodeByString = parts.nodeByString
    mentionOffsets = parts.mentionOffsets
    mentionOrder = parts.mentionOrder
  }

  /// The statements of an edge, as positions in `evidence`.
  package func evidenceRange(_ edge: Int) -> Range<Int> {
    let end = edge + 1 < edges.count ? Int(edges[edge + 1].firstEvidence) : evidence.count
    return Int(edges[edge].firstEvidence)..<end
  }
}

/// For each key the members that have it, in ascending order, in two arrays.
struct CompactLists: Sendable {
  let offsets: [UInt32]
  let members: [UInt32]

  /// Groups the positions of `keys` by their value; values of `count` and more are left out. O(n).
  init(count: Int, keys: [UInt32]) {
    self.init(count: count) { body in
      for (member, key) in keys.enumerated() where Int(key) < count { body(Int(key), UInt32(member)) }
    }
  }

  /// Groups whatever `visit` reports; it is called twice and has to report the same.
  init(count: Int, _ visit: ((Int, UInt32) -> Void) -> Void) {
    var offsets = [UInt32](repeating: 0, count: count + 1)
    visit { key, _ in offsets[key + 1] += 1 }
    for key in 0..<count { offsets[key + 1] += offsets[key] }
    var next = offsets
    var members = [UInt32](repeating: 0, count: Int(offsets[count]))
    visit { key, member in
      members[Int(next[key])] = member
      next[key] += 1
    }
    self.offsets = offsets
    self.members = members
  }

  func members(of key: Int) -> ArraySlice<UInt32> {
    members[Int(offsets[key])..<Int(offsets[key + 1])]
  }
}
