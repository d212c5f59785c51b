/// Entity ids in a form that every graph tool takes as an id: ASCII letters, digits, `-`, `.` and `_`.
///
/// A colon becomes a dot (`place.310113`), any other character `_uXXXX_` with its code point.
public enum ExportID {
  /// The export form; two different entity ids never have the same.
  public static func encode(_ entityID: String) -> String {
    String(decoding: bytes(entityID), as: UTF8.self)
  }

  /// The entity id of an export form; nil for an id that `encode` never makes.
  public static func decode(_ exportID: String) -> String? {
    if exportID == "_" { return "" }
    var result = String.UnicodeScalarView()
    var rest = Array(exportID.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "."): result.append(":")
      case UInt8(ascii: "_"):
        guard let end = rest.firstIndex(of: UInt8(ascii: "_")), rest.popFirst() == UInt8(ascii: "u"),
          end > rest.startIndex,
          let value = UInt32(String(decoding: rest[rest.startIndex..<end], as: UTF8.self), radix: 16),
          let scalar = Unicode.Scalar(value)
        else { return nil }
        result.append(scalar)
        rest = rest[(end + 1)...]
      case _ where isPlain(byte): result.append(Unicode.Scalar(byte))
      default: return nil
      }
    }
    let entityID = String(result)
    return encode(entityID) == exportID ? entityID : nil
  }

  static func bytes(_ entityID: String) -> [UInt8] {
    if entityID.isEmpty { return [UInt8(ascii: "_")] }
    var result: [UInt8] = []
    for scalar in entityID.unicodeScalars {
      if scalar == ":" {
        result.append(UInt8(ascii: "."))
      } else if let byte = UInt8(exactly: scalar.value), isPlain(byte) {
        result.append(byte)
      } else {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result.append(contentsOf: "_u".utf8)
        result.append(contentsOf: String(repeating: "0", count: max(0, 4 - digits.utf8.count)).utf8)
        result.append(contentsOf: digits.utf8)
        result.append(UInt8(ascii: "_"))
      }
    }
    return result
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
