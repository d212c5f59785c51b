import Foundation
import OntologyModel
import SourceText
import Testing

@Suite("Names that a user adds")
struct GazetteerTests {
  private func load(_ table: String) throws -> Ontology {
    try OntologyFolder.withTemporaryFolder { folder in
      try OntologyFolder.write(to: folder)
      let file = folder.appending(path: "names.tsv")
      try Data(table.utf8).write(to: file)
      return try Ontology.load(directory: folder.path, gazetteers: [file.path])
    }
  }

  @Test("adds bodies, programmes and places, and names of what is known")
  func additions() throws {
    let ontology = try load(
      """
      name	type	aliases	home	code
      闽龙实业有限公司	Enterprise	闽龙实业|闽龙	310000
      以礼街道	Township	以礼	会泽县
      新中村	Village		云南省曲靖市会泽县
      古东川	County	东川府		530326
      上海大学	Institution	沪大
      授渔计划	Programme

      """)
    let company = try #require(ontology.organizations.first { $0.name == "闽龙实业有限公司" })
    #expect(company.aliases == ["闽龙实业", "闽龙"])
    #expect(company.home.map { ontology.places[$0].name } == "上海市")
    let township = ontology.places[try #require(ontology.placeByEntityID["place:530326/以礼街道"])]
    #expect(township.shortNames == ["以礼"] && township.parent == ontology.place(code: "530326"))
    #expect(ontology.placeByEntityID["place:530326/新中村"] != nil)
    let county = ontology.places[try #require(ontology.place(code: "530326"))]
    #expect(county.name == "会泽县" && county.shortNames == ["会泽", "古东川", "东川府"])
    #expect(ontology.organizations.filter { $0.name == "上海大学" }.map(\.aliases) == [["上大附校", "沪大"]])
    #expect(ontology.organizations.contains { $0.name == "授渔计划" && $0.type == .programme })
  }

  @Test(
    "refuses what it cannot place",
    arguments: [
      ("长龙公司\tCompany", "ontology.unknown-type", 2, 6),
      ("长龙公司\tEnterprise\t\t无名县", "ontology.unknown-place", 2, 18),
      ("无名镇\tTownship", "ontology.unknown-parent", 2, 1), ("无名县\tCounty\t\t曲靖市", "ontology.bad-code", 2, 1),
      ("\tEnterprise", "ontology.empty-cell", 2, 1), ("甲\tEnterprise\t\t\t\t\t", "table.cell-count", 2, 1),
    ])
  func refusals(row: String, id: String, line: Int, column: Int) throws {
    let thrown = #expect(throws: Diagnostics.self) { try load("name\ttype\taliases\thome\tcode\n\(row)\n") }
    #expect(thrown?.all.map(\.id) == [id])
    #expect(thrown?.all.first?.position?.line == line)
  }

  @Test("says that a file is missing")
  func missing() {
    let thrown = #expect(throws: Diagnostics.self) {
      try Ontology.load(directory: OntologyFolder.path, gazetteers: ["/nowhere/names.tsv"])
    }
    #expect(thrown?.all.map(\.id) == ["ontology.unreadable"])
  }
}
