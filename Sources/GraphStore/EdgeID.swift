/// An edge of one `Graph`; meaningless in another.
public struct EdgeID: Sendable, Hashable, Comparable {
  /// Position in the graph's order: by helper, then relation type, then recipient.
  public let rawValue: UInt32

  package init(_ rawValue: UInt32) { self.rawValue = rawValue }
  package init(_ index: Int) { rawValue = UInt32(index) }

  package var index: Int { Int(rawValue) }

  /// Orders as the graph does: by helper, relation type and recipient.
  public static func < (a: EdgeID, b: EdgeID) -> Bool { a.rawValue < b.rawValue }
}
