import Linking
import Mentions
import OntologyModel
import SourceText

/// Reads who helps whom from a document whose names are linked, by the rules of `Ontology/rules`.
///
/// A value is immutable and may be shared between threads.
public final class RelationReader: Sendable {
  /// The rules in order.
  public var rules: [RelationRule] { ruleSet.rules }

  let ontology: Ontology
  let lexicon: CueLexicon
  let ruleSet: RuleSet
  let classes: KnownClasses
  let fieldWords: FieldWords
  let words: WordTables
  /// Classes by word of the lexicon.
  let wordClasses: [CueSet]
  /// Ids of the rules whose edges yield to ones to something inside the place.
  let looseRules: Set<String>

  /// Prepares the rules of the tables in `Ontology/rules`.
  ///
  /// - Throws: `Diagnostics` with every problem of the rule files, each with file, line and column.
  public init(ontology: Ontology) throws {
    self.ontology = ontology
    var lexicon = CueLexicon(cues: ontology.tables["cues"], anaphors: ontology.tables["anaphors"])
    let known = Set(ontology.fields.map(\.id))
    let ruleSet = ontology.tables["relations"].map { RuleSet(table: $0, lexicon: &lexicon, fields: known) }
    words = WordTables(tables: ontology.tables)
    let problems =
      words.problems + ["cues", "anaphors", "relations"].flatMap { ontology.tables[$0]?.problems ?? [] }
      + lexicon.problems
      + (ruleSet?.problems ?? [])
    guard let ruleSet, problems.isEmpty else {
      throw Diagnostics(
        problems.isEmpty
          ? [Diagnostic(.error, id: "relations.no-rules", message: "the ontology has no table “relations”")]
          : problems)
    }
    self.lexicon = lexicon
    self.ruleSet = ruleSet
    classes = KnownClasses(lexicon)
    wordClasses = lexicon.words.map(\.classes)
    looseRules = Set(ruleSet.rules.filter(\.isLoose).map(\.id))
    fieldWords = FieldWords(ontology: ontology, lexicon: lexicon, classes: classes)
  }

  /// The relations that the document states, in text order.
  ///
  /// Relations below a certainty of 0.3 are left out. Time is linear in the text; one sentence costs at most
  /// a fixed number of steps for each rule.
  public func relations(in document: LinkedDocument) -> [Relation] {
    let names = DocumentNames(document: document, ontology: ontology, words: words)
    var reading = DocumentRelations(reader: self, names: names)
    return reading.read()
  }
}
