/// Interned byte strings: every distinct string is kept once (but for those that `append` adds), in large
/// chunks that are never moved.
///
/// Id 0 is the empty string and stands for “no value”. Chunks, rather than one growing array, keep the
/// peak memory of loading a large graph near its final size.
package struct StringPool: Sendable {
  private struct Entry {
    var chunk: UInt32
    var offset: UInt32
    var length: UInt32
  }

  /// A place of the hash table; the hash beside the id saves a look at most other strings.
  private struct Slot {
    var hash: UInt32 = 0
    /// One more than the id; 0 in a free slot.
    var number: UInt32 = 0
  }

  private static let chunkSize = 1 << 20

  private var chunks: [[UInt8]] = []
  private var entries: [Entry] = []
  private var slots: [Slot] = []
  private var usedSlots = 0
  /// Of no meaning; it takes what was read ahead, so that the reading is not optimized away.
  private var warmth: UInt8 = 0
  /// Differs from run to run, so that nobody can prepare an input whose strings all collide.
  private let seed: UInt64

  /// A pool that holds the empty string only.
  package init() {
    seed = UInt64(truncatingIfNeeded: Hasher().finalize()) | 1
    slots = [Slot](repeating: Slot(), count: 64)
    _ = intern("")
  }

  /// Makes room for strings, so that the table of them need not grow. Room that stays unused costs nothing but
  /// addresses.
  package mutating func reserveCapacity(_ count: Int) { entries.reserveCapacity(count) }

  /// The number of strings.
  package var count: Int { entries.count }

  /// The id of `string`, which is added when it is new. O(length).
  package mutating func intern(_ string: String) -> UInt32 {
    if string.isEmpty, !entries.isEmpty { return 0 }
    var copy = string
    return copy.withUTF8 { intern($0) }
  }

  /// The id of valid UTF-8, which is added when it is new. O(length).
  package mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    intern(bytes, hash: hash(bytes))
  }

  /// The ids of many strings that stand one after the other in `bytes`, each up to its number in `ends`.
  ///
  /// In a large pool a string costs three waits for memory. Here the waits of all strings overlap: each step
  /// is done for all of them before the next.
  package mutating func intern(
    all bytes: UnsafeBufferPointer<UInt8>, ends: [Int], to ids: inout [UInt32]
  ) {
    let mask = slots.count - 1
    var hashes: [UInt32] = []
    hashes.reserveCapacity(ends.count)
    var start = 0
    for end in ends {
      hashes.append(hash(UnsafeBufferPointer(rebasing: bytes[start..<end])))
      start = end
    }
    let likely = hashes.map { hash in
      let slot = slots[Int(hash) & mask]
      return slot.hash == hash ? slot.number : 0
    }
    let places = likely.map { $0 == 0 ? Entry(chunk: 0, offset: 0, length: 0) : entries[Int($0) - 1] }
    for place in places where place.length > 0 {
      let first = Int(place.offset)
      let last = first + Int(place.length) - 1
      warmth &+= chunks[Int(place.chunk)][first] &+ chunks[Int(place.chunk)][last]
    }
    start = 0
    for (position, end) in ends.enumerated() {
      let string = UnsafeBufferPointer(rebasing: bytes[start..<end])
      if likely[position] != 0, isEqual(places[position], string) {
        ids.append(likely[position] - 1)
      } else {
        ids.append(intern(string, hash: hashes[position]))
      }
      start = end
    }
  }

  /// Fetches what `intern` will need of the table: of strings that come soon, so that the waits for memory
  /// overlap.
  package mutating func warm(_ bytes: UnsafeBufferPointer<UInt8>) {
    warmth &+= UInt8(truncatingIfNeeded: slots[Int(hash(bytes)) & (slots.count - 1)].number)
  }

  private mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt32) -> UInt32 {
    let slot = find(bytes, hash)
    if slots[slot].number != 0 { return slots[slot].number - 1 }
    let id = UInt32(entries.count)
    entries.append(store(bytes))
    slots[slot] = Slot(hash: hash, number: id + 1)
    usedSlots += 1
    if usedSlots * 2 > slots.count { grow() }
    return id
  }

  /// The id of valid UTF-8, which is added when it is new. O(length).
  package mutating func intern(_ bytes: [UInt8]) -> UInt32 { bytes.withUnsafeBufferPointer { intern($0) } }

  /// Adds valid UTF-8 without looking whether the pool holds it already: for long texts, which seldom come
  /// twice, so that looking costs more than it saves. Such a string is not found by `id(of:)`.
  package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    if bytes.isEmpty { return 0 }
    entries.append(store(bytes))
    return UInt32(entries.count - 1)
  }

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
    return slots[slot].number == 0 ? nil : slots[slot].number - 1
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

  private mutating func store(_ bytes: UnsafeBufferPointer<UInt8>) -> Entry {
    if chunks.isEmpty || chunks[chunks.count - 1].count + bytes.count > Self.chunkSize {
      var chunk: [UInt8] = []
      chunk.reserveCapacity(max(bytes.count, chunks.isEmpty ? 4096 : Self.chunkSize))
      chunks.append(chunk)
    }
    let chunk = chunks.count - 1
    let offset = chunks[chunk].count
    chunks[chunk].append(contentsOf: bytes)
    return Entry(chunk: UInt32(chunk), offset: UInt32(offset), length: UInt32(bytes.count))
  }

  /// The slot that holds the bytes, or the empty one where they belong.
  private func find(_ bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot].number != 0 {
      if slots[slot].hash == hash, isEqual(entries[Int(slots[slot].number - 1)], bytes) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func isEqual(_ entry: Entry, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if Int(entry.length) != bytes.count { return false }
    return chunks[Int(entry.chunk)].withUnsafeBufferPointer { chunk in
      let start = Int(entry.offset)
      let known = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(chunk)[start..<start + bytes.count])
      let raw = UnsafeRawBufferPointer(bytes)
      if raw.count < 8 { return raw.indices.allSatisfy { known[$0] == raw[$0] } }
      // The last word overlaps the one before.
      var index = 0
      while index < raw.count - 8 {
        let left = known.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if left != raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) { return false }
        index += 8
      }
      let left = known.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self)
      return left == raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self)
    }
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    var larger = [Slot](repeating: Slot(), count: mask + 1)
    for old in slots where old.number != 0 {
      var slot = Int(old.hash) & mask
      while larger[slot].number != 0 { slot = (slot + 1) & mask }
      larger[slot] = old
    }
    slots = larger
  }

  private func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let raw = UnsafeRawBufferPointer(bytes)
    var state = seed ^ UInt64(bytes.count)
    var tail: UInt64 = 0
    if raw.count < 8 {
      for byte in raw { tail = tail << 8 | UInt64(byte) }
    } else {
      var index = 0
      while index < raw.count - 8 {
        state = Self.mix(state ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        index += 8
      }
      // The last word overlaps the one before.
      tail = raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self)
    }
    state = Self.mix(state ^ tail)
    return UInt32(truncatingIfNeeded: state ^ state >> 32)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
