/// Interned lists of numbers (field sets, aliases, quantities): equal lists are kept once.
///
/// Id 0 is the empty list.
package struct ListPool: Sendable {
  private var pool = StringPool()

  /// A pool that holds the empty list only.
  package init() {}

  /// The number of distinct lists.
  package var count: Int { pool.count }

  /// The id of `list`, which is added when it is new. O(length).
  package mutating func intern(_ list: [UInt32]) -> UInt32 {
    if list.isEmpty { return 0 }
    return list.withUnsafeBytes { pool.intern($0.assumingMemoryBound(to: UInt8.self)) }
  }

  /// The list of an id. O(length).
  package func list(_ id: UInt32) -> [UInt32] {
    if id == 0 { return [] }
    var result: [UInt32] = []
    pool.withBytes(id) { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      result.reserveCapacity(raw.count / 4)
      for offset in stride(from: 0, to: raw.count, by: 4) {
        result.append(raw.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
      }
    }
    return result
  }
}
