import Foundation
import OntologyModel
import SourceText
import Testing

@Suite("Checking an ontology")
struct OntologyCheckTests {
  /// One way to break the small ontology, and what must be said of it.
  struct Breakage: Sendable, CustomTestStringConvertible {
    let file: String
    let old: String
    let new: String
    let id: String
    var line: Int?
    var column: Int?

    var testDescription: String { "\(id) in \(file)" }
  }

  static let breakages: [Breakage] = [
    Breakage(
      file: "places.tsv", old: "曲靖\t\t530000", new: "曲靖\t\t990000", id: "ontology.unknown-parent", line: 5,
      column: 27),
    Breakage(
      file: "places.tsv", old: "曲靖\t\t530000", new: "曲靖\t\t", id: "ontology.unknown-parent", line: 5,
      column: 27),
    Breakage(
      file: "places.tsv", old: "prefecture", new: "city", id: "ontology.unknown-level", line: 5, column: 8),
    Breakage(
      file: "places.tsv", old: "530326\tcounty", new: "53032x\tcounty", id: "ontology.bad-code", line: 6,
      column: 1),
    Breakage(
      file: "places.tsv", old: "310113\tdistrict\t宝山区", new: "310113\tdistrict\t", id: "ontology.empty-cell",
      line: 3,
      column: 17),
    Breakage(
      file: "places.tsv", old: "\t会泽\t\t530300\t103.295\t26.421\thui ze xian\tHuize\t1997",
      new: "\t会泽|\t\t530300\t103.295\t26.421\thui ze xian\tHuize\t1997", id: "ontology.empty-name", line: 6,
      column: 19),
    Breakage(
      file: "places.tsv", old: "121.484", new: "12l.484", id: "ontology.bad-coordinate", line: 3, column: 32),
    Breakage(
      file: "places.tsv", old: "31.410", new: "131.410", id: "ontology.bad-coordinate", line: 3, column: 40),
    Breakage(file: "places.tsv", old: "1988", new: "88", id: "ontology.bad-year", line: 3),
    Breakage(
      file: "places.tsv", old: "\t1997\t530326", new: "\t1997\t530399", id: "ontology.unknown-successor",
      line: 7),
    Breakage(
      file: "places.tsv", old: "1997\t\t\n532233", new: "1997\t2020\t532233\n532233",
      id: "ontology.successor-cycle"),
    Breakage(
      file: "places.tsv",
      old: "310113\tdistrict\t宝山区\t宝山\t\t310000\t121.484\t31.410\tbao shan qu\tBaoshan\t1988\t\t",
      new: "310113\tdistrict\t宝山区\t宝山\t\t310000\t121.484\t31.410\tbao shan qu\tBaoshan\t1988\t\t530326",
      id: "ontology.living-successor", line: 3),
    Breakage(
      file: "places.tsv", old: "530326\tcounty", new: "530300\tcounty", id: "ontology.duplicate-code",
      line: 6, column: 1),
    Breakage(
      file: "places.tsv", old: "\tYunnan\t", new: "\tYunnan", id: "table.cell-count", line: 4, column: 1),
    Breakage(file: "places.tsv", old: "valid_to", new: "end", id: "table.missing-column", line: 1, column: 1),
    Breakage(
      file: "townships.tsv", old: "530326\t待补镇", new: "530999\t待补镇", id: "ontology.unknown-parent", line: 3,
      column: 1),
    Breakage(
      file: "townships.tsv", old: "2010\t待补镇", new: "2010\t无名镇", id: "ontology.unknown-successor", line: 2,
      column: 24),
    Breakage(
      file: "townships.tsv", old: "former\t2010", new: "gone\t2010", id: "ontology.unknown-status", line: 2,
      column: 12),
    Breakage(file: "townships.tsv", old: "former\t2010", new: "former\t", id: "ontology.bad-year", line: 2),
    Breakage(
      file: "townships.tsv", old: "待补镇\t\t\t\n", new: "待补镇\t\t\t\n530326\t待补镇\t\t\t\n",
      id: "ontology.duplicate-name", line: 4, column: 8),
    Breakage(
      file: "villages.tsv", old: "糯租村\n", new: "糯租村\n530326\t待补镇\t糯租村\n", id: "ontology.duplicate-name",
      line: 3),
    Breakage(
      file: "name-endings.tsv", old: "people", new: "folk", id: "ontology.unknown-kind", line: 4, column: 4),
    Breakage(
      file: "sides.tsv", old: "530000\t2", new: "530000\t7", id: "ontology.bad-tier", line: 3, column: 8),
    Breakage(file: "sides.tsv", old: "530000\t2\t0\t\n", new: "", id: "ontology.missing-side"),
    Breakage(
      file: "sides.tsv", old: "310000\t0\t1", new: "310000\t0\tx", id: "ontology.bad-flag", line: 2,
      column: 10),
    Breakage(
      file: "sides.tsv", old: "530000\t2", new: "539999\t2", id: "ontology.unknown-place", line: 3, column: 1),
    Breakage(file: "pairings.tsv", old: "1996", new: "199", id: "ontology.bad-year", line: 2),
    Breakage(
      file: "organizations.tsv", old: "云南大学\tInstitution", new: "云南大学\tSchool", id: "ontology.unknown-type",
      line: 3, column: 6),
    Breakage(
      file: "organizations.tsv", old: "云大", new: "云大||云南大", id: "ontology.empty-name", line: 3, column: 18),
    Breakage(
      file: "organizations.tsv", old: "云大\t\t530000", new: "云大\t\t530999", id: "ontology.unknown-place",
      line: 3, column: 22),
    Breakage(file: "organizations.tsv", old: "云大", new: "上大附校", id: "ontology.shared-alias"),
    Breakage(
      file: "organizations.tsv", old: "云南大学", new: "上海大学", id: "ontology.duplicate-name", line: 3, column: 1),
    Breakage(
      file: "agencies.tsv", old: "Agency", new: "County", id: "ontology.unknown-type", line: 2, column: 13),
    Breakage(
      file: "abbreviations.tsv", old: "滇\t530000", new: "滇\t53", id: "ontology.unknown-place", line: 3,
      column: 3),
    Breakage(file: "pinyin.tsv", old: "会\t", new: "会泽\t", id: "ontology.bad-character", line: 2, column: 1),
    Breakage(file: "shapes.tsv", old: "0.70|0.55", new: "0.70", id: "ontology.bad-score", line: 2, column: 6),
    Breakage(file: "shapes.tsv", old: "0.55", new: "5.5", id: "ontology.bad-score", line: 2, column: 6),
    Breakage(
      file: "rules/relations.tsv", old: "health", new: "helth", id: "ontology.unknown-field", line: 2,
      column: 12),
    Breakage(
      file: "rules/relations.tsv", old: "benefits", new: "helps", id: "ontology.unknown-type", line: 3,
      column: 4),
    Breakage(
      file: "rules/relations.tsv", old: "r2", new: "r1", id: "ontology.duplicate-name", line: 3, column: 1),
    Breakage(
      file: "rules/relations.tsv", old: "r2\tbenefits", new: "r2\tbenefits\t\t\t", id: "table.cell-count",
      line: 3),
    Breakage(
      file: "duikou.rdf", old: "<skos:notation>education<", new: "<skos:notation>health<",
      id: "ontology.duplicate-name"),
    Breakage(
      file: "duikou.rdf", old: "<skos:notation>Village<", new: "<skos:notation>Hamlet<",
      id: "ontology.unknown-type"),
    Breakage(file: "duikou.rdf", old: "#0072B2", new: "blue", id: "ontology.bad-color"),
    Breakage(
      file: "duikou.rdf", old: "<skos:prefLabel xml:lang=\"en\">education<",
      new: "<skos:prefLabel>education<", id: "ontology.missing-label"),
    Breakage(
      file: "duikou.rdf", old: "<rdfs:range rdf:resource=\"urn:duikou:ontology#Beneficiary\"/>", new: "",
      id: "ontology.bad-ends"),
    Breakage(file: "duikou.rdf", old: "</rdf:RDF>", new: "", id: "xml.malformed"),
    Breakage(
      file: "duikou.rdf", old: "<rdf:RDF", new: "<!DOCTYPE rdf:RDF [<!ENTITY a \"aaaa\">]>\n<rdf:RDF",
      id: "xml.doctype"),
  ]

