import Foundation
import OntologyModel
import Testing

@Suite("The vocabulary")
struct VocabularyTests {
  let ontology: Ontology

  init() throws { ontology = try OntologyFolder.loaded.get() }

  @Test("labels all types in two languages, with colours")
  func labels() {
    #expect(ontology.entityTypes.count == EntityType.allCases.count)
    #expect(ontology.relationTypes.count == RelationType.allCases.count)
    for label in Array(ontology.entityTypes.values) + Array(ontology.relationTypes.values) {
      #expect(!label.chinese.isEmpty && !label.english.isEmpty && label.color.hasPrefix("#"))
    }
    #expect(ontology.entityTypes[.county]?.chinese == "县级")
  }

  @Test("has the twelve fields in order, with cue words of their own and colours apart")
  func fields() {
    #expect(
      ontology.fields.map(\.id) == [
        "pairing", "industry", "employment", "education", "health", "consumption", "culture_tourism",
        "technology", "finance", "infrastructure", "talent", "social",
      ])
    #expect(Set(ontology.fields.map(\.color)).count == 12)
    for field in ontology.fields { #expect((15...80).contains(field.cues.count), "\(field.id)") }
  }

  @Test("says which types a relation joins")
  func ends() {
    let benefits = ontology.relationEnds[.benefits]
    #expect(benefits?.domain == [.programme])
    #expect(benefits?.range.contains(.county) == true && benefits?.range.contains(.agency) == false)
    #expect(ontology.relationEnds[.assists]?.domain.contains(.village) == true)
    #expect(ontology.relationEnds[.assists]?.range.contains(.programme) == false)
    #expect(ontology.relationEnds[.locatedIn]?.range.allSatisfy(\.isPlace) == true)
  }

  @Test("loads in rdflib with the same terms")
  func rdflib() throws {
    let script = """
      import sys
      try:
          import rdflib
      except ImportError:
          print("missing"); sys.exit(0)
      from rdflib.namespace import SKOS, RDF, OWL
      graph = rdflib.Graph().parse(sys.argv[1], format="xml")
      scheme = rdflib.URIRef("urn:duikou:ontology#fields")
      fields = [s for s in graph.subjects(SKOS.inScheme, scheme)]
      cues = sum(1 for f in fields for _ in graph.objects(f, SKOS.hiddenLabel))
      classes = sum(1 for c in graph.subjects(RDF.type, OWL.Class) if (c, SKOS.notation, None) in graph)
      print(len(fields), cues, classes, sum(1 for _ in graph.subjects(RDF.type, OWL.ObjectProperty)))
      """
    let answer = try run(script, OntologyFolder.path + "/duikou.rdf")
    guard let answer, answer != "missing" else {
      print("rdflib is not installed (make test does): not compared")
      return
    }
    let cues = ontology.fields.reduce(0) { $0 + $1.cues.count }
    #expect(answer == "12 \(cues) 11 5")
  }

  /// What a Python script prints; nil when there is no Python.
  private func run(_ script: String, _ argument: String) throws -> String? {
    let candidates = [
      OntologyFolder.packageRoot.appending(path: ".venv/bin/python").path, "/usr/bin/python3",
    ]
    guard let python = candidates.first(where: FileManager.default.isExecutableFile(atPath:)) else {
      return nil
    }
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = ["-c", script, argument]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
