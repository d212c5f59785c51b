import DocumentReading
import Foundation
import Mentions
import OntologyModel
import SourceText
import Testing

@testable import Linking

/// One linker for all tests of this target: loading takes longer than any test.
enum Shared {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let linker: Result<Linker, any Error> = Result {
    try Linker(ontology: Ontology.load(directory: root.appending(path: "Ontology").path))
  }

  static func link(_ text: String) throws -> LinkedDocument {
    let document = try #require(DocumentReader().read(bytes: Array(text.utf8), name: "t.txt").documents.first)
    return try linker.get().link(document)
  }
}

struct LinkingCase: Sendable, CustomTestStringConvertible {
  let text: String
  let expected: [(surface: String, id: String)]
  var testDescription: String { text }

  static let all: [LinkingCase] = {
    let path = Shared.root.appending(path: "Tests/Cases/linking.tsv").path
    guard let bytes = FileManager.default.contents(atPath: path) else { return [] }
    return TSVTable(file: path, bytes: [UInt8](bytes), required: ["text", "expected"]).rows.map { row in
      LinkingCase(
        text: row.cells[0],
        expected: row.cells[1].split(separator: " ").compactMap { pair in
          guard let equals = pair.lastIndex(of: "=") else { return nil }
          return (String(pair[..<equals]), String(pair[pair.index(after: equals)...]))
        })
    }
  }()
}

@Suite("Linking cases")
struct LinkingCaseTests {
  @Test("the case file is there")
  func present() { #expect(LinkingCase.all.count >= 35) }

  @Test("names link to the entity meant", arguments: LinkingCase.all)
  func link(_ testCase: LinkingCase) throws {
    let linked = try Shared.link(testCase.text)
    for (surface, id) in testCase.expected {
      let found = linked.mentions.filter { linked.reading.text($0.range) == surface }.map {
        linked.entities[$0.entity].id
      }
      if id == "-" {
        #expect(found.isEmpty, "\(surface) is no entity here, got \(found)")
      } else {
        #expect(found.contains(id), "\(surface) means \(id), got \(found)")
      }
    }
  }
}
