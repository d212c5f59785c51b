import DocumentReading
import Foundation
import SourceText
import Testing

@Suite("Input files")
struct InputFilesTests {
  /// Makes a folder of files for the time of a test.
  private func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("duikou-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, content) in files {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(content.utf8).write(to: file)
    }
    try body(folder.path)
  }

  @Test("folders are read with those inside, sorted, and only what holds documents")
  func folders() throws {
    let files = [
      "b.txt": "乙。", "a/2.md": "二。", "a/1.html": "<p>一。", ".hidden.txt": "x", "c.csv": "x",
      "d.jsonl": "{\"text\":\"丁\"}",
      "gold.jsonl": "{\"doc\":\"b\"}", "e.pdf": "x", "坏.txt": "\u{0}\u{1}",
    ]
    try withFolder(files) { folder in
      let found = InputFiles([folder, folder + "/b.txt", "-"])
      #expect(
        found.inputs.map { $0.path.replacing(folder + "/", with: "") } == [
          "a/1.html", "a/2.md", "b.txt", "d.jsonl", "坏.txt", "-",
        ])
      #expect(found.diagnostics.map(\.id) == ["input.unsupported"])
      let readings = found.inputs.dropLast().map { DocumentReader().read($0) }
      #expect(readings.flatMap(\.documents).map(\.id) == ["1", "2", "b", "d-1"])
      #expect(
        readings.flatMap(\.diagnostics).map { "\($0.severity) \($0.id)" } == ["warning document.binary"])
    }
  }

  @Test("metadata goes to its file")
  func metadata() throws {
    try withFolder(["甲.txt": "一句。"]) { folder in
      let table = MetadataTable.reading(Array("file,title\n甲.txt,题\n".utf8), name: "m.csv").table
      let input = InputFiles.Input(path: folder + "/甲.txt")
      #expect(DocumentReader().read(input, metadata: table).documents.map(\.metadata.title) == ["题"])
    }
  }

  @Test("what is not there is an error; what vanishes inside a folder a warning")
  func missing() {
    let found = InputFiles(["没有这个.txt"])
    #expect(found.inputs.isEmpty)
    #expect(found.diagnostics.map { "\($0.severity) \($0.id)" } == ["error input.unreadable"])
    for (isFromFolder, severity) in [(false, Diagnostic.Severity.error), (true, .warning)] {
      let reading = DocumentReader().read(InputFiles.Input(path: "没有.txt", isFromFolder: isFromFolder))
      #expect(reading.documents.isEmpty)
      #expect(reading.diagnostics.map(\.severity) == [severity])
      #expect(reading.diagnostics.first?.file == "没有.txt")
    }
  }
}
