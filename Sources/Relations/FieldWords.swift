import Linking
import Mentions
import OntologyModel

/// Finds the fields of help that a stretch of text points to.
struct FieldWords: Sendable {
  private var trie = NameTrie(capacity: 2048)
  private var sets: [[String]] = []
  /// Fields that a word points to only where nothing else does (万元 to finance).
  private var weakSets: [[String]] = []
  private let bodies: BodyFields
  private let classes: KnownClasses
  private let lexicon: CueLexicon

  init(ontology: Ontology, lexicon: CueLexicon, classes: KnownClasses) {
    bodies = BodyFields(ontology: ontology)
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
  }

  /// The fields of the evidence, with those that the rule implies; sorted. O(length × longest word).
  ///
  /// Names point nowhere by their words: 红桥区 builds no bridge, and 南方医科大学 may sell ham. What a body is tells:
  /// a school that helps or is helped is about education. Only where nothing is said of the help do a sum of money, the
  /// words of the recipient's name or the kind of helper tell.
  func fields(
    in ranges: [Range<Int>], of names: DocumentNames, by rule: RelationRule? = nil, helper: Int,
    recipient: Int
  ) -> [String] {
    var found = Found(strong: Set(rule?.fields ?? []), weak: Set(rule?.weakFields ?? []))
    for range in ranges { scan(range, of: names, recipient: recipient, into: &found) }
    for end in [helper, recipient] {
      let name = names.document.entities[end].name
      if let field = bodies.field(always: name) { found.strong.insert(field) }
    }
    if !found.strong.isEmpty { return found.strong.sorted() }
    if found.weak.isEmpty, let field = bodies.field(ofHelper: names.document.entities[helper].name) {
      return [field]
    }
    return found.weak.sorted()
  }

  private struct Found {
    var strong: Set<String>
    /// Those that count only where nothing else tells.
    var weak: Set<String>
  }

  private func scan(
    _ range: Range<Int>, of names: DocumentNames, recipient: Int, into found: inout Found
  ) {
    let scalars = names.document.reading.scalars
    var index = range.lowerBound
    var next = names.firstOuter(from: range.lowerBound)
    // Words up to here belong to the recipient's name.
    var nameEnd = range.lowerBound
    while index < range.upperBound {
      while next < names.outer.count, names.spans[names.outer[next]].lowerBound < index { next += 1 }
      if next < names.outer.count, names.spans[names.outer[next]].lowerBound == index {
        let mention = names.outer[next]
        let entity = names.document.mentions[mention].entity
        let type = names.document.entities[entity].type
        if type.isPlace || type != .programme && entity != recipient {
          index = names.spans[mention].upperBound
          continue
        }
        if entity == recipient { nameEnd = names.spans[mention].upperBound }
      }
      if let match = trie.longestMatch(in: scalars, at: index, until: range.upperBound) {
        if index < nameEnd {
          found.weak.formUnion(sets[Int(match.value)])
        } else {
          found.strong.formUnion(sets[Int(match.value)])
          found.weak.formUnion(weakSets[Int(match.value)])
        }
        index += match.length
      } else {
        index += 1
      }
    }
    if sendsPeople(in: range, of: scalars) { found.strong.insert("talent") }
  }

  /// Whether teachers, doctors and the like are sent or trained.
  private func sendsPeople(in range: Range<Int>, of scalars: [Unicode.Scalar]) -> Bool {
    let found = lexicon.classes(in: range, of: scalars)
    return found.intersects(classes.people)
      && (found.intersects(classes.send) || found.intersects(classes.teach))
  }
}
