import SourceText
import Testing
import XMLStream

/// Random numbers that are the same in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite("XML escaping")
struct XMLEscapingTests {
  static func text(_ text: String) -> String {
    var output: [UInt8] = []
    XMLEscaping.appendText(text, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  static func attribute(_ text: String) -> String {
    var output: [UInt8] = []
    XMLEscaping.appendAttribute(text, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// What must come back: the text, its forbidden characters replaced.
  static func expected(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x10000...: view.append(scalar)
      default: view.append("\u{FFFD}")
      }
    }
    return String(view)
  }

  @Test("the special characters are escaped, and no others")
  func specials() {
    #expect(Self.text("甲&乙<丙>丁\"戊'己\t\n\r") == "甲&amp;乙&lt;丙&gt;丁\"戊'己\t\n&#13;")
    #expect(Self.attribute("甲&乙<丙>丁\"戊'己\t\n\r") == "甲&amp;乙&lt;丙&gt;丁&quot;戊'己&#9;&#10;&#13;")
    #expect(Self.text("") == "")
    #expect(
      Self.text("\u{0}\u{1F}\u{FFFE}，\u{FFFF}\u{7F}\u{85}") == "\u{FFFD}\u{FFFD}\u{FFFD}，\u{FFFD}\u{7F}\u{85}"
    )
  }

  @Test("bytes are escaped like strings")
  func bytes() {
    let input = Array("甲&\"\n，\u{FFFF}".utf8)
    var text: [UInt8] = []
    var attribute: [UInt8] = []
    XMLEscaping.appendText(input.span, to: &text)
    XMLEscaping.appendAttribute(input.span, to: &attribute)
    #expect(String(decoding: text, as: UTF8.self) == "甲&amp;\"\n，\u{FFFD}")
    #expect(String(decoding: attribute, as: UTF8.self) == "甲&amp;&quot;&#10;，\u{FFFD}")
  }

  @Test("every character of the basic plane comes back through libxml2")
  func allCharacters() {
    for start in stride(from: 0, to: 0x10000, by: 0x400) {
      var view = String.UnicodeScalarView()
      for value in start..<start + 0x400 {
        if let scalar = Unicode.Scalar(UInt32(value)) { view.append(scalar) }
      }
      Self.expectRoundTrip(String(view))
    }
  }

  @Test("random text comes back through libxml2", arguments: 0..<40)
  func randomText(seed: UInt64) {
    var random = SplitMix(state: seed)
    let pool: [Unicode.Scalar] = Array(
      "&<>\"'\t\n\r]桥，。\u{1}\u{FFFE}\u{FFFD}é\u{2028}𠀀👩\u{200D}".unicodeScalars)
    for _ in 0..<50 {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0..<60, using: &random) {
        if Bool.random(using: &random) {
          view.append(pool[Int.random(in: 0..<pool.count, using: &random)])
        } else if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random)) {
          view.append(scalar)
        }
      }
      Self.expectRoundTrip(String(view))
    }
  }

  static func expectRoundTrip(_ original: String) {
    var xml = Array("<a b=\"".utf8)
    XMLEscaping.appendAttribute(original, to: &xml)
    xml += Array("\">".utf8)
    XMLEscaping.appendText(original, to: &xml)
    xml += Array("</a>".utf8)
    let (events, problems) = recorded(xml)
    let expected = expected(original)
    #expect(problems.isEmpty)
    // Scalar by scalar: equality of strings would hide a changed normal form.
    let found = Array(events.joined().unicodeScalars)
    #expect(found == Array("<a b=\(expected)>\(expected)</a>".unicodeScalars))
  }
}
