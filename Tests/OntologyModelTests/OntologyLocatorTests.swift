import Foundation
import OntologyModel
import SourceText
import Testing

@Suite("Finding the ontology")
struct OntologyLocatorTests {
  private func put(_ folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try OntologyFolder.write(to: folder)
  }

  private func touch(_ file: URL) throws -> URL {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data().write(to: file)
    return file
  }

  @Test("finds it beside an installed program, also after the tree was moved and through a link")
  func installed() throws {
    try OntologyFolder.withTemporaryFolder { folder in
      let first = folder.appending(path: "one")
      let binary = try touch(first.appending(path: "bin/duikou"))
      try put(first.appending(path: "share/duikou/Ontology"))
      #expect(
        try OntologyLocator(executable: binary.path, currentDirectory: "/").find().hasSuffix(
          "/one/share/duikou/Ontology"))

      let second = folder.appending(path: "two")
      try FileManager.default.moveItem(at: first, to: second)
      let link = folder.appending(path: "duikou")
      try FileManager.default.createSymbolicLink(
        at: link, withDestinationURL: second.appending(path: "bin/duikou"))
      let found = try OntologyLocator(executable: link.path, currentDirectory: "/").find()
      #expect(found.hasSuffix("/two/share/duikou/Ontology"))
      #expect(try Ontology.load(directory: found).places.count == 9)
    }
  }

  @Test("finds a checkout from its build folder and from the current folder")
  func checkout() throws {
    try OntologyFolder.withTemporaryFolder { folder in
      try put(folder.appending(path: "Ontology"))
      let binary = try touch(folder.appending(path: ".build/x86_64/release/duikou"))
      #expect(
        try OntologyLocator(executable: binary.path, currentDirectory: "/").find().hasSuffix("/Ontology"))
      let inside = folder.appending(path: "Sources/Deep").path
      #expect(
        try OntologyLocator(executable: "/nowhere/bin/duikou", currentDirectory: inside).find()
          == folder.appending(path: "Ontology").path)
    }
  }

  @Test("takes what the user named, before the environment, before the rest")
  func order() throws {
    try OntologyFolder.withTemporaryFolder { folder in
      let mine = folder.appending(path: "mine")
      try put(mine)
      #expect(OntologyLocator(explicit: mine.path, environment: "/elsewhere").candidates == [mine.path])
      #expect(OntologyLocator(environment: mine.path, currentDirectory: "/").candidates == [mine.path])
      #expect(try OntologyLocator(explicit: mine.path).find() == mine.path)
    }
  }

  @Test("does not take a folder that only has the name, and says where it looked")
  func nothing() throws {
    try OntologyFolder.withTemporaryFolder { folder in
      let empty = folder.appending(path: "Ontology")
      try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
      let thrown = #expect(throws: Diagnostics.self) { try OntologyLocator(explicit: empty.path).find() }
      #expect(thrown?.all.map(\.id) == ["ontology.not-found"])
      #expect(thrown?.description.contains(empty.path) == true)
    }
  }
}
