import Foundation
import Testing

/// The questions: keys of their answers, names, exit codes.
@Suite struct QueryCommandTests {
  /// A folder with a graph where the commands look for it; built once.
  private static let folder = Result { () throws -> String in
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("duikou-query-\(getpid())")
      .path
    let text = """
      上海市宝山区结对帮扶云南省曲靖市会泽县。2019年，宝山区向会泽县捐赠资金180万元，用于修建学校。

      上海市嘉定区卫健委向青海省果洛州久治县派出医疗队。

      上海市普陀区对口支援浙江省舟山市普陀区。
      """
    try write(text.utf8, to: folder + "/in.txt")
    let run = try Program.run(["build", "in.txt", "--format", "graphml,jsonl,dot"], in: folder)
    guard run.status == 0 else { throw Program.NotFound(description: run.errors) }
    return folder
  }

  private func ask(_ arguments: String..., input: String = "") throws -> Program.Result {
    try Program.run(arguments, input: input, in: try Self.folder.get())
  }

  @Test(
    "answers have the keys that programs rely on, and evidence that cuts its text",
    arguments: ["jsonl", "graphml"])
  func keys(format: String) throws {
    let run = try ask("helpers", "会泽县", "--format", "json", "--graph", "Exports/assistance.\(format)")
    #expect(run.status == 0, "\(run.errors)")
    let answers = try run.objects()
    let answer = try #require(answers.first)
    #expect(
      Set(answer.keys) == [
        "helper", "helper_id", "relation", "recipient", "recipient_id", "fields", "level", "certainty",
        "status",
        "years", "quantities", "evidence",
      ])
    #expect(answer["helper"] as? String == "宝山区")
    #expect(answer["helper_id"] as? String == "place:310113")
    #expect(answer["recipient_id"] as? String == "place:530326")
    #expect(answer["relation"] as? String == "assists")
    #expect(answer["level"] as? String == "own")
    let evidence = try #require((answer["evidence"] as? [[String: Any]])?.first)
    #expect(Set(evidence.keys) == ["document", "start", "end", "text"])
    let text = try String(contentsOfFile: Self.folder.get() + "/in.txt", encoding: .utf8)
    let scalars = Array(text.unicodeScalars)
    let start = try #require(evidence["start"] as? Int)
    let end = try #require(evidence["end"] as? Int)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<end])
    #expect(String(view) == evidence["text"] as? String)
  }

  @Test("a sentence that the graph does not keep leaves no empty quotation marks")
  func unkeptEvidence() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("duikou-two-\(getpid())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write("上海市宝山区结对帮扶云南省曲靖市会泽县。".utf8, to: folder + "/one.txt")
    try write("2019年，上海市宝山区向云南省曲靖市会泽县捐赠资金180万元。".utf8, to: folder + "/two.txt")
    let build = try Program.run(["build", "one.txt", "two.txt", "--format", "graphml"], in: folder)
    #expect(build.status == 0, "\(build.errors)")
    let run = try Program.run(["helpers", "会泽县"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("one:0-19") && run.output.contains(/^ +two$/.anchorsMatchLineEndings()))
    #expect(!run.output.contains("“”"))
  }

  @Test("what a row states stands in the sentences that it shows")
  func shownStatements() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("duikou-shown-\(getpid())")
      .path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let text =
      "上海市青浦区对口支援云南省曲靖市会泽县。\n\n上海市宝山区的干部也来过。上海市嘉定区的干部也来过。"
      + "上海市青浦区的干部也来过。随后向会泽县捐赠资金180万元。"
    try write(text.utf8, to: folder + "/in.txt")
    let build = try Program.run(["build", "in.txt", "--format", "jsonl"], in: folder)
    #expect(build.status == 0, "\(build.errors)")
    let sure = try Program.run(["helpers", "会泽县"], in: folder).output
    #expect(sure.contains("青浦区") && !sure.contains("180万元"), "\(sure)")
    let all = try Program.run(["helpers", "会泽县", "--min-certainty", "0"], in: folder).output
    #expect(all.contains("180万元"), "\(all)")
  }

  @Test("recipients go the other way")
  func recipients() throws {
    let forward = try ask("recipients", "宝山区", "--format", "json").objects()
    #expect(forward.contains { $0["recipient_id"] as? String == "place:530326" })
    let backward = try ask("helpers", "宝山区", "--format", "json")
    #expect(backward.status == 1)
    #expect(try backward.objects().isEmpty)
  }

  @Test("names as people write them", arguments: ["嘉定区卫健委", "上海市嘉定区卫健委", "上海市嘉定区卫生健康委员会"])
  func names(name: String) throws {
    let run = try ask("recipients", name)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("久治县"))
    #expect(run.output.contains(/in:\d+-\d+/))
  }

  @Test("an unknown name is 1, with names that look alike")
  func unknown() throws {
    let run = try ask("helpers", "会择县")
    #expect(run.status == 1)
    #expect(run.errors.contains("会泽县"))
    #expect(run.output.isEmpty)
  }

  @Test("an ambiguous name is 64, with the candidates; --in and --type decide")
  func ambiguous() throws {
    let run = try ask("recipients", "普陀区")
    #expect(run.status == 64)
    #expect(run.errors.contains("place:310107") && run.errors.contains("place:330903"))
    let decided = try ask("recipients", "普陀区", "--in", "上海市", "--format", "json")
    #expect(decided.status == 0, "\(decided.errors)")
    #expect(try decided.objects().first?["helper_id"] as? String == "place:310107")
    #expect(try ask("recipients", "普陀区", "--type", "County").status == 64)
    let nowhere = try ask("recipients", "普陀区", "--in", "北京市")
    #expect(nowhere.status == 1 && nowhere.errors.contains("[name.unknown]"))
    #expect(try ask("recipients", "普陀区", "--in", "月球").status == 1)
    // The place is for the name that needs it, not for the other one.
    #expect(try ask("paths", "普陀区", "place:330903", "--in", "上海市").status == 0)
  }

  @Test("--type tells meanings apart, and then is no filter")
  func types() throws {
    let run = try ask("helpers", "jiuzhi", "--type", "Agency", "--format", "json")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try ask("helpers", "jiuzhi", "--type", "District").status == 1)
    let text = "上海市宝山区对口帮扶贵州省遵义市。云南省保山市结对云南省曲靖市会泽县。"
    try withFolder { folder in
      try write(text.utf8, to: folder + "/in.txt")
      #expect(try Program.run(["build", "in.txt", "--format", "jsonl"], in: folder).status == 0)
      func recipients(_ more: String...) throws -> Program.Result {
        try Program.run(["recipients", "baoshan"] + more, in: folder)
      }
      #expect(try recipients().status == 64)
      let district = try recipients("--type", "District")
      #expect(district.status == 0 && district.output.contains("遵义市"), "\(district.errors)")
      #expect(!district.output.contains("other end"))
    }
  }

  @Test("filters leave out what does not pass, and nothing left is 1")
  func filters() throws {
    #expect(try ask("helpers", "会泽县", "--year", "1999").status == 1)
    #expect(try ask("helpers", "会泽县", "--type", "Enterprise").status == 1)
    #expect(try ask("helpers", "会泽县", "--type", "District").status == 0)
    #expect(
      try ask("helpers", "曲靖市", "--down", "--format", "json").objects().first?["level"] as? String == "below")
    #expect(try ask("helpers", "会泽县", "--min-certainty", "1").status == 1)
  }

  @Test("list and stats count the same")
  func listing() throws {
    let relations = try ask("list", "--format", "json").objects()
    let stats = try ask("stats", "--format", "json").objects()
    let total = stats.first {
      $0["kind"] as? String == "relations" && ($0["name"] as? String)?.isEmpty == true
    }
    #expect(total?["count"] as? Int == relations.count)
    #expect(!relations.isEmpty)
    let csv = try ask("list", "--format", "csv").output.split(separator: "\n")
    #expect(csv.first?.hasPrefix("helper,helper_id,relation,recipient,") == true)
    let entities = try ask("list", "--entities", "--type", "County", "--format", "json").objects()
    #expect(entities.contains { $0["entity_id"] as? String == "place:530326" })
  }

  @Test("convert gives the same GraphML as build")
  func conversion() throws {
    let folder = try Self.folder.get()
    let run = try ask("convert", "Exports/assistance.jsonl", "--to", "graphml")
    #expect(run.status == 0)
    #expect(
      run.output == (try String(contentsOfFile: folder + "/Exports/assistance.graphml", encoding: .utf8)))
  }

  @Test("check passes what build writes, and finds what is broken", arguments: ["graphml", "jsonl"])
  func check(format: String) throws {
    let folder = try Self.folder.get()
    #expect(try ask("check", "Exports/assistance.\(format)").status == 0)
    let whole = try Data(contentsOf: URL(fileURLWithPath: folder + "/Exports/assistance.\(format)"))
    try write(whole.prefix(whole.count / 2), to: folder + "/half.\(format)")
    let half = try ask("check", "half.\(format)")
    #expect(half.status == 1)
    #expect(half.errors.contains(/half\.\w+:\d+:\d+: error:/))
    #expect(try ask("check", "none.\(format)").status == 2)
    #expect(try ask("helpers", "会泽县", "--graph", "half.\(format)").status == 2)
  }

  @Test("without a graph the message says what to do")
  func noGraph() throws {
    try withFolder { folder in
      let run = try Program.run(["helpers", "会泽县"], in: folder)
      #expect(run.status == 2)
      #expect(run.errors.contains("duikou build"))
    }
  }

  @Test("a reader that goes away early is no failure")
  func brokenPipe() throws {
    let folder = try Self.folder.get()
    let shell = "\"$0\" ontology export | head -n 1 > head.txt; echo ${PIPESTATUS[0]}"
    let run = try Program.run(["-c", shell, try Program.path()], in: folder, program: "/bin/bash")
    #expect(run.output == "0\n")
    #expect(run.errors.isEmpty)
  }
}
