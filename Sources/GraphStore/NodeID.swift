/// A node of one `Graph`; meaningless in another.
public struct NodeID: Sendable, Hashable, Comparable {
  /// Position in the graph's order, which is the order of entity ids by UTF-8 bytes.
  public let rawValue: UInt32

  package init(_ rawValue: UInt32) { self.rawValue = rawValue }
  package init(_ index: Int) { rawValue = UInt32(index) }

  package var index: Int { Int(rawValue) }

  /// Orders as the graph does: by entity id.
  public static func < (a: NodeID, b: NodeID) -> Bool { a.rawValue < b.rawValue }
}
