import DocumentReading
import SourceText
import Testing

@Suite("Metadata tables")
struct MetadataTableTests {
  private func reading(_ text: String) -> (table: MetadataTable, diagnostics: [Diagnostic]) {
    MetadataTable.reading(Array(text.utf8), name: "表.csv")
  }

  @Test("rows are found by path, by name and by stem")
  func lookup() {
    let (table, diagnostics) = reading(
      "\u{FEFF}file,Title,publisher,date,url,other\r\n甲.txt,\"题, 带\"\"引号\"\"\n两行\",报,2020-01-02,u,x\r\n下/乙.txt,乙题,,,,\r\n丙,丙题,,,,\r\n"
    )
    #expect(diagnostics.isEmpty)
    #expect(
      table.metadata(for: "某处/甲.txt")
        == Document.Metadata(title: "题, 带\"引号\"\n两行", date: "2020-01-02", publisher: "报", url: "u"))
    #expect(table.metadata(for: "下/乙.txt").title == "乙题")
    #expect(table.metadata(for: "上/乙.txt").title == nil)
    #expect(table.metadata(for: "丙.md").title == "丙题")
    #expect(table.metadata(for: "丁.md") == Document.Metadata())
  }

  @Test("tabs separate when the header has them")
  func tabs() {
    let (table, diagnostics) = reading("title\tfile\nA,B\ta.txt\n")
    #expect(diagnostics.isEmpty)
    #expect(table.metadata(for: "a.txt").title == "A,B")
  }

  @Test("all that is wrong is reported with its row, the rest is used")
  func problems() {
    let (table, diagnostics) = reading("file,title\na.txt\n\nb.txt,B\nb.txt,C\nc.txt,\"open\nd.txt,D\n")
    #expect(
      diagnostics.map { "\($0.id) \($0.severity.rawValue) \($0.position?.line ?? 0)" } == [
        "metadata.bad-row error 2", "metadata.duplicate warning 5", "metadata.open-quote error 6",
      ])
    #expect(table.metadata(for: "b.txt").title == "B")
    #expect(reading("名,题\na,b\n").diagnostics.map(\.id) == ["metadata.no-file-column"])
    #expect(reading("").diagnostics.isEmpty)
  }
}
