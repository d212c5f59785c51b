import Duikou
import Foundation
import SourceText
import Testing

@Suite struct GoldFileTests {
  private func read(_ text: String, fields: Set<String>? = nil) throws(Diagnostics) -> GoldFile {
    try GoldFile.read(bytes: Array(text.utf8), file: "gold.jsonl", fields: fields)
  }

  private func problems(_ text: String, fields: Set<String>? = nil) -> [String] {
    do {
      return try read(text, fields: fields).warnings.map(Self.short)
    } catch {
      return error.all.map(Self.short)
    }
  }

  private static func short(_ problem: Diagnostic) -> String {
    "\(problem.position?.line ?? 0):\(problem.position?.column ?? 0) \(problem.id)"
  }

  @Test("a full record is read")
  func fullRecord() throws {
    let gold = try read(
      """
      {"doc": "a", "case": 3, "title": "题", "entities": [\
      {"id": "place:310113", "type": "District", "names": ["宝山区", "宝山"], "certain": false, "note": "x"},\
      {"id": "place:530326/年堆乡", "type": "Village", "type_alt": "Township", "names": ["年堆乡"]}],\
       "relations": [{"type": "assists", "from": "place:310113", "to": "place:530326/年堆乡",\
       "fields": ["pairing"], "fields_optional": ["health"], "evidence": "结对", "certain": false}]}

      """)
    let record = try #require(gold.records.first)
    #expect(gold.records.count == 1 && gold.warnings.isEmpty)
    #expect(record.document == "a" && record.part == "3")
    #expect(record.entities.map(\.names) == [["宝山区", "宝山"], ["年堆乡"]])
    #expect(record.entities.map(\.isCertain) == [false, true])
    #expect(record.entities.map(\.alternativeType) == [nil, .township])
    let relation = try #require(record.relations.first)
    #expect(relation.fields == ["pairing"] && relation.optionalFields == ["health"])
    #expect(relation.evidence == "结对" && !relation.isCertain)
  }

