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
      // `=talent` and `=` stand in place of what the vocabulary says of the word.
      if word.fields.contains(where: { $0.hasPrefix("=") }) { fields[word.text] = [] }
      for field in word.fields where field != "=" {
        fields[word.text, default: []].append(field.hasPrefix("=") ? String(field.dropFirst()) : field)
      }
    }
    for word in fields.keys.sorted() {
      trie.insert(word.unicodeScalars, value: Int32(sets.count))
      sets.append(fields[word] ?? [])
    }
  }

  /// The fields of the evidence, with those that the rule implies; sorted.
  ///
  /// Names of places and of the helper point nowhere: 红桥区 builds no bridge, and 复旦大学 may sell ham.
  func fields(
    in range: Range<Int>, of names: DocumentNames, implied: [String], helper: Int
  ) -> [String] {
    var result = Set(implied)
    let scalars = names.document.reading.scalars
    var index = range.lowerBound
    var next = names.firstOuter(from: range.lowerBound)
    while index < range.upperBound {
      while next < names.outer.count, names.spans[names.outer[next]].lowerBound < index { next += 1 }
      if next < names.outer.count, names.spans[names.outer[next]].lowerBound == index {
        let mention = names.outer[next]
        let entity = names.document.mentions[mention].entity
        if entity == helper || names.document.entities[entity].type.isPlace {
          index = names.spans[mention].upperBound
          continue
        }
      }
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
