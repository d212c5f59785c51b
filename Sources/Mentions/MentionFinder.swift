import OntologyModel
import SourceText

/// Finds everything in a text that may name an entity; which entity it names is decided by linking.
public struct MentionFinder: Sendable {
  /// The names and words looked for.
  public let lexicon: Lexicon

  /// Prepares the lexicon of an ontology; make one finder and use it for all texts.
  ///
  /// - Throws: every unreadable row of the word lists.
  public init(ontology: Ontology) throws(Diagnostics) {
    lexicon = try Lexicon(ontology: ontology)
  }

  /// The candidates of one text: hits of the lexicon, organizations by form and quoted names.
  /// O(scalars × longest name).
  public func mentions(in reading: ReadingText) -> FoundMentions {
    let text = ScannedText(reading: reading, lexicon: lexicon)
    let organizations = OrganizationFinder(text: text)
    let listed = ListedNameFinder(text: text, finder: organizations)
    let quotations = QuotationFinder(text: text)
    return FoundMentions(
      text: text,
      organizations: reading.sentences.map { sentence in
        let found = organizations.organizations(in: sentence.range)
        return found + listed.names(in: sentence.range, beside: found)
      },
      quotations: reading.sentences.map { quotations.quotations(in: $0.range) })
  }
}

/// What `MentionFinder` found in a text; the lists run parallel to `ReadingText.sentences`.
public struct FoundMentions: Sendable {
  /// The text with all hits of the lexicon.
  public let text: ScannedText
  /// Organizations found by form, by sentence.
  public let organizations: [[OrganizationForm]]
  /// Quoted strings, by sentence.
  public let quotations: [[QuotedName]]
}
