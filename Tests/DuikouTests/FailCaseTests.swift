import Duikou
import Foundation
import Testing

/// What fuzzing once broke, and the seeds it starts from, stay harmless. See Tests/Fuzz.
@Suite struct FailCaseTests {
  static let files: [String] = {
    ["Seeds", "FailCases"].flatMap { folder -> [String] in
      let root = Checkout.path("Tests/Fuzz/" + folder)
      let names = FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []
      return names.sorted().filter { $0.contains("/") && !$0.hasSuffix(".gitkeep") }.map { root + "/" + $0 }
    }
  }()

  @Test("there are files to replay")
  func present() { #expect(Self.files.count >= 5) }

  @Test("every file ends in a result or in diagnostics", arguments: files)
  func replay(path: String) throws {
    let bytes = [UInt8](try #require(FileManager.default.contents(atPath: path)))
    let pipeline = try Checkout.pipeline.get()
    for name in ["t.txt", "t.md", "t.html", "t.jsonl"] {
      for document in DocumentReader().read(bytes: bytes, name: name).documents {
        let graph = pipeline.graph(of: [pipeline.read(document)])
        let back = try GraphMLReader().read(bytes: GraphMLWriter().bytes(graph))
        #expect(back.graph.nodeCount == graph.nodeCount)
      }
    }
    if let reading = try? GraphMLReader().read(bytes: bytes) {
      let written = GraphMLWriter().bytes(reading.graph)
      #expect(try GraphMLWriter().bytes(GraphMLReader().read(bytes: written).graph) == written)
    }
    if let reading = try? JSONLinesReader().read(bytes: bytes) {
      let written = JSONLinesWriter().bytes(reading.graph)
      #expect(try JSONLinesWriter().bytes(JSONLinesReader().read(bytes: written).graph) == written)
    }
  }
}
