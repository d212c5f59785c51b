import Linking
import Mentions
import OntologyModel

/// Finds the fields of help that a stretch of text points to.
struct FieldWords: Sendable {
  private var trie = NameTrie(capacity: 2048)
  private var sets: [[String]] = []
  /// Fields that a word points to only where nothing else does (万元 to finance).
  private var weakSets: [[String]] = []
  /// What the end of a helper's name points to where nothing else does (医院 to health).
  private var bodies: [(ending: String, field: String)] = []
  private let classes: KnownClasses
  private let lexicon: CueLexicon

  init(ontology: Ontology, lexicon: CueLexicon, classes: KnownClasses) {
    self.lexicon = lexicon
    self.classes = classes
    var fields: [String: [String]] = [:]
    var weak: [String: [String]] = [:]
    for field in ontology.fields {
      for cue in field.cues where !cue.isEmpty { fields[cue, default: []].append(field.id) }
    }
    for word in lexicon.words {
      // What makes a pair says so: 联结, 认亲.
      if word.classes.intersects(classes.pair), word.fields.isEmpty, fields[word.text] == nil {
        fields[word.text] = ["pairing"]
      }
      // `=talent` and `=` stand in place of what the vocabulary says of the word.
      if word.fields.contains(where: { $0.hasPrefix("=") || $0.hasPrefix("?") }) { fields[word.text] = [] }
      for field in word.fields where field != "=" {
        if field.hasPrefix("?") {
          weak[word.text, default: []].append(String(field.dropFirst()))
          continue
        }
        fields[word.text, default: []].append(field.hasPrefix("=") ? String(field.dropFirst()) : field)
      }
    }
    for word in Set(fields.keys).union(weak.keys).sorted() {
      trie.insert(word.unicodeScalars, value: Int32(sets.count))
      sets.append(fields[word] ?? [])
      weakSets.append(weak[word] ?? [])
    }
    bodies = (ontology.tables["body-fields"]?.rows ?? []).map { ($0.cells[0], $0.cells[1]) }
  }

  /// The fields of the evidence, with those that the rule implies; sorted.
  ///
  /// Names of places and of the helper point nowhere: 红桥区 builds no bridge, and 复旦大学 may sell ham. Only where
  /// nothing is said of the help does a sum of money or the kind of helper tell.
  func fields(
    in range: Range<Int>, of names: DocumentNames, implied: [String], helper: Int
  ) -> [String] {
    var result = Set(implied)
    var weak: Set<String> = []
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
        weak.formUnion(weakSets[Int(match.value)])
        index += match.length
      } else {
        index += 1
      }
    }
    if sendsPeople(in: range, of: scalars) { result.insert("talent") }
    if result.isEmpty { result = weak }
    if result.isEmpty {
      let name = names.document.entities[helper].name
      if let body = bodies.first(where: { name.hasSuffix($0.ending) }) { result.insert(body.field) }
    }
    return result.sorted()
  }

  /// Whether teachers, doctors and the like are sent or trained.
  private func sendsPeople(in range: Range<Int>, of scalars: [Unicode.Scalar]) -> Bool {
    let found = lexicon.classes(in: range, of: scalars)
    return found.intersects(classes.people)
      && (found.intersects(classes.send) || found.intersects(classes.teach))
  }
}
