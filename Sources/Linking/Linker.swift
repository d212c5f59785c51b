import Mentions
import OntologyModel
import SourceText

/// Reads a document and decides which entity each name means.
///
/// One linker serves all documents and may be used from several threads at once.
public struct Linker: Sendable {
  let ontology: Ontology
  let finder: MentionFinder
  let compounds: CompoundFinder
  let misprints: MisprintFinder
  let naming: OrganizationNaming
  /// Words that end like a township's or village's name but describe one.
  let placeDescriptions: Set<String>
  /// Those that only describe one where nothing stands before them (山村, but 杨梅山村).
  let wholeDescriptions: Set<String>

  /// Prepares the lexicon and the tables that linking needs; some tens of milliseconds.
  ///
  /// - Throws: every unreadable row of the word lists.
  public init(ontology: Ontology) throws(Diagnostics) {
    self.ontology = ontology
    finder = try MentionFinder(ontology: ontology)
    compounds = CompoundFinder(ontology: ontology)
    misprints = MisprintFinder(ontology: ontology, lexicon: finder.lexicon)
    naming = OrganizationNaming(ontology: ontology)
    var descriptions: [String: Set<String>] = [:]
    if let endings = ontology.tables["place-endings"] {
      for row in endings.rows {
        descriptions[endings.cell(row, "kind"), default: []].insert(endings.cell(row, "word"))
      }
    }
    placeDescriptions = descriptions[""] ?? []
    wholeDescriptions = descriptions["whole"] ?? []
  }

  /// Links the names of one document. Any text is valid input. About linear in the text.
  public func link(_ document: Document) -> LinkedDocument {
    let reading = ReadingText(document: document, ontology: ontology)
    var pass = LinkingPass(linker: self, found: finder.mentions(in: reading))
    return pass.run()
  }
}
