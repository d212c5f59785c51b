import OntologyModel
import Relations
import SourceText
import Testing

@Suite("Broken rule files")
struct RuleFileTests {
  private func problems(_ edit: (inout [String: TSVTable]) -> Void) throws -> [Diagnostic] {
    var ontology = try Loaded.ontology.get()
    edit(&ontology.tables)
    do {
      _ = try RelationReader(ontology: ontology)
      return []
    } catch let diagnostics as Diagnostics {
      return diagnostics.all
    }
  }

  private func rules(_ line: String) -> TSVTable {
    let header = "id\ttype\tpattern\tflags\tfields\tcertainty\tunless\tpositive\tnegative"
    return TSVTable(file: "relations.tsv", bytes: Array((header + "\n" + line + "\n").utf8))
  }

  @Test(
    "each fault is reported with its place",
    arguments: [
      ("a\thelps\tH … R\t\t\t0.5\t\t+\t-", "relations.unknown-relation", 3),
      ("a\tassists\tH … <nothing> … R\t\t\t0.5\t\t+\t-", "relations.pattern", 15),
      ("a\tassists\tH …x R\t\t\t0.5\t\t+\t-", "relations.pattern", 13),
      ("a\tassists\tH … <give>\t\t\t0.5\t\t+\t-", "relations.pattern", 11),
      ("a\tassists\tH … H\t\t\t0.5\t\t+\t-", "relations.pattern", 11),
      ("a\tassists\tH … R\tsure\t\t0.5\t\t+\t-", "relations.unknown-flag", 17),
      ("a\tassists\tH … R\t\tmagic\t0.5\t\t+\t-", "relations.unknown-field", 18),
      ("a\tassists\tH … R\t\t\tmuch\t\t+\t-", "relations.certainty", 19),
      ("\tassists\tH … R\t\t\t0.5\t\t+\t-", "relations.rule-id", 1),
    ])
  func faults(_ line: String, _ id: String, _ column: Int) throws {
    let found = try problems { $0["relations"] = rules(line) }
    #expect(found.map(\.id) == [id])
    #expect(found.first?.position?.line == 2)
    #expect(found.first?.file == "relations.tsv")
    if id != "relations.unknown-relation" { #expect(found.first?.position?.column == column) }
  }

  @Test("a missing table and unknown kinds are reported")
  func tables() throws {
    #expect(try problems { $0["relations"] = nil }.map(\.id) == ["relations.no-rules"])
    let anaphors = "word\tside\ttypes\tsuffixes\tcount\n该县\tnobody\tCounty\t县\t1\n该省\tany\tRealm\t\t1\n"
    let found = try problems { $0["anaphors"] = TSVTable(file: "anaphors.tsv", bytes: Array(anaphors.utf8)) }
    #expect(found.map(\.id) == ["relations.unknown-side", "relations.unknown-type"])
    let contexts = "side\twords\tnames\teffect\tfollowed\tnot_followed\nunder\t在\tplace\tnone\t\t\n"
    #expect(
      try problems { $0["name-contexts"] = TSVTable(file: "n.tsv", bytes: Array(contexts.utf8)) }.map(\.id)
        == ["relations.name-context"])
    #expect(
      try problems { $0["characters"] = TSVTable(file: "c.tsv", bytes: Array("name\tcharacters\n".utf8)) }
        .allSatisfy { $0.id == "relations.character-set" })
  }
}
