import Duikou
import Foundation
import GraphTestSupport
import Testing

/// What becomes of the arguments of `build` and `link`.
@Suite struct CorpusTests {
  private func write(_ text: String, to path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  @Test("files of one stem get ids of their own, in any order")
  func sharedStems() throws {
    try withTemporaryFolder { folder in
      try write("一", to: folder + "/a/x.txt")
      try write("二", to: folder + "/a/x.md")
      try write("三", to: folder + "/b/x.txt")
      try write("四", to: folder + "/b/y.txt")
      func ids(_ arguments: [String]) -> [String: String] {
        let documents = Corpus(InputFiles(arguments)).documents
        return Dictionary(uniqueKeysWithValues: documents.map { (String($0.text(in: 0..<1)), $0.id) })
      }
      let found = ids([folder + "/a", folder + "/b"])
      #expect(found == ids([folder + "/b", folder + "/a"]))
      #expect(found["二"] == "x.md")
      #expect(found["四"] == "y")
      #expect(found["一"] == folder + "/a/x.txt")
      #expect(Set(found.values).count == 4)
    }
  }

  @Test("a broken record among sound ones is passed over; a file with nothing else is an error")
  func brokenRecords() throws {
    try withTemporaryFolder { folder in
      try write("{\"id\":\"a\",\"text\":\"甲\"}\n{broken\n", to: folder + "/some.jsonl")
      try write("{broken\n", to: folder + "/none.jsonl")
      let some = Corpus(InputFiles([folder + "/some.jsonl"]))
      #expect(some.documents.map(\.id) == ["a"] && !some.hasErrors && some.skipped == 1)
      #expect(some.diagnostics.first?.position?.line == 2)
      let none = Corpus(InputFiles([folder + "/none.jsonl"]))
      #expect(none.documents.isEmpty && none.hasErrors)
    }
  }

  @Test("binary files are errors when named and passed over in folders")
  func binary() throws {
    try withTemporaryFolder { folder in
      try Data([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1, 0xFF, 0xD8]).write(
        to: URL(fileURLWithPath: folder + "/a.txt"))
      try write("甲", to: folder + "/b.txt")
      let named = Corpus(InputFiles([folder + "/a.txt"]))
      #expect(named.hasErrors && named.documents.isEmpty)
      let found = Corpus(InputFiles([folder]))
      #expect(!found.hasErrors && found.documents.map(\.id) == ["b"] && found.skipped == 1)
    }
  }

  @Test("a file that is named twice is read once")
  func sameFile() throws {
    try withTemporaryFolder { folder in
      try write("甲", to: folder + "/a.txt")
      let corpus = Corpus(InputFiles([folder + "/a.txt", folder + "/./a.txt", folder]))
      #expect(corpus.documents.map(\.id) == ["a"])
    }
  }

  @Test("an empty file is a document without text")
  func empty() throws {
    try withTemporaryFolder { folder in
      try write("", to: folder + "/a.txt")
      let corpus = Corpus(InputFiles([folder + "/a.txt"]))
      #expect(corpus.documents.count == 1 && corpus.diagnostics.isEmpty)
      let pipeline = try Checkout.pipeline.get()
      let graph = pipeline.graph(of: corpus.documents.map { pipeline.read($0) })
      #expect(graph.nodeCount == 0 && graph.documents.count == 1)
    }
  }
}
