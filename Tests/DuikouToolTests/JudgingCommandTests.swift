import Foundation
import Testing

/// `evaluate`, `explain` and `rules`.
@Suite struct JudgingCommandTests {
  private static let gold = """
    {"doc":"a","case":null,"entities":[\
    {"id":"place:310113","type":"District","names":["宝山区","宝山区"]},\
    {"id":"place:530326","type":"County","names":["会泽县","会泽县"]}],"relations":[\
    {"type":"assists","from":"place:310113","to":"place:530326","fields":["pairing"],\
    "evidence":"宝山区结对帮扶会泽县"}]}
    """
  private static let text = "宝山区结对帮扶会泽县。\n"

  /// A folder with `a.txt` and `gold.jsonl`.
  private func inFolder(gold: String = gold, _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("duikou-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(gold.utf8).write(to: folder.appendingPathComponent("gold.jsonl"))
    try Data(Self.text.utf8).write(to: folder.appendingPathComponent("a.txt"))
    try body(folder.path)
  }

  private func object(_ text: String) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(value as? [String: Any])
  }

  @Test("evaluate prints every figure, as a table and as JSON")
  func evaluate() throws {
    try inFolder { (folder) throws in
      let table = try Program.run(
        ["evaluate", "gold.jsonl", "a.txt", "--errors", "--per-document"], in: folder)
      #expect(table.status == 0 && table.errors.isEmpty)
      #expect(table.output.contains("documents 1") && table.output.contains("mean gap"))
      let json = try object(
        try Program.run(["evaluate", "gold.jsonl", "a.txt", "--format", "json"], in: folder).output)
      let relations = try #require(json["relations"] as? [String: Any])
      let assists = try #require(relations["assists"] as? [String: Any])
      #expect(assists["tp"] as? Int == 1 && assists["f1"] as? Double == 1)
      #expect((json["calibration"] as? [Any])?.count == 10)
      #expect(json["type_accuracy"] as? Double == 1 && json["evidence"] as? Double == 1)
    }
  }

  @Test("evaluate ends with 1 under a floor, 64 for a figure that is none, 2 for broken gold")
  func evaluateCodes() throws {
    try inFolder { (folder) throws in
      func status(_ more: [String]) throws -> Int32 {
        try Program.run(["evaluate", "gold.jsonl", "a.txt"] + more, in: folder).status
      }
      #expect(try status(["--fail-under", "assists=1,entities=1"]) == 0)
      #expect(try status(["--fail-under", "assists=1", "--fail-under", "Village=0.1"]) == 1)
      #expect(try status(["--fail-under", "luck=0.5"]) == 64)
      #expect(try status(["--min-certainty", "2"]) == 64)
    }
    try inFolder(gold: "{\"doc\": 5,\n\n{}") { (folder) throws in
      let result = try Program.run(["evaluate", "gold.jsonl", "a.txt"], in: folder)
      #expect(result.status == 2 && result.output.isEmpty)
      #expect(result.errors.contains("gold.jsonl:1:") && result.errors.contains("gold.jsonl:3:1: error:"))
    }
  }

  @Test("evaluate says which documents are missing and which words are not in the text")
  func evaluateDoubts() throws {
    let gold =
      Self.gold.replacingOccurrences(of: "\"会泽县\",\"会泽县\"", with: "\"会泽县\",\"会泽城\"") + "\n"
      + #"{"doc":"b","entities":[],"relations":[]}"#
    try inFolder(gold: gold) { (folder) throws in
      let result = try Program.run(["evaluate", "gold.jsonl", "a.txt"], in: folder)
      #expect(result.status == 0)
      #expect(result.errors.contains("会泽城") && result.errors.contains("gold.jsonl:2:8: warning:"))
      #expect(try Program.run(["evaluate", "gold.jsonl", "a.txt", "--strict"], in: folder).status == 1)
    }
  }

  @Test("explain marks both ends and names the rule; ids, pairs, names and offsets lead there")
  func explain() throws {
    try inFolder { (folder) throws in
      func explain(_ arguments: String...) throws -> Program.Result {
        try Program.run(["explain"] + arguments, in: folder)
      }
      let pair = try explain("宝山区", "会泽县", "a.txt")
      #expect(pair.status == 0 && pair.output.contains("【宝山区】结对帮扶【会泽县】"))
      #expect(pair.output.contains("rule ") && pair.output.contains("a.txt:1:1"))
      let objects = try explain("宝山区", "会泽县", "a.txt", "--format", "json").objects()
      let id = try #require(objects.first?["relation_id"] as? String)
      #expect(try explain(id, "a.txt").output == pair.output)
      #expect(try explain(id + ".1", "a.txt").status == 0)
      #expect(try explain("a.txt:1").output.contains("place:310113"))
      #expect(try explain("会泽县", "a.txt").output.contains(id))
      let reverse = try explain("会泽县", "宝山区", "a.txt")
      #expect(reverse.status == 1 && reverse.errors.contains("the other way"))
      #expect(try explain("r000000000000", "a.txt").status == 1)
      #expect(try explain("a.txt:11").errors.contains("会泽县 at 7-10"))
      #expect(try explain("甲", "乙", "丙", "a.txt").status == 64)
    }
  }

  @Test("explain from a graph file, with the candidates that it keeps")
  func explainGraph() throws {
    try inFolder { (folder) throws in
      #expect(
        try Program.run(["build", "a.txt", "-o", ".", "--format", "jsonl,graphml"], in: folder).status == 0)
      for file in ["assistance.jsonl", "assistance.graphml"] {
        let result = try Program.run(["explain", "宝山区", "会泽县", "--graph", file], in: folder)
        #expect(result.status == 0 && result.output.contains("结对帮扶"))
        #expect(!result.output.contains("not named"))
        #expect(result.output.contains("runner-up") == (file == "assistance.jsonl"))
      }
      #expect(try Program.run(["explain", "宝山区", "--graph", "assistance.graphml"], in: folder).status == 1)
    }
  }

  @Test("rules are listed, counted and judged")
  func rules() throws {
    try inFolder { (folder) throws in
      let list = try Program.run(["rules"], in: folder)
      #expect(list.status == 0 && list.output.contains("assist-direct") && list.output.contains("  + ["))
      let judged = try Program.run(
        ["rules", "a.txt", "--gold", "gold.jsonl", "--format", "json"], in: folder)
      let fired = try judged.objects().filter { $0["fired"] as? Int ?? 0 > 0 }
      #expect(fired.count == 1 && fired.first?["right"] as? Int == 1)
      #expect(fired.first?["remark"] as? String == "one sentence only")
      let id = try #require(fired.first?["rule"] as? String)
      let one = try Program.run(["rules", "--id", id, "a.txt"], in: folder)
      #expect(one.output.contains("fired 1×") && one.output.contains("“宝山区结对帮扶会泽县"))
      let trace = try Program.run(["rules", "--trace", "a.txt"], in: folder)
      #expect(trace.status == 0)
      #expect(trace.output.contains("[H ") && trace.output.contains("[R ") && trace.output.contains("<"))
      #expect(try Program.run(["rules", "--trace"], in: folder).status == 64)
      #expect(try Program.run(["rules", "--id", "no-such-rule"], in: folder).status == 1)
      #expect(try Program.run(["rules", "--gold", "gold.jsonl"], in: folder).status == 64)
    }
  }
}
