import GraphFormats
import GraphTestSupport
import Testing

@Suite("Export ids")
struct ExportIDTests {
  @Test(
    "known forms",
    arguments: [
      ("place:310113", "place.310113"),
      ("place:530326/以礼街道", "place.530326_u002F__u4EE5__u793C__u8857__u9053_"),
      ("n0", "n0"), ("a.b", "a_u002E_b"), ("a_b", "a_u005F_b"), ("", "_"), ("𠮷", "_u20BB7_"), ("a-b", "a-b"),
    ])
  func known(entityID: String, exportID: String) {
    #expect(ExportID.encode(entityID) == exportID)
    #expect(ExportID.decode(exportID) == entityID)
  }

  @Test("ids come back and are different", arguments: 0..<20)
  func reversible(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var seen: [String: String] = [:]
    for _ in 0..<200 {
      var id = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0..<8, using: &generator) {
        let value =
          generator.oneIn(2)
          ? UInt32.random(in: 0..<0x80, using: &generator) : .random(in: 0..<0x11_0000, using: &generator)
        if let scalar = Unicode.Scalar(value) { id.append(scalar) }
      }
      let text = String(id)
      let encoded = ExportID.encode(text)
      #expect(ExportID.decode(encoded)?.unicodeScalars.elementsEqual(id) == true)
      #expect(!encoded.isEmpty)
      #expect(encoded.utf8.allSatisfy { $0 < 0x80 && $0 > 0x20 })
      if let other = seen[encoded] { #expect(other.unicodeScalars.elementsEqual(id)) }
      seen[encoded] = text
    }
  }

  @Test(
    "what encode never makes is no export id",
    arguments: ["a b", "_u41_", "_u0041_", "_x", "_", "é", "_uD800_", "_u", "a_"])
  func invalid(exportID: String) {
    if let entityID = ExportID.decode(exportID) { #expect(ExportID.encode(entityID) == exportID) }
    #expect(ExportID.decode("_u0041_") == nil)
  }
}
