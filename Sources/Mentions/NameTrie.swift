/// A dictionary of names over Unicode scalars that finds every name starting at a position.
///
/// Nodes are numbered; the edges live in one open-addressing hash table keyed by (node, scalar), with a
/// direct table for first characters so that most positions cost one look-up.
public struct NameTrie: Sendable {
  private var keys: [UInt64] = []
  private var children: [UInt32] = []
  private var mask = 0
  private var edgeCount = 0
  private var nodeCount: UInt32 = 1
  private var values: [Int32] = [-1]
  private var roots: [UInt32]
  private var otherRoots: [UInt32: UInt32] = [:]

  /// An empty trie with room for about `capacity` names.
  public init(capacity: Int = 1024) {
    var size = 1024
    while size < capacity * 5 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    children = Array(repeating: 0, count: size)
    mask = size - 1
    roots = Array(repeating: 0, count: 0x10000)
    values.reserveCapacity(capacity * 3)
  }

  /// Adds a name; a name added twice keeps its first value, which is returned. Empty names are ignored.
  ///
  /// - Parameter value: not negative.
  @discardableResult
  public mutating func insert(_ name: some Sequence<Unicode.Scalar>, value: Int32) -> Int32 {
    var node: UInt32 = 0
    for scalar in name { node = child(of: node, adding: scalar) }
    guard node != 0 else { return value }
    if values[Int(node)] < 0 { values[Int(node)] = value }
    return values[Int(node)]
  }

  /// The value of exactly this name.
  public func value(of name: some Sequence<Unicode.Scalar>) -> Int32? {
    var node: UInt32 = 0
    for scalar in name {
      node = child(of: node, scalar)
      if node == 0 { return nil }
    }
    return node != 0 && values[Int(node)] >= 0 ? values[Int(node)] : nil
  }

  /// Calls `found(length, value)` for every name that starts at `start`, shortest first. O(longest name).
  @inline(__always)
  public func matches(
    in text: [Unicode.Scalar], at start: Int, until end: Int, _ found: (_ length: Int, _ value: Int32) -> Void
  ) {
    var node = root(text[start])
    var index = start + 1
    while node != 0 {
      let value = values[Int(node)]
      if value >= 0 { found(index - start, value) }
      guard index < end else { return }
      node = child(of: node, text[index])
      index += 1
    }
  }

  /// The length of the longest name at `start` with its value.
  public func longestMatch(in text: [Unicode.Scalar], at start: Int, until end: Int) -> (
    length: Int, value: Int32
  )? {
    var best: (Int, Int32)?
    matches(in: text, at: start, until: end) { best = ($0, $1) }
    return best
  }

  private func root(_ scalar: Unicode.Scalar) -> UInt32 {
    scalar.value < 0x10000 ? roots[Int(scalar.value)] : otherRoots[scalar.value] ?? 0
  }

  private func child(of node: UInt32, _ scalar: Unicode.Scalar) -> UInt32 {
    if node == 0 { return root(scalar) }
    let key = UInt64(node) << 21 | UInt64(scalar.value)
    var slot = NameTrie.hash(key) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return children[slot] }
      slot = (slot + 1) & mask
    }
    return 0
  }

  private mutating func child(of node: UInt32, adding scalar: Unicode.Scalar) -> UInt32 {
    let known = child(of: node, scalar)
    if known != 0 { return known }
    let new = nodeCount
    nodeCount += 1
    values.append(-1)
    if node == 0 {
      if scalar.value < 0x10000 { roots[Int(scalar.value)] = new } else { otherRoots[scalar.value] = new }
      return new
    }
    if edgeCount * 2 >= keys.count { grow() }
    place(UInt64(node) << 21 | UInt64(scalar.value), new)
    return new
  }

  private mutating func place(_ key: UInt64, _ child: UInt32) {
    var slot = NameTrie.hash(key) & mask
    while keys[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = key
    children[slot] = child
    edgeCount += 1
  }

  private mutating func grow() {
    let oldKeys = keys
    let oldChildren = children
    keys = Array(repeating: 0, count: oldKeys.count * 2)
    children = Array(repeating: 0, count: oldKeys.count * 2)
    mask = keys.count - 1
    edgeCount = 0
    for (slot, key) in oldKeys.enumerated() where key != 0 { place(key, oldChildren[slot]) }
  }

  private static func hash(_ key: UInt64) -> Int {
    let mixed = (key ^ key >> 29) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 24)
  }
}
