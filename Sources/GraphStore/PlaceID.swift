/// What the id of a coded place tells of the places above it.
public enum PlaceID {
  /// Ids above `entityID`, nearest first: the township of a village, the county, the prefecture, the
  /// province. Empty for anything but a coded place. Municipalities have no prefecture; asking for one
  /// does no harm.
  public static func ancestors(of entityID: String) -> [String] {
    var result: [String] = []
    var copy = entityID
    copy.withUTF8 { bytes in
      visitAncestors(of: bytes) {
        result.append(String(decoding: $0, as: UTF8.self))
        return false
      }
    }
    return result
  }

  /// Calls `stop` with each id above an id, nearest first, until it returns true.
  static func visitAncestors(
    of entityID: UnsafeBufferPointer<UInt8>, until stop: (UnsafeBufferPointer<UInt8>) -> Bool
  ) {
    guard entityID.starts(with: prefix) else { return }
    var end = entityID.count
    while let slash = entityID[prefix.count..<end].lastIndex(of: UInt8(ascii: "/")) {
      end = slash
      if stop(UnsafeBufferPointer(rebasing: entityID[..<end])) { return }
    }
    let code = entityID[prefix.count..<end]
    guard code.count == 6, code.allSatisfy({ (48...57).contains($0) }) else { return }
    let zero = UInt8(ascii: "0")
    var id = Array(entityID[..<end])
    for digits in [4, 2] where id[(prefix.count + digits)...].contains(where: { $0 != zero }) {
      for index in (prefix.count + digits)..<id.count { id[index] = zero }
      if id.withUnsafeBufferPointer(stop) { return }
    }
  }

  private static let prefix = Array("place:".utf8)

  /// Code of the province (`530000`) of a coded place or its code; nil for anything else.
  public static func province(of entityIDOrCode: String) -> String? {
    let bytes = entityIDOrCode.utf8
    let digits = bytes.starts(with: "place:".utf8) ? bytes.dropFirst(6).prefix(6) : bytes.prefix(6)
    guard digits.count == 6, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return String(decoding: digits.prefix(2), as: UTF8.self) + "0000"
  }
}
