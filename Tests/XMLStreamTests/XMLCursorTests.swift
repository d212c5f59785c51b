import SourceText
import Testing
import XMLStream

private final class Comparing: XMLEventHandler {
  var found: [Bool] = []
  let candidates: [String]

  init(_ candidates: [String]) { self.candidates = candidates }

  func startElement(_ name: XMLNameID, at cursor: borrowing XMLCursor) throws(Diagnostic) {
    for candidate in candidates {
      found.append(cursor.attribute(0, equals: XMLAttributeText(Array(candidate.utf8))))
    }
  }

  func text(_ piece: Span<UInt8>, at cursor: borrowing XMLCursor) throws(Diagnostic) {}

  func endElement(_ name: XMLNameID, at cursor: borrowing XMLCursor) throws(Diagnostic) {}
}

@Suite("Attributes as bytes")
struct XMLCursorTests {
  @Test(
    "a value is compared without a copy", arguments: ["键", "e_label", "", "abc", "long enough for words"])
  func comparing(value: String) throws {
    let handler = Comparing([value, value + "x", "x" + value, "é"])
    try XMLReader().read(bytes: Array("<a key=\"\(value)\"/>".utf8), file: nil, handler: handler)
    #expect(handler.found == [true, false, false, false])
  }

  @Test(
    "an ampersand is compared as the text it stands for",
    arguments: ["&", "a&b", "12345678&", "&#38;", "&&&&&&&&&"])
  func comparingAmpersands(value: String) throws {
    let handler = Comparing([value, value.replacing("&", with: "&amp;"), value + "&", "&#38;" + value])
    let escaped = value.replacing("&", with: "&amp;")
    try XMLReader().read(bytes: Array("<a key=\"\(escaped)\"/>".utf8), file: nil, handler: handler)
    #expect(handler.found == [true, false, false, false])
  }

  @Test("names are told apart however many attributes there are")
  func manyAttributes() throws {
    let handler = Finding()
    let attributes = (0..<40).map { "a\($0)=\"\($0)\"" }.joined(separator: " ")
    let xml = "<r \(attributes) p:a7=\"other\" xmlns:p=\"urn:p\"><s a7=\"inner\"/></r>"
    try XMLReader(names: [XMLName("a7")]).read(bytes: Array(xml.utf8), file: nil, handler: handler)
    #expect(handler.found == ["7", "inner"])
  }
}

private final class Finding: XMLEventHandler {
  var found: [String] = []

  func startElement(_ name: XMLNameID, at cursor: borrowing XMLCursor) throws(Diagnostic) {
    found.append(cursor.attributeValue(XMLNameID(0)) ?? "none")
  }

  func text(_ piece: Span<UInt8>, at cursor: borrowing XMLCursor) throws(Diagnostic) {}

  func endElement(_ name: XMLNameID, at cursor: borrowing XMLCursor) throws(Diagnostic) {}
}
