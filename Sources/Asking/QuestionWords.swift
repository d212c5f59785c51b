import OntologyModel
import SourceText

/// The words of questions, from `question-words.tsv`.
struct QuestionWords: Sendable {
  static let tableName = "question-words"

  /// A word of a class.
  struct Word: Sendable {
    let scalars: [Unicode.Scalar]
    let wordClass: String
    let value: String
  }

  private(set) var byFirst: [Unicode.Scalar: [Word]] = [:]
  private(set) var classes: Set<String> = []
  private var endings: [String: [String]] = [:]

  /// Reads the table.
  ///
  /// - Throws: Problems of its rows.
  init(_ table: TSVTable, fields: [HelpField]) throws(Diagnostics) {
    var problems = table.problems
    for row in table.rows {
      let (name, value) = (table.cell(row, "class"), table.cell(row, "value"))
      let words = table.cell(row, "words").split(separator: "|").map { String($0) }
      if name.isEmpty || words.isEmpty {
        problems.append(
          Diagnostic(
            .error, id: "questions.bad-row", file: table.file, position: table.position(row, "class"),
            message: "a row needs a class and words"))
        continue
      }
      classes.insert(name)
      if name == "kind" { endings[value, default: []] += words }
      if name == "ending" || name == "kind" { continue }
      for word in words { add(word, name, value) }
    }
    for field in fields { for label in [field.chinese, field.english] { add(label, "field", field.id) } }
    for row in table.rows where table.cell(row, "class") == "type" {
      for choice in table.cell(row, "value").split(separator: "|") {
        let parts = choice.split(separator: "/")
        if parts.count > 2 || EntityType(rawValue: String(parts[0])) == nil
          || parts.count == 2 && endings[String(parts[1])] == nil
        {
          problems.append(
            Diagnostic(
              .error, id: "questions.unknown-kind", file: table.file, position: table.position(row, "value"),
              message: "“\(choice)” is no entity type with a known kind"))
        }
      }
    }
    let errors = problems.filter { $0.severity == .error }
    if !errors.isEmpty { throw Diagnostics(errors) }
  }

  private mutating func add(_ text: String, _ name: String, _ value: String) {
    let scalars = TypedText.folded(text.lowercased())
    guard let first = scalars.first else { return }
    let known = byFirst[first]?.contains {
      $0.scalars == scalars && $0.wordClass == name && $0.value == value
    }
    if known == true { return }
    byFirst[first, default: []].append(Word(scalars: scalars, wordClass: name, value: value))
  }

  /// The kind that a word of class `type` stands for.
  func kind(_ value: String, word: String) -> KindChoice {
    let choices = value.split(separator: "|").map { choice in
      let parts = choice.split(separator: "/").map(String.init)
      return KindChoice.Choice(type: parts[0], endings: parts.count > 1 ? endings[parts[1]] ?? [] : [])
    }
    return KindChoice(text: value, word: word, choices: choices)
  }
}
