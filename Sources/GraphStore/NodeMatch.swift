/// A node that a name may mean.
public struct NodeMatch: Sendable, Hashable {
  /// How the name leads to the node; the stronger ways come first.
  public enum Kind: String, Sendable, Hashable, CaseIterable, Comparable {
    /// It is the entity id.
    case entityID
    /// It is the code of the place.
    case code
    /// It is the full name or the usual one.
    case name
    /// A text of the input uses it for the node.
    case alias
    /// It is the name with the places above before it, or without some of them.
    case longer
    /// It is the name without its last part, which tells the kind (县, 自治州 …).
    case shorter

    /// Stronger ways come first.
    public static func < (a: Kind, b: Kind) -> Bool {
      (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
    }
  }

  /// The node.
  public let node: NodeID
  /// How the name leads to it.
  public let kind: Kind
}
