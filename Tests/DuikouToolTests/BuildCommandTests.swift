import Foundation
import Testing

/// `duikou build`: what it writes, and what it does with bad input.
@Suite struct BuildCommandTests {
  private let sentence = "上海市宝山区结对帮扶云南省曲靖市会泽县。"

  @Test("a folder becomes one graph in each format, with a summary on standard output")
  func folder() throws {
    try withFolder { folder in
      try write((sentence + "\n").utf8, to: folder + "/in/a.txt")
      try write("嘉定区卫健委支援青海省久治县。".utf8, to: folder + "/in/b/c.md")
      let run = try Program.run(["build", "in", "-o", "new/out", "--name", "n"], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(names(in: folder + "/new/out") == ["n.dot", "n.graphml", "n.jsonl"])
      #expect(run.errors.isEmpty)
      for word in ["documents", "County", "assists", "new/out/n.graphml"] {
        #expect(run.output.contains(word))
      }
      let graph = try String(contentsOfFile: folder + "/new/out/n.graphml", encoding: .utf8)
      #expect(graph.contains("place.530326") && graph.contains("place.310113"))
    }
  }

  @Test("standard input is a document")
  func standardInput() throws {
    try withFolder { folder in
      let run = try Program.run(["build", "-", "-o", "o", "--format", "jsonl"], input: sentence, in: folder)
      #expect(run.status == 0)
      let lines = try String(contentsOfFile: folder + "/o/assistance.jsonl", encoding: .utf8)
      #expect(lines.contains("\"id\":\"stdin\""))
    }
  }

  @Test("--per-document writes a file for each input; equal stems are refused before any work")
  func perDocument() throws {
    try withFolder { folder in
      try write(sentence.utf8, to: folder + "/a/x.txt")
      try write(sentence.utf8, to: folder + "/b/x.txt")
      try write(sentence.utf8, to: folder + "/b/y.txt")
      let good = try Program.run(
        ["build", "b", "--per-document", "-o", "o", "--format", "graphml"], in: folder)
      #expect(good.status == 0)
      #expect(names(in: folder + "/o") == ["x.graphml", "y.graphml"])
      let bad = try Program.run(["build", "a", "b", "--per-document", "-o", "o2"], in: folder)
      #expect(bad.status == 64)
      #expect(bad.errors.contains("a/x.txt") && bad.errors.contains("b/x.txt"))
      #expect(names(in: folder) == ["a", "b", "o"])
    }
  }

  @Test(
    "named input that is missing or binary: 2, and nothing is written", arguments: ["none.txt", "binary.txt"])
  func unusable(name: String) throws {
    try withFolder { folder in
      try write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0, 0, 0, 1, 0xFF, 0xFE, 0], to: folder + "/binary.txt")
      try write(sentence.utf8, to: folder + "/good.txt")
      let run = try Program.run(["build", "good.txt", name, "-o", "o"], in: folder)
      #expect(run.status == 2)
      #expect(run.errors.contains(name + ": error:"))
      #expect(run.output.isEmpty)
      #expect(names(in: folder) == ["binary.txt", "good.txt"])
    }
  }

  @Test("binary files inside a folder are passed over and reported; --strict makes that 1")
  func skipped() throws {
    try withFolder { folder in
      try write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0, 0, 0, 1, 0xFF, 0xFE, 0], to: folder + "/in/binary.txt")
      try write(sentence.utf8, to: folder + "/in/good.txt")
      let run = try Program.run(["build", "in", "-o", "o"], in: folder)
      #expect(run.status == 0)
      #expect(run.errors.contains("in/binary.txt: warning:"))
      let strict = try Program.run(["build", "in", "-o", "s", "--strict"], in: folder)
      #expect(strict.status == 1)
      #expect(names(in: folder + "/s").count == 3)
    }
  }

  @Test("a folder that may not be entered is passed over")
  func unreadableFolder() throws {
    try withFolder { folder in
      try write(sentence.utf8, to: folder + "/in/good.txt")
      try write(sentence.utf8, to: folder + "/in/closed/x.txt")
      #expect(chmod(folder + "/in/closed", 0) == 0)
      defer { chmod(folder + "/in/closed", 0o700) }
      guard access(folder + "/in/closed", R_OK) != 0 else {
        print("skipped: this user may read everything")
        return
      }
      let run = try Program.run(["build", "in", "-o", "o"], in: folder)
      #expect(run.status == 0)
      #expect(run.errors.contains("in/closed: warning:"))
      let named = try Program.run(["build", "in/closed", "-o", "o2"], in: folder)
      #expect(named.status == 2)
      #expect(!names(in: folder).contains("o2"))
    }
  }

  @Test("an empty file is fine: a graph without nodes")
  func empty() throws {
    try withFolder { folder in
      try write([], to: folder + "/empty.txt")
      let run = try Program.run(["build", "empty.txt", "-o", "o"], in: folder)
      #expect(run.status == 0)
      #expect(run.errors.isEmpty)
      let graph = try String(contentsOfFile: folder + "/o/assistance.graphml", encoding: .utf8)
      #expect(!graph.contains("<node") && graph.hasSuffix("</graphml>\n"))
    }
  }

  @Test("invalid bytes are read as U+FFFD, with a warning that says where")
  func invalidBytes() throws {
    try withFolder { folder in
      try write(Array("第一行\n".utf8) + [0xFF] + Array(sentence.utf8), to: folder + "/a.txt")
      let run = try Program.run(["build", "a.txt", "-o", "o"], in: folder)
      #expect(run.status == 0)
      #expect(run.errors.contains("a.txt:2:1: warning:"))
      let lines = try String(contentsOfFile: folder + "/o/assistance.jsonl", encoding: .utf8)
      #expect(lines.contains("place:530326"))
    }
  }

  @Test("a megabyte on one line is read")
  func longLine() throws {
    try withFolder { folder in
      let filler = String(repeating: "田里的水稻又黄了，", count: 19_000)
      try write((filler + sentence + filler).utf8, to: folder + "/a.txt")
      let run = try Program.run(["build", "a.txt", "-o", "o", "--format", "graphml"], in: folder)
      #expect(run.status == 0)
      let graph = try String(contentsOfFile: folder + "/o/assistance.graphml", encoding: .utf8)
      #expect(graph.contains("place.310113"))
    }
  }

  @Test("an output that cannot be written is 2, and leaves no half file")
  func unwritable() throws {
    try withFolder { folder in
      try write(sentence.utf8, to: folder + "/a.txt")
      let run = try Program.run(["build", "a.txt", "-o", "a.txt/o"], in: folder)
      #expect(run.status == 2)
      #expect(run.errors.contains("[output.not-writable]"))
      // A folder in the way of the file.
      try write([], to: folder + "/o/assistance.graphml/x")
      let other = try Program.run(["build", "a.txt", "-o", "o", "--format", "graphml"], in: folder)
      #expect(other.status == 2)
      #expect(names(in: folder + "/o") == ["assistance.graphml"])
    }
  }

  @Test(
    "wrong usage is 64",
    arguments: [
      ["build"], ["build", "a.txt", "--format", "pdf"], ["build", "a.txt", "--jobs", "0"],
      ["build", "a.txt", "--min-certainty", "1.5"], ["build", "a.txt", "--edges", "x"],
      ["build", "a.txt", "--name", "a/b"], ["nonsense"], ["helpers"],
      ["helpers", "会泽县", "--field", "nonsense"],
      ["render", "a.graphml", "-o", "a.pdf"], ["list", "--entities", "--documents"],
    ])
  func usage(arguments: [String]) throws {
    let run = try Program.run(arguments)
    #expect(run.status == 64)
    #expect(run.errors.contains("Usage:"))
    #expect(run.output.isEmpty)
  }

  @Test("a broken ontology is 2, with file, line and column")
  func brokenOntology() throws {
    try withFolder { folder in
      try write(sentence.utf8, to: folder + "/a.txt")
      let ontology = folder + "/Ontology"
      try FileManager.default.copyItem(atPath: Program.root + "/Ontology", toPath: ontology)
      let path = ontology + "/duikou.rdf"
      let rdf = try String(contentsOfFile: path, encoding: .utf8)
      let bomb = rdf.replacing(
        "<rdf:RDF", with: "<!DOCTYPE x [<!ENTITY a \"aaaa\">]>\n<rdf:RDF", maxReplacements: 1)
      #expect(bomb != rdf)
      try write(bomb.utf8, to: path)
      try write(
        Array(try String(contentsOfFile: ontology + "/places.tsv", encoding: .utf8).utf8)
          + Array("x\ty\n".utf8), to: ontology + "/places.tsv")

      let build = try Program.run(["build", "a.txt", "-o", "o", "--ontology", "Ontology"], in: folder)
      #expect(build.status == 2)
      #expect(build.errors.contains(/Ontology\/duikou\.rdf:\d+:\d+: error:/))
      #expect(build.errors.contains(/Ontology\/places\.tsv:\d+:\d+: error:/))
      #expect(!names(in: folder).contains("o"))

      let check = try Program.run(["ontology", "check", "--ontology", "Ontology"], in: folder)
      #expect(check.status == 1)
      #expect(check.errors.contains(/Ontology\/duikou\.rdf:\d+:\d+: error:/))
      let missing = try Program.run(["build", "a.txt", "-o", "o", "--ontology", "none"], in: folder)
      #expect(missing.status == 2)
    }
  }

  @Test("a folder without documents gives an empty graph and a warning")
  func nothingToRead() throws {
    try withFolder { folder in
      try write([1, 2, 3], to: folder + "/in/x.zip")
      let run = try Program.run(["build", "in", "-o", "o"], in: folder)
      #expect(run.status == 0)
      #expect(run.errors.contains("[input.none]"))
      #expect(names(in: folder + "/o").count == 3)
    }
  }

  @Test("without Graphviz the message says what to install, before anything is written")
  func noGraphviz() throws {
    try withFolder { folder in
      try write(sentence.utf8, to: folder + "/a.txt")
      let run = try Program.run(
        ["build", "a.txt", "-o", "o", "--format", "graphml,svg"], in: folder,
        environment: ["PATH": "/nowhere"])
      #expect(run.status == 2)
      #expect(run.errors.contains("apt-get install graphviz"))
      #expect(names(in: folder) == ["a.txt"])
    }
  }

  @Test("pictures show Chinese names, and the evidence as tooltip")
  func pictures() throws {
    try withFolder { folder in
      try write(sentence.utf8, to: folder + "/a.txt")
      let run = try Program.run(["build", "a.txt", "-o", "o", "--format", "svg,png"], in: folder)
      if run.errors.contains("[graphviz.missing]") {
        print("skipped: no Graphviz on this machine")
        return
      }
      #expect(run.status == 0)
      #expect(!run.errors.contains("graphviz.warning"), "\(run.errors)")
      let svg = try String(contentsOfFile: folder + "/o/assistance.svg", encoding: .utf8)
      #expect(svg.contains(">宝山区</text>") && svg.contains(">会泽县</text>") && svg.contains("结对帮扶"))
      let png = try Data(contentsOf: URL(fileURLWithPath: folder + "/o/assistance.png"))
      #expect(png.prefix(4).elementsEqual([0x89, 0x50, 0x4E, 0x47]))
    }
  }

  @Test("the same input gives the same bytes, in any order and with any number of jobs")
  func determinism() throws {
    try withFolder { folder in
      let reports = Program.root + "/Examples/reports"
      let files = names(in: reports).map { reports + "/" + $0 }
      let formats = ["--format", "graphml,dot,jsonl"]
      for (name, inputs, jobs) in [("a", files, "1"), ("b", Array(files.reversed()), "4")] {
        let run = try Program.run(["build"] + inputs + ["-o", name, "--jobs", jobs] + formats, in: folder)
        #expect(run.status == 0)
      }
      for format in ["graphml", "dot", "jsonl"] {
        let bytes = try ["a", "b"].map { name in
          try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)/assistance.\(format)"))
        }
        #expect(bytes[0] == bytes[1] && bytes[0].count > 10_000)
      }
    }
  }
}