  @Test("finds nothing wrong with the package's own, nor with the small one")
  func sound() throws {
    #expect(OntologyCheck(directory: OntologyFolder.path).run() == [])
    try OntologyFolder.withTemporaryFolder { folder in
      try OntologyFolder.write(to: folder)
      #expect(OntologyCheck(directory: folder.path).run() == [])
      #expect(try Ontology.load(directory: folder.path).places.count == 9)
    }
  }

  @Test("names each problem with its place", arguments: breakages)
  func broken(breakage: Breakage) throws {
    try OntologyFolder.withTemporaryFolder { folder in
      try OntologyFolder.write(
        to: folder, replacing: breakage.old, with: breakage.new, in: breakage.file)
      let problems = OntologyCheck(directory: folder.path).run()
      let found = problems.filter { $0.id == breakage.id }
      #expect(!found.isEmpty, "only \(problems)")
      guard let first = found.first else { return }
      #expect(first.severity == .error)
      #expect(first.file?.hasSuffix("/" + breakage.file) == true)
      if let line = breakage.line { #expect(first.position?.line == line, "\(first)") }
      if let column = breakage.column { #expect(first.position?.column == column, "\(first)") }
    }
  }

  @Test("reports every problem at once, and loading throws them all")
  func all() throws {
    try OntologyFolder.withTemporaryFolder { folder in
      try OntologyFolder.write(to: folder, replacing: "121.484\t31.410", with: "x\ty", in: "places.tsv")
      try Data("surface\tcode\tstands_alone\tnote\n沪\t1\t1\t\n滇\t2\t1\t\n".utf8).write(
        to: folder.appending(path: "abbreviations.tsv"))
      try FileManager.default.removeItem(at: folder.appending(path: "pinyin.tsv"))
      let ids = OntologyCheck(directory: folder.path).run().map(\.id)
      #expect(
        ids == [
          "ontology.bad-coordinate", "ontology.unknown-place", "ontology.unknown-place",
          "ontology.unreadable",
        ])
      let thrown = #expect(throws: Diagnostics.self) { try Ontology.load(directory: folder.path) }
      #expect(thrown?.all.map(\.id) == ids)
    }
  }

  @Test("says where text is not UTF-8")
  func encoding() throws {
    try OntologyFolder.withTemporaryFolder { folder in
      try OntologyFolder.write(to: folder)
      let bytes = Data("surface\n".utf8) + Data([0xB1, 0xA6, 0xC9, 0xBD, 0x0A])
      try bytes.write(to: folder.appending(path: "common-words.tsv"))
      let problems = OntologyCheck(directory: folder.path).run()
      #expect(problems.map(\.id) == ["table.encoding"])
      #expect(problems.first?.position?.line == 2)
    }
  }

  @Test("does not throw on random damage", arguments: 0..<40)
  func damage(seed: UInt64) throws {
    var random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(below limit: Int) -> Int {
      random ^= random << 13
      random ^= random >> 7
      random ^= random << 17
      return Int(random % UInt64(limit))
    }
    try OntologyFolder.withTemporaryFolder { folder in
      try OntologyFolder.write(to: folder)
      let names = OntologyFolder.small.keys.sorted() + ["duikou.rdf"]
      let file = folder.appending(path: names[next(below: names.count)])
      var bytes = Array(try Data(contentsOf: file))
      for _ in 0..<(1 + next(below: 4)) where !bytes.isEmpty {
        switch next(below: 3) {
        case 0: bytes[next(below: bytes.count)] = UInt8(next(below: 256))
        case 1: bytes.removeSubrange(next(below: bytes.count)...)
        default: bytes.insert(UInt8(ascii: "\t"), at: next(below: bytes.count))
        }
      }
      try Data(bytes).write(to: file)
      let errors = OntologyCheck(directory: folder.path).run().filter { $0.severity == .error }
      let loads = (try? Ontology.load(directory: folder.path)) != nil
      #expect(errors.isEmpty || errors.allSatisfy { $0.file != nil })
      if errors.isEmpty { #expect(loads) }
    }
  }

  @Test("reads a table saved by a spreadsheet: byte order mark, CR LF, comments")
  func spreadsheets() throws {
    try OntologyFolder.withTemporaryFolder { folder in
      try OntologyFolder.write(to: folder)
      try Data("\u{FEFF}surface\r\n# picked by hand\r\n宝山\r\n合作 \r\n".utf8).write(
        to: folder.appending(path: "common-words.tsv"))
      #expect(try Ontology.load(directory: folder.path).commonWords == ["宝山", "合作"])
    }
  }
}
