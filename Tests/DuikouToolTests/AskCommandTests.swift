import Foundation
import Testing

/// Questions in words, connections, counts, comparisons: what the commands print and how they end.
@Suite struct AskCommandTests {
  private static let folder = Result { () throws -> String in
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("duikou-ask-\(getpid())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let old = "上海市宝山区结对帮扶云南省曲靖市会泽县。2019年，宝山区向会泽县捐赠资金180万元，用于修建学校。\n"
    let new = old + "\n上海市嘉定区卫健委向青海省果洛州久治县派出医疗队。\n"
    for (name, text) in [("old", old), ("new", new)] {
      try text.write(toFile: "\(folder)/\(name).txt", atomically: true, encoding: .utf8)
      let run = try Program.run(
        ["build", "\(name).txt", "--name", name, "-o", "Exports", "--format", "graphml,jsonl"], in: folder)
      guard run.status == 0 else { throw Program.NotFound(description: run.errors) }
    }
    try FileManager.default.copyItem(
      atPath: folder + "/Exports/new.jsonl", toPath: folder + "/Exports/assistance.jsonl")
    return folder
  }

  private func run(_ arguments: String...) throws -> Program.Result {
    try Program.run(arguments, in: try Self.folder.get())
  }

  @Test("an answer says how the question was understood, and shows the sentence and its place")
  func ask() throws {
    let run = try run("ask", "谁帮扶会泽县？", "--sum", "元")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("理解为：谁？ —帮扶→ 会泽县"))
    #expect(run.output.contains("宝山区"))
    #expect(run.output.contains("new:"))
    #expect(run.output.contains("合计：180万元"))
    #expect(try self.run("ask", "Whom does 宝山区 help?").output.hasPrefix("Understood as: 宝山区"))
  }

  @Test("JSON answers have the keys of helpers and recipients, and nothing else on standard output")
  func json() throws {
    let run = try run("ask", "宝山区帮助谁？", "--format", "json")
    #expect(run.errors.contains("理解为"))
    let answer = try #require(try run.objects().first)
    #expect(answer["helper_id"] as? String == "place:310113")
    #expect(answer["recipient_id"] as? String == "place:530326")
    #expect(answer["level"] as? String == "own")
  }

  @Test(
    "the exit code tells apart what is unknown, ambiguous, not understood and without an answer",
    arguments: [
      ("会泽县的天气怎么样？", Int32(1), "没有听懂：“天气”"), ("谁帮扶会择县？", 1, "会泽县"),
      ("宝山区由谁帮扶？", 1, "反方向"), ("Who loves 会泽县?", 1, "not understood"),
    ])
  func failures(_ question: String, _ status: Int32, _ message: String) throws {
    let run = try run("ask", question)
    #expect(run.status == status)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test("what is not understood is answered with questions that can be")
  func samples() throws {
    let run = try run("ask", "会泽县的天气怎么样？")
    let questions = run.errors.split(separator: "\n").filter { $0.hasPrefix("  ") }.map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    #expect(!questions.isEmpty)
    for question in questions { #expect(try self.run("ask", question).status == 0, "\(question)") }
  }

  @Test("the other questions find what the texts say")
  func others() throws {
    #expect(try run("paths", "宝山区", "会泽县").output.contains("宝山区 —帮扶→ 会泽县"))
    #expect(try run("paths", "宝山区", "久治县").status == 1)
    #expect(try run("around", "会泽县", "--format", "json").objects().count >= 1)
    #expect(try run("top", "recipients", "--format", "csv").output.contains("place:530326"))
    #expect(try run("matrix", "--columns", "County", "--format", "csv").output.contains("会泽县"))
    #expect(try run("gaps", "--field", "talent").output.contains("会泽县"))
    #expect(try run("gaps").status == 64)
    #expect(try run("cite", "宝山区", "会泽县").output.contains("（new:"))
    #expect(try run("cite", "r000000000000").status == 1)
  }

  @Test("graphs are compared and united")
  func comparing() throws {
    let same = try run("diff", "Exports/old.jsonl", "Exports/old.jsonl")
    #expect(same.errors.contains("relations: 0 new, 0 gone, 0 changed"))
    let diff = try run("diff", "Exports/old.jsonl", "Exports/new.jsonl", "-o", "change.graphml")
    #expect(diff.status == 0, "\(diff.errors)")
    #expect(diff.output.contains("久治县"))
    let file = try String(contentsOfFile: Self.folder.get() + "/change.graphml", encoding: .utf8)
    #expect(file.contains("attr.name=\"change\""))
    #expect(file.contains("<data key=\"e_change\">new</data>"))
    #expect(try run("merge", "Exports/old.jsonl", "Exports/new.jsonl", "-o", "both.jsonl").status == 0)
    #expect(try run("ask", "谁帮扶会泽县？", "--graph", "both.jsonl").output.contains("宝山区"))
    #expect(try run("merge", "Exports/old.jsonl", "-o", "one.jsonl").status == 64)
  }

  @Test("a list of pairs is held against the reports")
  func audit() throws {
    let folder = try Self.folder.get()
    try "helper,recipient,year\n宝山区,会泽县,2019\n闵行区,会泽县,\n".write(
      toFile: folder + "/pairs.csv", atomically: true, encoding: .utf8)
    let run = try run("audit", "pairs.csv", "Exports/new.jsonl", "--format", "csv")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("covered,宝山区,会泽县,2019"))
    #expect(run.output.contains("missing,闵行区,会泽县"))
    #expect(try self.run("audit", "pairs.csv", "Exports/new.jsonl", "--strict").status == 1)
    try "a,b\n1,2\n".write(toFile: folder + "/bad.csv", atomically: true, encoding: .utf8)
    #expect(try self.run("audit", "bad.csv", "Exports/new.jsonl").status == 2)
  }

  @Test("a shell gets the names of the graph to complete")
  func completion() throws {
    let run = try Program.run(
      ["---completion", "ask", "--", "positional@0", "2", "0", "duikou", "ask", "会"],
      in: try Self.folder.get(),
      environment: ["SAP_SHELL": "bash"])
    #expect(run.output.contains("会泽县"))
  }
}
