/// Interned byte strings: every distinct string is kept once, in large chunks that are never moved.
///
/// Id 0 is the empty string and stands for “no value”. Chunks, rather than one growing array, keep the
/// peak memory of loading a large graph near its final size.
package struct StringPool: Sendable {
  private struct Entry {
    var chunk: UInt32
    var offset: UInt32
    var length: UInt32
    var hash: UInt32
  }

  private static let chunkSize = 1 << 20

  private var chunks: [[UInt8]] = []
  private var entries: [Entry] = []
  private var slots: [UInt32] = []
  /// Differs from run to run, so that nobody can prepare an input whose strings all collide.
  private let seed: UInt64

  /// A pool that holds the empty string only.
  package init() {
    seed = UInt64(truncatingIfNeeded: Hasher().finalize()) | 1
    slots = [UInt32](repeating: 0, count: 64)
    _ = intern("")
  }

  /// The number of distinct strings.
  package var count: Int { entries.count }

  /// The id of `string`, which is added when it is new. O(length).
  package mutating func intern(_ string: String) -> UInt32 {
    if string.isEmpty, !entries.isEmpty { return 0 }
    var copy = string
    return copy.withUTF8 { intern($0) }
  }

  /// The id of valid UTF-8, which is added when it is new. O(length).
  package mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let hash = hash(bytes)
    let slot = find(bytes, hash)
    if slots[slot] != 0 { return slots[slot] - 1 }
    let id = UInt32(entries.count)
    entries.append(store(bytes, hash: hash))
    slots[slot] = id + 1
    if entries.count * 4 > slots.count * 3 { grow() }
    return id
  }

  /// The id of valid UTF-8, which is added when it is new. O(length).
  package mutating func intern(_ bytes: [UInt8]) -> UInt32 { bytes.withUnsafeBufferPointer { intern($0) } }

  /// The id of UTF-8 bytes when the pool holds them. O(length).
  package func id(of bytes: [UInt8]) -> UInt32? { bytes.withUnsafeBufferPointer { id(of: $0) } }

  /// The id of `string` when the pool holds it. O(length).
  package func id(of string: String) -> UInt32? {
    var copy = string
    return copy.withUTF8 { id(of: $0) }
  }

  /// The id of UTF-8 bytes when the pool holds them. O(length).
  package func id(of bytes: UnsafeBufferPointer<UInt8>) -> UInt32? {
    let slot = find(bytes, hash(bytes))
    return slots[slot] == 0 ? nil : slots[slot] - 1
  }

  /// The string of an id. O(length).
  package func string(_ id: UInt32) -> String {
    let entry = entries[Int(id)]
    if entry.length == 0 { return "" }
    let start = Int(entry.offset)
    return String(decoding: chunks[Int(entry.chunk)][start..<start + Int(entry.length)], as: UTF8.self)
  }

  /// The string of an id, or nil for the empty one.
  package func optional(_ id: UInt32) -> String? { id == 0 ? nil : string(id) }

  /// Calls `body` with the bytes of an id; they must not be used after it returns.
  package func withBytes(_ id: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    let entry = entries[Int(id)]
    chunks[Int(entry.chunk)].withUnsafeBufferPointer { chunk in
      let start = Int(entry.offset)
      body(UnsafeBufferPointer(rebasing: chunk[start..<start + Int(entry.length)]))
    }
  }

  /// Compares two strings by their bytes: negative, zero or positive like `memcmp`. O(length).
  package func compare(_ a: UInt32, _ b: UInt32) -> Int {
    if a == b { return 0 }
    var result = 0
    withBytes(a) { left in
      withBytes(b) { right in
        let shared = min(left.count, right.count)
        var index = 0
        while index < shared, left[index] == right[index] { index += 1 }
        if index < shared {
          result = left[index] < right[index] ? -1 : 1
        } else {
          result = left.count - right.count
        }
      }
    }
    return result
  }

  /// The length of a string in bytes.
  package func byteCount(_ id: UInt32) -> Int { Int(entries[Int(id)].length) }

  private mutating func store(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Entry {
    if chunks.isEmpty || chunks[chunks.count - 1].count + bytes.count > Self.chunkSize {
      var chunk: [UInt8] = []
      chunk.reserveCapacity(max(bytes.count, chunks.isEmpty ? 4096 : Self.chunkSize))
      chunks.append(chunk)
    }
    let chunk = chunks.count - 1
    let offset = chunks[chunk].count
    chunks[chunk].append(contentsOf: bytes)
    return Entry(
      chunk: UInt32(chunk), offset: UInt32(offset), length: UInt32(bytes.count), hash: hash)
  }

  /// The slot that holds the bytes, or the empty one where they belong.
  private func find(_ bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot] - 1)]
      if entry.hash == hash, Int(entry.length) == bytes.count, isEqual(entry, bytes) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func isEqual(_ entry: Entry, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    chunks[Int(entry.chunk)].withUnsafeBufferPointer { chunk in
      let start = Int(entry.offset)
      for index in 0..<bytes.count where chunk[start + index] != bytes[index] { return false }
      return true
    }
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    var larger = [UInt32](repeating: 0, count: mask + 1)
    for (id, entry) in entries.enumerated() {
      var slot = Int(entry.hash) & mask
      while larger[slot] != 0 { slot = (slot + 1) & mask }
      larger[slot] = UInt32(id) + 1
    }
    slots = larger
  }

  private func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let raw = UnsafeRawBufferPointer(bytes)
    var state = seed ^ UInt64(bytes.count)
    var index = 0
    while index + 8 <= raw.count {
      state = Self.mix(state ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var tail: UInt64 = 0
    while index < raw.count {
      tail = tail << 8 | UInt64(raw[index])
      index += 1
    }
    state = Self.mix(state ^ tail)
    return UInt32(truncatingIfNeeded: state ^ state >> 32)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
