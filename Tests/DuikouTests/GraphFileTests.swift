import Duikou
import GraphTestSupport
import Testing

/// Graph files are known by name or by content.
@Suite struct GraphFileTests {
  @Test(
    "formats by extension",
    arguments: [
      ("a/b.graphml", FileFormat.graphml), ("x.XML", .graphml), ("x.jsonl", .jsonl), ("x.gv", .dot),
      ("x.svg", .svg),
    ])
  func extensions(path: String, format: FileFormat) {
    #expect(GraphFile.format(ofPath: path) == format)
  }

  @Test("formats by content")
  func content() {
    #expect(GraphFile.format(ofPath: "x", bytes: Array(" \n<graphml/>".utf8)) == .graphml)
    #expect(GraphFile.format(ofPath: "x.txt", bytes: Array("\u{FEFF}{}".utf8)) == .jsonl)
    #expect(GraphFile.format(ofPath: "x", bytes: Array("digraph {}".utf8)) == nil)
  }

  @Test("JSON Lines give the graph back, whatever the file is called")
  func roundTrip() throws {
    let pipeline = try Checkout.pipeline.get()
    let graph = pipeline.graph(of: try Checkout.readExamples.get())
    try withTemporaryFolder { folder in
      for name in ["a.jsonl", "a.data"] {
        try FileFormat.jsonl.writer().write(graph, toFile: folder + "/" + name)
        #expect(try GraphFile.read(folder + "/" + name).graph == graph)
      }
      #expect(throws: Diagnostics.self) { try GraphFile.read(folder + "/none") }
    }
  }
}
