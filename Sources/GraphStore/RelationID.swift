/// Ids of relations, the same in every run and every corpus.
public enum RelationID {
  /// `r` and 12 hexadecimal digits of a hash of the type and both entity ids.
  public static func make(type: String, from: String, to: String) -> String {
    text(bits(type: type, from: from, to: to))
  }

  /// The 48 bits that the id shows.
  package static func bits(type: String, from: String, to: String) -> UInt64 {
    var state = offsetBasis
    for byte in type.utf8 { add(byte, to: &state) }
    add(separator, to: &state)
    for byte in from.utf8 { add(byte, to: &state) }
    add(separator, to: &state)
    for byte in to.utf8 { add(byte, to: &state) }
    return finish(state)
  }

  /// The text of the 48 bits of a hash.
  package static func text(_ bits: UInt64) -> String {
    let digits = String(bits, radix: 16)
    return "r" + String(repeating: "0", count: 12 - digits.utf8.count) + digits
  }

  /// The 48 bits for the bytes of the three parts.
  package static func bits(
    _ type: UnsafeBufferPointer<UInt8>, _ from: UnsafeBufferPointer<UInt8>, _ to: UnsafeBufferPointer<UInt8>
  ) -> UInt64 {
    var state = offsetBasis
    for byte in type { add(byte, to: &state) }
    add(separator, to: &state)
    for byte in from { add(byte, to: &state) }
    add(separator, to: &state)
    for byte in to { add(byte, to: &state) }
    return finish(state)
  }

  // FNV-1a with the finalizer of MurmurHash3: short enough to be written again in any language.
  private static let offsetBasis: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let separator: UInt8 = 0x1f

  private static func add(_ byte: UInt8, to state: inout UInt64) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  private static func finish(_ state: UInt64) -> UInt64 {
    var value = state
    value = (value ^ value >> 33) &* 0xff51_afd7_ed55_8ccd
    value = (value ^ value >> 33) &* 0xc4ce_b9fe_1a85_ec53
    return (value ^ value >> 33) >> 16
  }
}
