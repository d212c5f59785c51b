import SourceText
import Testing
import XMLStream

/// Writes every event down as one short string.
final class Recorder: XMLHandler {
  private(set) var events: [String] = []
  private let stopAt: String?

  init(stopAt: String? = nil) { self.stopAt = stopAt }

  func start(_ name: XMLName, attributes: [XMLAttribute], at position: SourcePosition) throws(Diagnostic) {
    let shown = attributes.map { " \($0.namespace.map { "{\($0)}" } ?? "")\($0.name)=\($0.value)" }.joined()
    events.append("<\(name)\(shown)>")
    if name.local == stopAt { throw Diagnostic(.error, id: "test.stop", message: "enough") }
  }

  func text(_ text: String, at position: SourcePosition) throws(Diagnostic) { events.append(text) }

  func end(_ name: XMLName, at position: SourcePosition) throws(Diagnostic) { events.append("</\(name)>") }
}

/// What a reading gave: its events, and its diagnostics in short form.
func recorded(_ bytes: [UInt8], stopAt: String? = nil) -> (events: [String], problems: [Diagnostic]) {
  let recorder = Recorder(stopAt: stopAt)
  do {
    let warnings = try XMLReader().read(bytes: bytes, file: "样本.xml", handler: recorder)
    return (recorder.events, warnings)
  } catch {
    return (recorder.events, error.all)
  }
}

func recorded(_ text: String, stopAt: String? = nil) -> (events: [String], problems: [Diagnostic]) {
  recorded(Array(text.utf8), stopAt: stopAt)
}

