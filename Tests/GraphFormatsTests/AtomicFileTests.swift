import Foundation
import GraphFormats
import GraphTestSupport
import SourceText
import Testing

@Suite("Files that are replaced as a whole")
struct AtomicFileTests {
  @Test("a failure leaves the old file and no other")
  func failure() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/a.txt"
      try AtomicFile.write(Array("old".utf8), to: path)
      let problem = Diagnostic(.error, id: "test.stop", message: "stop")
      let error = #expect(throws: Diagnostic.self) {
        try AtomicFile.write(to: path) { (consumer) throws(Diagnostic) in
          try consumer(Array("half".utf8))
          throw problem
        }
      }
      #expect(error == problem)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.txt"])
      try AtomicFile.write(Array("new".utf8), to: path)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
    }
  }

  @Test("a missing folder or a folder in the way is an error with the path")
  func unwritable() throws {
    try withTemporaryFolder { folder in
      for path in [folder + "/none/a.txt", folder] {
        let error = #expect(throws: Diagnostic.self) { try AtomicFile.write([1], to: path) }
        #expect(error?.id == "file.not-writable")
        #expect(error?.file == path)
      }
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(left.isEmpty)
    }
  }
}
