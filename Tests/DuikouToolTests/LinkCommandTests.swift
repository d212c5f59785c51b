import Foundation
import Testing

/// `duikou link`, `--help`, and the parts that every command shares.
@Suite struct LinkCommandTests {
  private let sentence = "宝山区结对帮扶会泽县。"

  @Test("mentions have the keys that programs rely on")
  func keys() throws {
    let run = try Program.run(["link", "-", "--format", "json"], input: sentence)
    #expect(run.status == 0)
    let mentions = try run.objects()
    let first = try #require(mentions.first)
    #expect(
      Set(first.keys) == [
        "document", "start", "end", "surface", "entity_id", "label", "type", "certainty", "note",
      ])
    #expect(mentions.map { $0["entity_id"] as? String } == ["place:310113", "place:530326"])
    #expect(mentions.map { $0["start"] as? Int } == [0, 7])
    let lines = try Program.run(["link", "-", "--format", "jsonl"], input: sentence)
    #expect(lines.output.split(separator: "\n").count == 2)
  }

  @Test("text has no colours where it does not go to a terminal; HTML escapes what it shows")
  func forms() throws {
    let text = try Program.run(["link", "-"], input: sentence)
    #expect(text.output.contains("place:530326") && !text.output.contains("\u{1B}"))
    let html = try Program.run(["link", "-", "--format", "html"], input: "<script>宝山区&会泽县</script>")
    #expect(html.output.contains("&lt;script&gt;") && !html.output.contains("<script>"))
    #expect(html.output.contains("<mark class=\"District\""))
  }

  @Test(
    "every command explains itself with examples",
    arguments: [
      ["build"], ["link"], ["helpers"], ["recipients"], ["list"], ["stats"], ["convert"], ["render"],
      ["check"],
      ["ontology"], ["ontology", "check"], ["ontology", "export"],
    ])
  func help(command: [String]) throws {
    let run = try Program.run(command + ["--help"])
    #expect(run.status == 0)
    #expect(run.output.components(separatedBy: "duikou \(command.joined(separator: " ")) ").count > 2)
    #expect(run.errors.isEmpty)
  }

  @Test("the version is a number")
  func version() throws {
    #expect(try Program.run(["--version"]).output.contains(/^duikou \d+\.\d+\.\d+\n$/))
  }

  @Test("added names are found, and a broken row of them is reported with its place")
  func gazetteer() throws {
    try withFolder { folder in
      let header = "name\ttype\taliases\thome\tcode\n"
      try write((header + "嘟嘟噜\tEnterprise\t小嘟噜\t310000\n").utf8, to: folder + "/names.tsv")
      let text = "小嘟噜对口帮扶会泽县。"
      let run = try Program.run(
        ["link", "-", "--format", "json", "--gazetteer", "names.tsv"], input: text, in: folder)
      #expect(try run.objects().first?["entity_id"] as? String == "org:嘟嘟噜")
      try write((header + "嘟嘟噜\tFirm\n").utf8, to: folder + "/broken.tsv")
      let broken = try Program.run(["link", "-", "--gazetteer", "broken.tsv"], input: text, in: folder)
      #expect(broken.status == 2)
      #expect(broken.errors.contains(/broken\.tsv:2:\d+: error:/))
    }
  }
}
