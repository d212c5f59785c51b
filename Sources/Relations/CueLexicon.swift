import Mentions
import OntologyModel
import SourceText

/// The words that rules look at, from `cues.tsv` and `anaphors.tsv`: each has classes, may point to fields
/// of help, and may stand for something named before.
struct CueLexicon: Sendable {
  /// One word.
  struct Word: Sendable {
    let text: String
    /// Only there to hide a shorter word inside it.
    var isShield = false
    var classes: CueSet
    var fields: [String]
    var anaphor: Anaphor?
  }

  /// A word that stands for an entity named before.
  struct Anaphor: Sendable {
    /// Which side it may stand for; nil for both.
    let role: Role?
    let types: Set<EntityType>
    /// Endings, one of which the name must have; empty for any.
    let suffixes: [[Unicode.Scalar]]
    /// 1 for one entity, more for a list of just so many, 0 for the latest list.
    let count: Int
    /// Whether the word is a plain noun, which points back only where nothing qualifies it.
    let isBareNoun: Bool
    /// Whether it is the voice of the text itself (我市, 本集团, 全县).
    let isSelf: Bool
  }

  private(set) var words: [Word] = []
  private(set) var trie = NameTrie(capacity: 4096)
  private(set) var bits: [String: Int] = [:]
  private(set) var unions: [String: CueSet] = [:]
  private(set) var problems: [Diagnostic] = []

  /// Reads the two tables; problems are collected.
  init(cues: TSVTable?, anaphors: TSVTable?) {
    if let cues { read(cues: cues) }
    if let anaphors { read(anaphors: anaphors) }
  }

  /// The set of a class or of a union of classes; nil when no word has it.
  func set(named name: String) -> CueSet? {
    unions[name] ?? bits[name].map { CueSet(bit: $0) }
  }

  /// The set of a class, empty when unknown.
  func known(_ name: String) -> CueSet { set(named: name) ?? CueSet() }

  /// The number of a word, which is added without a class when it is new.
  mutating func number(of text: String) -> Int {
    Int(trie.insert(text.unicodeScalars, value: Int32(words.count))).clamped(adding: text, to: &words)
  }

  /// The names of the classes in a set, sorted.
  func names(of set: CueSet) -> String {
    bits.filter { set.intersects(CueSet(bit: $0.value)) }.keys.sorted().joined(separator: " ")
  }

  /// The classes of all words in a stretch of text, the longest at each place. O(length × longest word).
  func classes(in range: Range<Int>, of scalars: [Unicode.Scalar]) -> CueSet {
    var found = CueSet()
    var index = range.lowerBound
    while index < range.upperBound {
      guard let match = trie.longestMatch(in: scalars, at: index, until: range.upperBound) else {
        index += 1
        continue
      }
      found.formUnion(words[Int(match.value)].classes)
      index += match.length
    }
    return found
  }

  /// The classes of the longest word that ends a name.
  func endings(of name: [Unicode.Scalar]) -> CueSet? {
    for start in max(0, name.count - 5)..<max(0, name.count - 1) {
      if let word = trie.longestMatch(in: name, at: start, until: name.count),
        start + word.length == name.count
      {
        return words[Int(word.value)].classes
      }
    }
    return nil
  }

  private mutating func classes(_ cell: String, at row: TSVTable.Row, in table: TSVTable) -> CueSet {
    var set = CueSet()
    for name in cell.split(separator: " ").map(String.init) where name != "-" {
      if let union = unions[name] {
        set.formUnion(union)
      } else if let bit = bits[name] {
        set.formUnion(CueSet(bit: bit))
      } else if bits.count < 63 {
        bits[name] = bits.count
        set.formUnion(CueSet(bit: bits.count - 1))
      } else {
        problems.append(
          table.problem(
            "relations.too-many-classes", row, "more than 63 classes of words; “\(name)” is left out"))
      }
    }
    return set
  }

  private mutating func read(cues table: TSVTable) {
    guard let word = table.column("word"), let classes = table.column("classes"),
      let fields = table.column("fields")
    else {
      problems.append(
        table.problem("relations.missing-column", nil, "cues need the columns word, classes, fields"))
      return
    }
    for row in table.rows {
      let text = row.cells[word]
      let set = self.classes(row.cells[classes], at: row, in: table)
      if text.hasPrefix("@") {
        unions[String(text.dropFirst())] = set
        continue
      }
      guard !text.isEmpty else {
        problems.append(table.problem("relations.empty-word", row, "a cue without a word"))
        continue
      }
      for form in text.split(separator: " ").map(String.init) {
        let index = number(of: form)
        words[index].classes.formUnion(set)
        words[index].isShield = words[index].classes.isEmpty
        words[index].fields += row.cells[fields].split(separator: " ").map(String.init)
      }
    }
  }

  private mutating func read(anaphors table: TSVTable) {
    guard let word = table.column("word"), let side = table.column("side"), let types = table.column("types"),
      let suffixes = table.column("suffixes"), let count = table.column("count")
    else {
      problems.append(
        table.problem(
          "relations.missing-column", nil, "anaphors need the columns word, side, types, suffixes, count"))
      return
    }
    for row in table.rows {
      var found: Set<EntityType> = []
      for name in row.cells[types].split(separator: " ").map(String.init) {
        guard let type = EntityType(rawValue: name) else {
          problems.append(table.problem("relations.unknown-type", row, "unknown entity type “\(name)”"))
          continue
        }
        found.insert(type)
      }
      let endings = row.cells[suffixes].split(separator: " ").map { Array($0.unicodeScalars) }
      let sides: [String: Role] = ["helper": .helper, "recipient": .recipient]
      let role = sides[row.cells[side]]
      guard role != nil || row.cells[side] == "any" else {
        problems.append(
          table.problem(
            "relations.unknown-side", row, "the side is helper, recipient or any, not “\(row.cells[side])”"))
        continue
      }
      let isCounted = row.cells[count] == "n"
      let isBare = row.cells[count] == "bare"
      for form in row.cells[word].split(separator: " ").map(String.init) {
        for (text, amount) in isCounted ? CueLexicon.counted(form) : [(form, row.cells[count] == "0" ? 0 : 1)]
        {
          words[number(of: text)].anaphor = Anaphor(
            role: role, types: found, suffixes: endings, count: amount, isBareNoun: isBare,
            isSelf: row.cells[count] == "self")
        }
      }
    }
  }

  /// 三县, 3县, 上述三县 …: a noun with each numeral before it.
  private static func counted(_ noun: String) -> [(String, Int)] {
    let numerals: [(String, Int)] = [
      ("两", 2), ("二", 2), ("三", 3), ("四", 4), ("五", 5), ("六", 6), ("七", 7), ("八", 8), ("九", 9), ("十", 10),
      ("2", 2), ("3", 3), ("4", 4), ("5", 5), ("6", 6), ("7", 7), ("8", 8), ("9", 9), ("10", 10),
    ]
    return numerals.map { ($0.0 + noun, $0.1) }
  }
}

extension Int {
  /// Appends `text` to `words` when `self` is the position just past them; returns the position.
  fileprivate func clamped(adding text: String, to words: inout [CueLexicon.Word]) -> Int {
    if self == words.count {
      words.append(CueLexicon.Word(text: text, classes: CueSet(), fields: [], anaphor: nil))
    }
    return self
  }
}

extension TSVTable {
  /// A problem of a row, or of the header line.
  func problem(_ id: String, _ row: Row?, column: Int = 1, _ message: String) -> Diagnostic {
    Diagnostic(
      .error, id: id, file: file, position: SourcePosition(line: row?.line ?? 1, column: column),
      message: message)
  }
}
