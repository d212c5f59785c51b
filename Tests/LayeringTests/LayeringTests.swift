import Foundation
import Testing

/// The arrows between modules point one way; the package manager does not see to it.
@Suite struct LayeringTests {
  /// What each module may import, from the bottom up.
  static let allowed: [String: Set<String>] = [
    "SourceText": [],
    "CLibXML2": [],
    "XMLStream": ["SourceText", "CLibXML2"],
    "DocumentReading": ["SourceText", "XMLStream"],
    "OntologyModel": ["SourceText", "XMLStream"],
    "Mentions": ["SourceText", "OntologyModel"],
    "Linking": ["SourceText", "OntologyModel", "Mentions"],
    "Relations": ["SourceText", "OntologyModel", "Mentions", "Linking"],
    "GraphStore": ["SourceText", "OntologyModel"],
    "Asking": ["SourceText", "OntologyModel", "GraphStore"],
    "GraphFormats": ["SourceText", "OntologyModel", "GraphStore", "XMLStream"],
    "Duikou": [
      "SourceText", "DocumentReading", "OntologyModel", "Mentions", "Linking", "Relations", "GraphStore",
      "GraphFormats", "XMLStream", "Asking",
    ],
    "DuikouTool": ["Duikou", "ArgumentParser", "Subprocess"],
    "DuikouMain": ["DuikouTool"],
  ]

  /// Modules of the toolchain; no DOM, which is not safe in parallel on Linux.
  static let system: Set = ["Foundation", "Synchronization", "Glibc", "Musl", "Darwin", "MachO", "Swift"]

  @Test("every import is an allowed arrow")
  func arrows() throws {
    let lines = try ImportLine.all()
    #expect(lines.count > 100, "the import lines were not found")
    for line in lines {
      let allowed = try #require(Self.allowed[line.module], "\(line.file): unknown module \(line.module)")
      #expect(
        allowed.contains(line.imported) || Self.system.contains(line.imported),
        "\(line.file): \(line.module) may not import \(line.imported)")
    }
  }

  @Test("no arrow closes a circle")
  func order() {
    for (module, imported) in Self.allowed {
      var reached: Set<String> = []
      var open = Array(imported)
      while let next = open.popLast() {
        guard reached.insert(next).inserted else { continue }
        open += Self.allowed[next] ?? []
      }
      #expect(!reached.contains(module), "\(module) reaches itself")
    }
  }

  @Test("libxml2 stays inside XMLStream and is never handed on")
  func libxml2() throws {
    let lines = try ImportLine.all().filter { $0.imported == "CLibXML2" }
    #expect(!lines.isEmpty)
    for line in lines {
      #expect(line.module == "XMLStream", "\(line.file) imports libxml2")
      #expect(line.modifiers.contains("internal"), "\(line.file) must say “internal import CLibXML2”")
    }
  }

  @Test(
    "a line is read as what it imports",
    arguments: [
      ("import Foundation", "Foundation", [String]()),
      ("public import struct Foundation.URL", "Foundation", ["public"]),
      ("@_exported public import GraphStore", "GraphStore", ["@_exported", "public"]),
      ("@testable import Linking", "Linking", ["@testable"]),
      ("  internal import CLibXML2  // why", "CLibXML2", ["internal"]),
    ])
  func reading(line: String, imported: String, modifiers: [String]) throws {
    let found = try #require(ImportLine(line, file: "f", module: "m"))
    #expect(found.imported == imported)
    #expect(found.modifiers == modifiers)
  }

  @Test(
    "other lines import nothing",
    arguments: ["// we import Foundation", "let import = 1", "import", "important import x"])
  func noImport(line: String) {
    #expect(ImportLine(line, file: "f", module: "m") == nil)
  }
}
