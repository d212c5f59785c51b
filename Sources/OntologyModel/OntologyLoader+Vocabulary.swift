import SourceText
import XMLStream

extension OntologyLoader {
  private typealias Terms = VocabularyStatements

  /// Reads `duikou.rdf`: types, relations and their ends, fields of help.
  mutating func loadVocabulary() {
    let path = directory + "/duikou.rdf"
    let statements = VocabularyStatements()
    do {
      problems += try XMLReader().read(path: path, handler: statements)
    } catch {
      problems += error.all
      return
    }
    let classes = superclasses(of: statements.subjects)
    for subject in statements.subjects {
      if subject.types.contains(Terms.owl + "Class") {
        addEntityType(subject, path)
      } else if subject.types.contains(Terms.owl + "ObjectProperty") {
        addRelationType(subject, classes, path)
      } else if subject.types.contains(Terms.skos + "Concept"),
        subject.all(Terms.skos + "inScheme").contains(where: { $0.value == Terms.own + "fields" })
      {
        addField(subject, path)
      }
    }
    for type in EntityType.allCases where ontology.entityTypes[type] == nil {
      report("ontology.missing-term", file: path, "the vocabulary lacks the entity type \(type.rawValue)")
    }
    for type in RelationType.allCases where ontology.relationTypes[type] == nil {
      report("ontology.missing-term", file: path, "the vocabulary lacks the relation type \(type.rawValue)")
    }
    if ontology.fields.isEmpty {
      report("ontology.missing-term", file: path, "the vocabulary has no fields of help")
    }
  }

  /// A class without a notation only groups others.
  private mutating func addEntityType(_ subject: Terms.Subject, _ path: String) {
    guard let id = subject.literal(Terms.skos + "notation") else { return }
    guard let type = EntityType(rawValue: id) else {
      report("ontology.unknown-type", subject, path, "“\(id)” is no entity type of this program")
      return
    }
    ontology.entityTypes[type] = label(of: subject, property: Terms.rdfs + "label", path)
  }

  private mutating func addRelationType(
    _ subject: Terms.Subject, _ classes: [String: Set<EntityType>], _ path: String
  ) {
    guard let id = subject.literal(Terms.skos + "notation"), let type = RelationType(rawValue: id) else {
      report("ontology.unknown-type", subject, path, "“\(subject.iri)” is no relation type of this program")
      return
    }
    ontology.relationTypes[type] = label(of: subject, property: Terms.rdfs + "label", path)
    let ends = [Terms.rdfs + "domain", Terms.rdfs + "range"].map { property in
      subject.all(property).reduce(into: Set<EntityType>()) { $0.formUnion(classes[$1.value] ?? []) }
    }
    if ends.contains([]) {
      report("ontology.bad-ends", subject, path, "the domain and the range must be classes of entity types")
    }
    ontology.relationEnds[type] = Ontology.RelationEnds(domain: ends[0], range: ends[1])
  }

  private mutating func addField(_ subject: Terms.Subject, _ path: String) {
    guard let id = subject.literal(Terms.skos + "notation"), !id.isEmpty else {
      report("ontology.empty-cell", subject, path, "the field lacks its skos:notation")
      return
    }
    if ontology.fields.contains(where: { $0.id == id }) {
      report("ontology.duplicate-name", subject, path, "the field “\(id)” stands twice")
      return
    }
    var cues: [String] = []
    for cue in subject.all(Terms.skos + "hiddenLabel") {
      if cue.value.isEmpty || cues.contains(cue.value) {
        problems.append(
          Diagnostic(
            .error, id: cue.value.isEmpty ? "ontology.empty-name" : "ontology.duplicate-name", file: path,
            position: cue.position,
            message: cue.value.isEmpty ? "an empty cue word" : "the cue word “\(cue.value)” stands twice"))
      } else {
        cues.append(cue.value)
      }
    }
    let label = label(of: subject, property: Terms.skos + "prefLabel", path)
    ontology.fields.append(
      HelpField(id: id, chinese: label.chinese, english: label.english, color: label.color, cues: cues))
  }

  private mutating func label(of subject: Terms.Subject, property: String, _ path: String) -> TermLabel {
    let chinese = subject.literal(property, language: "zh") ?? ""
    let english = subject.literal(property, language: "en") ?? ""
    if chinese.isEmpty || english.isEmpty {
      report("ontology.missing-label", subject, path, "“\(subject.iri)” needs a label in zh and one in en")
    }
    let color = subject.literal(Terms.own + "color") ?? ""
    let digits = color.utf8.dropFirst()
    if !color.isEmpty,
      !(color.hasPrefix("#") && digits.count == 6 && UInt32(color.dropFirst(), radix: 16) != nil)
    {
      report("ontology.bad-color", subject, path, "“\(color)” is not a colour in the form #RRGGBB")
    }
    return TermLabel(chinese: chinese, english: english, color: color)
  }

  /// For every class the entity types that it holds, through `rdfs:subClassOf`.
  private func superclasses(of subjects: [Terms.Subject]) -> [String: Set<EntityType>] {
    var parents: [String: [String]] = [:]
    for subject in subjects {
      parents[subject.iri] = subject.all(Terms.rdfs + "subClassOf").map(\.value)
    }
    var holds: [String: Set<EntityType>] = [:]
    for subject in subjects {
      guard let type = subject.literal(Terms.skos + "notation").flatMap(EntityType.init(rawValue:)) else {
        continue
      }
      var waiting = [subject.iri]
      var seen: Set<String> = []
      while let iri = waiting.popLast() {
        guard seen.insert(iri).inserted else { continue }
        holds[iri, default: []].insert(type)
        waiting += parents[iri] ?? []
      }
    }
    return holds
  }

  private mutating func report(_ id: String, _ subject: Terms.Subject, _ path: String, _ message: String) {
    problems.append(Diagnostic(.error, id: id, file: path, position: subject.position, message: message))
  }
}
