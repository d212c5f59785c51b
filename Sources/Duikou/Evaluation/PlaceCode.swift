/// The code in the id of a place, and what follows it.
struct PlaceCode: Sendable {
  /// Six digits: of the place itself or of the unit that it lies in.
  let code: String
  /// Whether a name follows, as for townships and villages.
  let isBelow: Bool

  /// Reads `place:530326` and `place:530326/年堆乡`; nil for every other id.
  init?(_ entityID: String) {
    guard entityID.hasPrefix("place:") else { return nil }
    let rest = entityID.utf8.dropFirst(6)
    let digits = rest.prefix(6)
    guard digits.count == 6, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let end = rest.dropFirst(6)
    guard end.isEmpty || end.first == UInt8(ascii: "/") else { return nil }
    code = String(decoding: digits, as: UTF8.self)
    isBelow = !end.isEmpty
  }

  /// The place itself and the ids one administrative level up.
  static func withParents(_ entityID: String) -> Set<String> {
    guard let place = PlaceCode(entityID) else { return [entityID] }
    let code = place.code
    if place.isBelow { return [entityID, "place:\(code)"] }
    if code.hasSuffix("0000") { return [entityID] }
    if code.hasSuffix("00") { return [entityID, "place:\(code.prefix(2))0000"] }
    var result: Set<String> = [entityID, "place:\(code.prefix(4))00"]
    // Districts of these lie in the municipality itself.
    if ["11", "12", "31", "50"].contains(code.prefix(2)) { result.insert("place:\(code.prefix(2))0000") }
    return result
  }

  /// Whether two ids are equal or at most one administrative level apart.
  static func isNear(_ a: String, _ b: String) -> Bool {
    a == b || withParents(b).contains(a) || withParents(a).contains(b)
  }
}
