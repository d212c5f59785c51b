import Foundation
import OntologyModel
import Testing

@Suite("The files of the ontology")
struct OntologyFilesTests {
  static let tables =
    (try? FileManager.default.contentsOfDirectory(atPath: OntologyFolder.path))?
    .filter { $0.hasSuffix(".tsv") }.sorted() ?? []

  @Test("are sorted, so that a change shows as a change of few lines", arguments: tables)
  func order(file: String) throws {
    let text = try String(contentsOfFile: OntologyFolder.path + "/" + file, encoding: .utf8)
    #expect(text.hasSuffix("\n") && !text.contains("\r"))
    let rows = text.split(separator: "\n").dropFirst().map { row in
      row.split(separator: "\t", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
    }
    // Periods of one code follow each other in time; an empty first year is the earliest.
    let keys = file == "places.tsv" ? rows.map { [$0[0], $0[10]] } : rows
    for (line, (before, after)) in zip(keys, keys.dropFirst()).enumerated() {
      #expect(precedes(before, after), "\(file):\(line + 3) stands before the line above it, or equals it")
    }
  }

  private func precedes(_ a: [[Unicode.Scalar]], _ b: [[Unicode.Scalar]]) -> Bool {
    for (left, right) in zip(a, b) where left != right { return left.lexicographicallyPrecedes(right) }
    return false
  }

  @Test("are all described in the README")
  func readme() throws {
    let text = try String(contentsOfFile: OntologyFolder.path + "/README.md", encoding: .utf8)
    for file in Self.tables + ["duikou.rdf"] { #expect(text.contains("`\(file)`"), "\(file)") }
  }

  @Test("call only names of places common words")
  func commonWords() throws {
    let ontology = try OntologyFolder.loaded.get()
    var names: Set<String> = []
    for place in ontology.places where place.level < .township {
      names.insert(place.name)
      names.formUnion(place.shortNames)
    }
    for word in ontology.commonWords.sorted() {
      #expect(names.contains(word), "\(word) is no name of a place")
    }
  }

  @Test("lets the README's example of added names load")
  func example() throws {
    let text = try String(contentsOfFile: OntologyFolder.path + "/README.md", encoding: .utf8)
    let parts = text.components(separatedBy: "```")
    let table = try #require(parts.first { $0.hasPrefix("\nname\ttype") })
    try OntologyFolder.withTemporaryFolder { folder in
      let file = folder.appending(path: "names.tsv")
      try Data(table.dropFirst().utf8).write(to: file)
      let ontology = try Ontology.load(directory: OntologyFolder.path, gazetteers: [file.path])
      #expect(ontology.placesNamed("古东川").map { ontology.places[$0].adcode } == ["530326"])
    }
  }
}
