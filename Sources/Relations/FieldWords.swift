import Linking
import Mentions
import OntologyModel

/// Finds the fields of help that a stretch of text points to.
struct FieldWords: Sendable {
  private var trie = NameTrie(capacity: 2048)
  private var sets: [[String]] = []
  private let ids: [String]

  init(ontology: Ontology, lexicon: CueLexicon) {
    ids = ontology.fields.map(\.id)
    var fields: [String: [String]] = [:]
    for field in ontology.fields {
      for cue in field.cues where !cue.isEmpty { fields[cue, default: []].append(field.id) }
    }
    for word in lexicon.words {
      for field in word.fields where field != "-" { fields[word.text, default: []].append(field) }
      // A word with the field “-” is looked at and points nowhere (扶贫, 帮扶).
      if word.fields.contains("-") { fields[word.text] = [] }
    }
    for word in fields.keys.sorted() {
      trie.insert(word.unicodeScalars, value: Int32(sets.count))
      sets.append(fields[word] ?? [])
    }
  }

  /// The fields of the evidence, with those that the rule implies; sorted.
  func fields(in range: Range<Int>, of names: DocumentNames, implied: [String], recipient: Int) -> [String] {
    var result = Set(implied)
    let scalars = names.document.reading.scalars
    var index = range.lowerBound
    while index < range.upperBound {
      if let match = trie.longestMatch(in: scalars, at: index, until: range.upperBound) {
        result.formUnion(sets[Int(match.value)])
        index += match.length
      } else {
        index += 1
      }
    }
    return result.sorted()
  }
}
