import GraphFormats
import GraphStore
import GraphTestSupport
import SourceText
import Testing

@Suite("Reading JSON Lines, and broken JSON Lines")
struct JSONLinesReaderTests {
  private func read(_ text: String) throws -> GraphReading {
    try JSONLinesReader().read(bytes: Array(text.utf8), file: "x.jsonl")
  }

  @Test("lines in any order, spaces, null, unknown members, a byte order mark")
  func tolerant() throws {
    let reading = try read(
      "\u{FEFF}{ \"kind\" : \"relation\", \"from\":\"a\",\"to\":\"b\",\"type\":\"assists\",\"x\":[1,{\"y\":null}],\r\n"
        .replacing("\r\n", with: "")
        + "\"evidence\":[{\"document\":\"d\",\"text\":\"\\u5e2e\\ud842\\udfb7\\ud842\\/\",\"fields\":[\"b\",\"a\",\"b\"]}]}\r\n\n"
        + "{\"kind\":\"entity\",\"entity_id\":\"a\",\"label\":null,\"mention_count\":3.0}\n"
        + "{\"kind\":\"later\"}\n{\"kind\":\"graph\",\"version\":1,\"title\":\"题\"}")
    #expect(reading.graph.nodeCount == 2)
    let edge = reading.graph.edge(try #require(reading.graph.edgeIDs.first))
    #expect(edge.evidence.map(\.text) == ["帮𠮷\u{FFFD}/"])
    #expect(edge.fields == ["a", "b"])
    #expect(reading.title == "题")
    #expect(reading.warnings.map(\.id) == ["jsonl.unknown-kind"])
  }

  @Test(
    "broken lines are told what and where, all at once",
    arguments: [
      ("{\"kind\":\"entity\",\"entity_id\":\"帮\" x}", "1:34 jsonl.malformed"),
      ("{\"kind\":\"entity\"}", "1:1 jsonl.missing-key"),
      (
        "{\"kind\":\"relation\",\"from\":\"a\"}\n{}\n{\"kind\":\"mention\",\"entity_id\":\"a\"}",
        "1:1 jsonl.missing-key; 2:1 jsonl.missing-key; 3:1 jsonl.missing-key"
      ),
      ("[1]", "1:1 jsonl.malformed"), ("{\"a\":\"b", "1:8 jsonl.malformed"),
      ("{\"a\":01x}", "1:8 jsonl.malformed"),
      ("{\"certainty\":\"hoch\"}", "1:14 jsonl.malformed"), ("{\"start\":-1}", "1:12 jsonl.malformed"),
      ("{\"kind\":\"graph\",\"version\":2}", "1:1 jsonl.version"), ("{\"a\":\"\\q\"}", "1:8 jsonl.malformed"),
      ("{\"evidence\":[{\"status\":\"maybe\"}]}", "1:31 jsonl.malformed"),
      ("{\"year_from\":1} {}", "1:17 jsonl.malformed"),
      ("{\"a\":\"\u{1}\"}", "1:7 jsonl.malformed"), ("{\"a\":\"\\u12g4\"}", "1:9 jsonl.malformed"),
    ])
  func broken(text: String, expected: String) throws {
    let error = try #require(throws: Diagnostics.self) { _ = try read(text) }
    let found = error.all.map { "\($0.position?.line ?? 0):\($0.position?.column ?? 0) \($0.id)" }
    #expect(found.joined(separator: "; ") == expected)
  }

  @Test("deep nesting and invalid UTF-8 are errors")
  func hostile() throws {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: Diagnostics.self) { _ = try read("{\"x\":" + deep) }
    let error = try #require(throws: Diagnostics.self) {
      _ = try JSONLinesReader().read(bytes: Array("{\"帮\":\"".utf8) + [0xE5, 0x22, 0x7D])
    }
    #expect(error.all.map(\.id) == ["jsonl.encoding"])
    #expect(error.all.first?.position?.column == 7)
  }

  @Test("a missing file is an error, an empty one an empty graph")
  func files() throws {
    #expect(throws: Diagnostics.self) { _ = try JSONLinesReader().read(path: "/nonexistent/x.jsonl") }
    #expect(throws: Diagnostics.self) { _ = try JSONLinesReader().read(path: "/") }
    #expect(try read("").graph.nodeCount == 0)
  }

  @Test("reading a file in pieces gives what reading it at once gives")
  func pieces() throws {
    let graph = RandomGraph(seed: 3, size: 800).graph()
    try withTemporaryFolder { folder in
      let path = folder + "/g.jsonl"
      try JSONLinesWriter().write(graph, toFile: path)
      #expect(try JSONLinesReader().read(path: path).graph == graph)
      let other = folder + "/g.graphml"
      try GraphMLWriter().write(graph, toFile: other)
      let whole = try GraphMLReader().read(bytes: GraphMLWriter().bytes(graph)).graph
      #expect(try GraphMLReader().read(path: other).graph == whole)
    }
  }

  @Test("damaged files never stop the program", arguments: 0..<150)
  func damaged(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var bytes = JSONLinesWriter().bytes(RandomGraph(seed: UInt64(seed % 5), size: 3).graph())
    for _ in 0..<Int.random(in: 1..<6, using: &generator) {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes[place] = .random(in: 0...255, using: &generator)
      case 1:
        bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1..<40, using: &generator)))
      case 2:
        bytes.insert(
          contentsOf: generator.pick([Array("{[".utf8), Array("\\u".utf8), Array("1e999".utf8), [0xFF]]),
          at: place)
      default: bytes.removeLast(min(bytes.count - 1, Int.random(in: 1..<200, using: &generator)))
      }
    }
    do {
      let graph = try JSONLinesReader().read(bytes: bytes).graph
      let again = try? JSONLinesReader().read(bytes: JSONLinesWriter().bytes(graph)).graph
      #expect(again == graph)
    } catch {
      #expect(error.all.contains { $0.severity == .error })
    }
  }
}
