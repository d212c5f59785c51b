import SourceText
import Testing
import XMLStream

private final class Comparing: XMLEventHandler {
  var found: [Bool] = []
  let candidates: [String]

  init(_ candidates: [String]) { self.candidates = candidates }

  func startElement(_ name: XMLNameID, at cursor: borrowing XMLCursor) throws(Diagnostic) {
    for candidate in candidates { found.append(cursor.attribute(0, equals: Array(candidate.utf8))) }
  }

  func text(_ piece: Span<UInt8>, at cursor: borrowing XMLCursor) throws(Diagnostic) {}

  func endElement(_ name: XMLNameID, at cursor: borrowing XMLCursor) throws(Diagnostic) {}
}

@Suite("Attributes as bytes")
struct XMLCursorTests {
  @Test("a value is compared without a copy", arguments: ["键", "e_label", ""])
  func comparing(value: String) throws {
    let handler = Comparing([value, value + "x", "x" + value, "é"])
    try XMLReader().read(bytes: Array("<a key=\"\(value)\"/>".utf8), file: nil, handler: handler)
    #expect(handler.found == [true, false, false, false])
  }
}