  @Test("numbers, null and missing members of a record are what they stand for")
  func looseMembers() throws {
    let gold = try read(#"{"doc": 2019, "case": null, "entities": [], "relations": []}"#)
    #expect(gold.records.map(\.document) == ["2019"] && gold.records.first?.part == nil)
  }

  @Test("a byte order mark, empty lines and CR LF are passed over, and lines still count")
  func lineEnds() {
    let record = #"{"doc": "a", "entities": [], "relations": []}"#
    #expect(problems("\u{FEFF}\(record)\r\n\r\n\(record)\r\n{]\r\n") == ["4:2 gold.malformed"])
  }

  /// Lines with `^` in front of every place where a problem lies.
  @Test(
    "every problem has its line and column, in characters",
    arguments: [
      (#"{"doc": "甲", "entities": ^5, "relations": []}"#, ["wrong-value"]),
      (#"{"doc": "甲", "entities": [^7], "relations": []}"#, ["wrong-value"]),
      (#"^{"entities": [], "relations": []}"#, ["missing-key"]),
      (#"  ^{"doc": "甲", "relations": []}"#, ["missing-key"]),
      (#"{"doc": "甲", "entities": [], "relations": [], ^"more": 1}"#, ["unknown-key"]),
      (#"{"doc": "甲", "entities": [], "relations": []} ^x"#, ["malformed"]),
      (#"{"doc": "甲", "entities": [], "relations": ^}"#, ["malformed"]),
      (entity(#""id": "org:乙", "type": ^"Firm", "names": []"#), ["unknown-type"]),
      (entity(#""id": ^"乙", "type": "County", "names": []"#), ["entity-id"]),
      (entity(#""id": ^"place:12345", "type": "County", "names": []"#), ["entity-id"]),
      (
        entity(#""id": "org:乙", "type": "Agency", "names": [^1, "乙", ^true]"#),
        ["wrong-value", "wrong-value"]
      ),
      (entity(#""id": "org:乙", "type": "Agency", "names": [], "certain": ^"no""#), ["wrong-value"]),
      (
        #"{"doc": "甲", "entities": [^{"id": ^"place:1", "type": "County"}], "relations": []}"#,
        ["missing-key", "entity-id"]
      ),
      (relation(#""type": ^"likes", "from": "org:a", "to": "org:b""#), ["unknown-relation"]),
      (relation(#""type": ^"located_in", "from": "org:a", "to": "org:b""#), ["unknown-relation"]),
      (
        relation(#""type": "runs", "from": ^"org:a", "to": ^"prog:b""#),
        ["unknown-entity", "unknown-entity"]
      ),
    ])
  func positions(marked: String, expected: [String]) {
    var line = ""
    var columns: [Int] = []
    for character in marked {
      if character == "^" { columns.append(line.unicodeScalars.count + 1) } else { line.append(character) }
    }
    let found = problems(line).sorted { Self.column($0) < Self.column($1) }
    #expect(found == zip(columns, expected).map { "1:\($0) gold.\($1)" })
    #expect(columns.count == expected.count)
  }

  private static func column(_ problem: String) -> Int {
    Int(problem.drop { $0 != ":" }.dropFirst().prefix { $0 != " " }) ?? 0
  }

  private static func entity(_ members: String) -> String {
    #"{"doc": "甲", "entities": [{"# + members + #"}], "relations": []}"#
  }

  private static func relation(_ members: String) -> String {
    #"{"doc": "甲", "entities": [], "relations": [{"# + members + "}]}"
  }

  @Test("fields are held to those that there are, when they are known")
  func fields() {
    let line =
      #"{"doc": "a", "entities": [{"id": "org:a", "type": "Agency", "names": ["a"]}, {"id": "org:b", "type": "Agency", "names": ["b"]}], "relations": [{"type": "assists", "from": "org:a", "to": "org:b", "fields": ["health", "luck"]}]}"#
    #expect(problems(line).isEmpty)
    let found = problems(line, fields: ["health"])
    let expected = line.range(of: "\"luck\"").map {
      line.distance(from: line.startIndex, to: $0.lowerBound) + 1
    }
    #expect(found == ["1:\(expected ?? 0) gold.unknown-field"])
  }

  @Test("all problems of all lines come at once, and a broken line does not hide the next")
  func allAtOnce() {
    let text = """
      {"doc": "a", "entities": [
      {"doc": "b", "entities": [], "relations": []}
      {"doc": "c"}
      """
    #expect(problems(text) == ["1:27 gold.malformed", "3:1 gold.missing-key"])
  }

  @Test("invalid UTF-8 is an error of its line")
  func encoding() {
    let bytes = Array("{\"doc\": \"".utf8) + [0xFF] + Array("\"}".utf8)
    #expect(throws: Diagnostics.self) { try GoldFile.read(bytes: bytes, file: nil) }
  }

  @Test("a file that is not there is reported with the problems of the others")
  func unreadable() {
    do throws(Diagnostics) {
      _ = try GoldFile.read(["no-such-gold.jsonl", "no-other.jsonl"])
      Issue.record("reading has to fail")
    } catch {
      #expect(error.all.map(\.id) == ["input.unreadable", "input.unreadable"])
    }
  }

  @Test("names and evidence are held to the text; white space, quotation marks and the first name are not")
  func textCheck() throws {
    let gold = try read(
      #"{"doc": "a", "entities": [{"id": "org:甲", "type": "Agency", "names": ["甲局全称", "甲局", "乙局"]}], "relations": [{"type": "assists", "from": "org:甲", "to": "org:甲", "evidence": "甲局“帮扶”"}, {"type": "assists", "from": "org:甲", "to": "org:甲", "evidence": "没有的话"}]}"#
        + "\n" + #"{"doc": "b", "entities": [], "relations": []}"#)
    let text = SampleText.document("a", "去年甲\n局帮扶了乙。")
    let found = gold.problems(in: ["a": [text]])
    #expect(found.map(\.id) == ["gold.not-in-text", "gold.not-in-text", "gold.no-document"])
    #expect(found.map(\.severity) == [.warning, .warning, .warning])
    #expect(found.map { $0.position?.line } == [1, 1, 2])
    #expect(found[0].message.contains("乙局") && found[1].message.contains("没有的话"))
    #expect(found[2].position?.column == 9)
  }
}