@Suite("XML reading")
struct XMLReaderTests {
  @Test("names lose their prefix and keep their namespace")
  func namespaces() {
    let xml = """
      <a xmlns="urn:x" xmlns:p="urn:y"><p:b c="1" p:c="2" xml:lang="zh"/><d xmlns=""/></a>
      """
    let (events, problems) = recorded(xml)
    #expect(problems.isEmpty)
    #expect(
      events == [
        "<{urn:x}a>", "<{urn:y}b c=1 {urn:y}c=2 {http://www.w3.org/XML/1998/namespace}lang=zh>",
        "</{urn:y}b>", "<d>", "</d>", "</{urn:x}a>",
      ])
  }

  @Test("text comes whole, references and CDATA resolved")
  func text() {
    let (events, problems) = recorded(
      "<a>桥 &lt;&amp;&gt;&quot;&apos; &#26725;&#x6865;<![CDATA[<b> & ]]>完</a>")
    #expect(problems.isEmpty)
    #expect(events == ["<a>", "桥 <&>\"' 桥桥<b> & 完", "</a>"])
  }

  @Test("attribute values come back resolved, an ampersand and what looks like one too")
  func attributeValues() {
    let xml = "<a x='1&amp;2&lt;&#38;&#x26;' y='&amp;#38;&amp;amp;' z=' 桥&#10;\n\t水 '/>"
    #expect(recorded(xml).events == ["<a x=1&2<&& y=&#38;&amp; z= 桥\n  水 >", "</a>"])
  }

  @Test("comments and processing instructions are passed over")
  func comments() {
    #expect(
      recorded("<?xml version='1.0'?><!-- x --><a><!-- y --><?z?>1</a>").events == ["<a>", "1", "</a>"])
  }

  @Test("an entity bomb and external entities end at the DOCTYPE")
  func doctype() {
    let bomb = """
      <?xml version="1.0"?>
      <!DOCTYPE lolz [
        <!ENTITY lol "lol">
        <!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
        <!ENTITY lol3 "&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;">
      ]>
      <lolz>&lol3;</lolz>
      """
    let external = """
      <?xml version="1.0"?>
      <!DOCTYPE a [ <!ENTITY x SYSTEM "file:///etc/hostname"> ]>
      <a>&x;</a>
      """
    for xml in [bomb, external, "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x.dtd'><a/>", "<!DOCTYPE a><a/>"] {
      let (events, problems) = recorded(xml)
      #expect(events.isEmpty)
      #expect(problems.map(\.id) == ["xml.doctype"])
      #expect(problems.first?.position?.line == (xml.hasPrefix("<?xml") ? 2 : 1))
    }
  }

  @Test("an undefined entity is an error, not a hole in the text")
  func undefinedEntity() {
    let (_, problems) = recorded("<a>\n  &nbsp;</a>")
    #expect(problems.first?.id == "xml.malformed")
    #expect(problems.first?.position == SourcePosition(line: 2, column: 9))
  }

  @Test(
    "broken files are reported with line and column",
    arguments: [
      ("<a>\n  <b>桥</c>\n</a>", "xml.malformed", 2, 11),
      ("<a>\n\n  <b x=1/>\n</a>", "xml.malformed", 3, 8),
      ("<a>桥桥 < </a>", "xml.malformed", 1, 8),
      ("<a><b></b>", "xml.malformed", 1, 11),
      ("", "xml.malformed", 1, 1),
      ("bare text", "xml.malformed", 1, 1),
      ("<a/>\n<b/>", "xml.malformed", 2, 1),
      ("<a>\n<p:b/></a>", "xml.namespace", 2, 5),
      ("<a x='1' x='2'/>", "xml.malformed", 1, 15),
      ("<a>\u{1}</a>", "xml.malformed", 1, 4),
    ])
  func positions(_ xml: String, _ id: String, _ line: Int, _ column: Int) {
    let (_, problems) = recorded(xml)
    #expect(problems.first?.id == id)
    #expect(problems.first?.position == SourcePosition(line: line, column: column))
    #expect(problems.first?.file == "样本.xml")
    #expect(problems.first?.message.contains("\n") == false)
  }

  @Test("every truncation of a document is an error, and no trap")
  func truncation() {
    let whole = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?><a x=\"桥\">水<b/><![CDATA[井]]>&amp;</a>".utf8)
    #expect(recorded(whole).problems.isEmpty)
    for length in 0..<whole.count {
      #expect(
        recorded(Array(whole[..<length])).problems.contains { $0.severity == .error }, "\(length) bytes")
    }
  }

  @Test("bytes that are no UTF-8 are an error with its line")
  func invalidUTF8() {
    let (_, problems) = recorded(Array("<a>\n桥".utf8) + [0xFF, 0xFE] + Array("</a>".utf8))
    #expect(problems.first?.severity == .error)
    #expect(problems.first?.id == "xml.encoding")
    #expect(problems.first?.position?.line == 2)
  }

  @Test("the declared encoding counts, and a wrong or unknown one is an error")
  func encodings() {
    let latin = Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8) + [0xE9] + Array("</a>".utf8)
    #expect(recorded(latin).events == ["<a>", "é", "</a>"])
    let gb = Array("<?xml version='1.0' encoding='GB18030'?><a>".utf8) + [0xC7, 0xC5] + Array("</a>".utf8)
    #expect(recorded(gb).events == ["<a>", "桥", "</a>"])
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in "<a>桥𠀀</a>".utf16 { wide += [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] }
    #expect(recorded(wide).events == ["<a>", "桥𠀀", "</a>"])
    let wrong = Array("<?xml version='1.0' encoding='UTF-8'?><a>".utf8) + [0xC7, 0xC5] + Array("</a>".utf8)
    #expect(recorded(wrong).problems.first?.id == "xml.encoding")
    let unknown = recorded("<?xml version='1.0' encoding='martian'?><a/>")
    #expect(unknown.problems.first?.id == "xml.encoding")
  }

  @Test("nesting beyond the limit is an error with its place")
  func depth() {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>\n", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(recorded(nested(200)).problems.isEmpty)
    let (events, problems) = recorded(nested(10_000))
    #expect(events.filter { $0 == "<a>" }.count == 200)
    #expect(problems.map(\.id) == ["xml.too-deep"])
    #expect(problems.first?.position?.line == 201)
  }

  @Test("the handler stops the reading with a diagnostic that gets file and position")
  func stopping() {
    let (events, problems) = recorded("<a>\n<b/>\n<c/></a>", stopAt: "b")
    #expect(events == ["<a>", "\n", "<b>"])
    #expect(problems.map(\.description) == ["样本.xml:2:3: error: enough [test.stop]"])
  }

  @Test("a text node of thirty megabytes arrives whole")
  func longText() throws {
    let piece = "从山里来，到海边去。\n"
    let bytes = Array(("<a>" + String(repeating: piece, count: 1_000_000) + "</a>").utf8)
    final class Length: XMLEventHandler {
      var length = 0
      func startElement(_ name: XMLNameID, at cursor: borrowing XMLCursor) throws(Diagnostic) {}
      func text(_ piece: Span<UInt8>, at cursor: borrowing XMLCursor) throws(Diagnostic) {
        length += piece.count
      }
      func endElement(_ name: XMLNameID, at cursor: borrowing XMLCursor) throws(Diagnostic) {}
    }
    let length = Length()
    try XMLReader().read(bytes: bytes, file: nil, handler: length)
    #expect(length.length == bytes.count - 7)
  }

  @Test("the size of the chunks changes nothing")
  func chunks() throws {
    let xml = Array("<?xml version='1.0'?>\n<a x='桥𠀀'>水𠀀&lt;<b c='&#10;'/>井</a>".utf8)
    let whole = recorded(xml).events
    for size in 1...xml.count {
      let recorder = Recorder()
      var start = 0
      let adapter = ByteRecorder(recorder)
      try XMLReader().read(file: nil, handler: adapter) { () throws(Diagnostic) in
        let end = min(start + size, xml.count)
        defer { start = end }
        return Array(xml[start..<end])
      }
      try adapter.finish()
      #expect(recorder.events == whole, "chunks of \(size)")
    }
  }

  @Test("a failing source is reported as it says")
  func failingSource() {
    let failure = Diagnostic(.error, id: "xml.unreadable", file: "盘.xml", message: "the disk is gone")
    var calls = 0
    let problems: [Diagnostic]
    do {
      problems = try XMLReader().read(file: "盘.xml", handler: ByteRecorder(Recorder())) {
        () throws(Diagnostic) in
        calls += 1
        if calls > 1 { throw failure }
        return Array("<a><b/>".utf8)
      }
    } catch {
      problems = error.all
    }
    #expect(problems == [failure])
  }

  @Test("a file that is not there is unreadable")
  func missingFile() {
    #expect(throws: Diagnostics.self) {
      try XMLReader().read(path: "没有/这个.xml", handler: Recorder())
    }
  }

  @Test("many readings at once do not meet")
  func concurrency() async {
    let good = "<a xmlns='urn:x'>" + String(repeating: "<b c='桥'>水</b>", count: 200) + "</a>"
    let expected = recorded(good).events
    await withTaskGroup(of: Bool.self) { group in
      for number in 0..<200 {
        group.addTask {
          if number % 3 == 0 { return recorded("<a>\n<b></a>").problems.first?.position?.line == 2 }
          return recorded(good).events == expected
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }
}

/// The byte events as strings: what the string layer does, written again to test the byte layer.
final class ByteRecorder: XMLEventHandler {
  private let target: Recorder
  private var text: [UInt8] = []

  init(_ target: Recorder) { self.target = target }

  func startElement(_ name: XMLNameID, at cursor: borrowing XMLCursor) throws(Diagnostic) {
    try finish()
    var attributes: [XMLAttribute] = []
    for index in 0..<cursor.attributeCount {
      let value = cursor.withAttribute(index) { value in value.withUnsafeBufferPointer { Array($0) } }
      let name = cursor.name(cursor.attributeName(index))
      attributes.append(
        XMLAttribute(
          name: name.local, namespace: name.namespace, value: String(decoding: value, as: UTF8.self)))
    }
    try target.start(cursor.name(name), attributes: attributes, at: cursor.position)
  }

  func text(_ piece: Span<UInt8>, at cursor: borrowing XMLCursor) throws(Diagnostic) {
    for index in piece.indices { text.append(piece[index]) }
  }

  func endElement(_ name: XMLNameID, at cursor: borrowing XMLCursor) throws(Diagnostic) {
    try finish()
    try target.end(cursor.name(name), at: cursor.position)
  }

  func finish() throws(Diagnostic) {
    guard !text.isEmpty else { return }
    try target.text(String(decoding: text, as: UTF8.self), at: SourcePosition(line: 1, column: 1))
    text = []
  }
}
