/// A set of word classes, as bits.
struct CueSet: Sendable, Hashable {
  private(set) var bits: UInt64 = 0

  init() {}

  init(bit: Int) { bits = 1 << UInt64(bit) }

  var isEmpty: Bool { bits == 0 }

  mutating func formUnion(_ other: CueSet) { bits |= other.bits }

  func union(_ other: CueSet) -> CueSet {
    var result = self
    result.formUnion(other)
    return result
  }

  func intersects(_ other: CueSet) -> Bool { bits & other.bits != 0 }

  func contains(_ other: CueSet) -> Bool { bits & other.bits == other.bits }
}
