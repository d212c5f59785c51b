import OntologyModel
import SourceText

/// A rule of `relations.tsv`.
public final class RelationRule: Sendable {
  /// A stable short name.
  public let id: String
  /// What a match states.
  public let type: RelationType
  /// The pattern as written; see `Ontology/rules/README.md` for its items.
  public let pattern: String
  /// Fields of help that the rule itself implies.
  public let fields: [String]
  /// Those that it implies only where nothing else tells: `?pairing` in the table.
  public let weakFields: [String]
  /// How often it is right where nothing speaks against it, in 0…1.
  public let certainty: Double
  /// Sentences that the rule reads, with `[H …]`, `[R …]` and `[P …]` around the ends.
  public let positive: [String]
  /// Sentences with both ends marked that give no relation.
  public let negative: [String]

  /// The pattern, ready to match.
  let compiled: RulePattern
  /// Whether it may add an edge between names that other rules have already put to use.
  let isExplicit: Bool
  /// Whether it holds within one side too, because its words and their order alone give the direction.
  let isDirected: Bool
  /// Whether it reads the two characters of a compound (沪滇), which no other rule sees.
  let isCompound: Bool
  /// Whether its edge to a place yields to one to something inside that place in the same sentence.
  let isLoose: Bool
  /// Whether the parts after a semicolon go on with it.
  let opensList: Bool
  /// Whether it needs no words of help: both sides side by side, in a document that other rules show to be about help.
  let isFallback: Bool
  /// Whether it takes names from titles and headings or the sentence itself only, not from sentences before.
  let isTitled: Bool
  /// Whether its words themselves point to an earlier sentence (whose costs, who gave it), whoever else the text names.
  let pointsBack: Bool
  /// Whether it holds only for recipients that other rules found helped in the same sentence.
  let needsHelp: Bool
  /// Classes of words that forbid the rule in the clauses it covers.
  let unless: CueSet

  /// The flags that a rule may have.
  static let flags = [
    "explicit", "directed", "compound", "loose", "list", "fallback", "titled", "pointing", "helped",
  ]

  init(
    id: String, type: RelationType, pattern: String, fields: [String], weakFields: [String],
    certainty: Double,
    positive: [String], negative: [String], compiled: RulePattern, flags: Set<String>, unless: CueSet
  ) {
    self.id = id
    self.type = type
    self.pattern = pattern
    self.fields = fields
    self.weakFields = weakFields
    self.certainty = certainty
    self.positive = positive
    self.negative = negative
    self.compiled = compiled
    self.unless = unless
    isExplicit = flags.contains("explicit")
    isDirected = flags.contains("directed")
    isCompound = flags.contains("compound")
    isLoose = flags.contains("loose")
    opensList = flags.contains("list")
    isFallback = flags.contains("fallback")
    isTitled = flags.contains("titled")
    pointsBack = flags.contains("pointing")
    needsHelp = flags.contains("helped")
  }
}

/// The rules in order: the first that covers a pair of names wins.
struct RuleSet: Sendable {
  private(set) var rules: [RelationRule] = []
  private(set) var problems: [Diagnostic] = []

  init(table: TSVTable, lexicon: inout CueLexicon, fields: Set<String>) {
    var columns: [String: Int] = [:]
    for name in ["id", "type", "pattern", "flags", "fields", "certainty", "unless", "positive", "negative"] {
      guard let column = table.column(name) else {
        problems.append(
          table.problem("relations.missing-column", nil, "the header lacks the column “\(name)”"))
        continue
      }
      columns[name] = column
    }
    guard problems.isEmpty else { return }
    var ids: Set<String> = []
    for row in table.rows {
      func cell(_ name: String) -> String { columns[name].map { row.cells[$0] } ?? "" }
      /// Columns of the message count from 1, in scalars of the line.
      func at(_ name: String, _ offset: Int = 0) -> Int {
        (columns[name].map { row.cells[..<$0].map { $0.unicodeScalars.count + 1 }.reduce(0, +) } ?? 0)
          + offset + 1
      }
      func problem(_ id: String, _ column: String, _ message: String, offset: Int = 0) {
        problems.append(table.problem(id, row, column: at(column, offset), message))
      }
      if cell("id").isEmpty || !ids.insert(cell("id")).inserted {
        problem("relations.rule-id", "id", "every rule needs an id of its own, not “\(cell("id"))”")
      }
      guard let type = RelationType(rawValue: cell("type")), type != .locatedIn else {
        problem("relations.unknown-relation", "type", "unknown relation “\(cell("type"))”")
        continue
      }
      guard let certainty = Double(cell("certainty")), (0...1).contains(certainty) else {
        problem(
          "relations.certainty", "certainty", "the certainty is a number in 0…1, not “\(cell("certainty"))”")
        continue
      }
      let implied = cell("fields").split(separator: " ")
      let weak = implied.filter { $0.hasPrefix("?") }.map { String($0.dropFirst()) }
      let strong = implied.filter { !$0.hasPrefix("?") }.map(String.init)
      for field in strong + weak where !fields.isEmpty && !fields.contains(field) {
        problem("relations.unknown-field", "fields", "unknown field of help “\(field)”")
      }
      var unless = CueSet()
      for name in cell("unless").split(separator: " ").map(String.init) {
        guard let set = lexicon.set(named: name) else {
          problem("relations.unknown-class", "unless", "no word of cues.tsv has the class “\(name)”")
          continue
        }
        unless.formUnion(set)
      }
      let flags = Set(cell("flags").split(separator: " ").map(String.init))
      for flag in flags where !RelationRule.flags.contains(flag) {
        problem(
          "relations.unknown-flag", "flags",
          "the flags are \(RelationRule.flags.joined(separator: ", ")), not “\(flag)”")
      }
      let examples = { (cell: String) in cell.split(separator: "/").map { String($0) }.filter { !$0.isEmpty }
      }
      do {
        let compiled = try RulePattern(cell("pattern"), lexicon: &lexicon)
        rules.append(
          RelationRule(
            id: cell("id"), type: type, pattern: cell("pattern"), fields: strong, weakFields: weak,
            certainty: certainty, positive: examples(cell("positive")), negative: examples(cell("negative")),
            compiled: compiled,
            flags: flags, unless: unless))
      } catch {
        problem("relations.pattern", "pattern", error.message, offset: error.offset)
      }
    }
  }
}
