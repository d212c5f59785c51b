import OntologyModel
import SourceText

/// A form that questions take, from `question-patterns.tsv`.
struct QuestionPattern: Sendable {
  static let tableName = "question-patterns"

  /// Which side of the relation a phrase is.
  enum Role: String, Sendable {
    case helper = "H", recipient = "R", programme = "P", first = "X", second = "Y"
  }

  /// A part of a pattern.
  indirect enum Element: Sendable {
    /// A word of one of these classes.
    case word([String])
    /// A phrase that names someone or something, or a kind.
    case named(Role, isWithin: Bool)
    /// A phrase that names a kind only.
    case kind(Role)
    /// A phrase that asks.
    case asked(Role, onlyWho: Bool)
    /// A part that may be missing.
    case optional([Element])
  }

  let kind: Question.Kind
  let flags: Set<String>
  let elements: [Element]
  let example: String
  let line: Int

  /// Reads the table.
  ///
  /// - Throws: Problems of its rows, all at once.
  static func read(_ table: TSVTable, classes: Set<String>) throws(Diagnostics) -> [QuestionPattern] {
    var problems = table.problems.filter { $0.severity == .error }
    var patterns: [QuestionPattern] = []
    for row in table.rows {
      func problem(_ column: String, _ message: String) {
        problems.append(
          Diagnostic(
            .error, id: "questions.bad-pattern", file: table.file, position: table.position(row, column),
            message: message))
      }
      guard let kind = Question.Kind(rawValue: table.cell(row, "asks")) else {
        problem("asks", "“\(table.cell(row, "asks"))” is nothing that can be asked")
        continue
      }
      var parser = PatternText(table.cell(row, "pattern"), classes: classes)
      let elements = parser.elements()
      if let message = parser.problem {
        problem("pattern", message)
        continue
      }
      patterns.append(
        QuestionPattern(
          kind: kind, flags: Set(table.cell(row, "flags").split(separator: " ").map(String.init)),
          elements: elements, example: table.cell(row, "example"), line: row.line))
    }
    if !problems.isEmpty { throw Diagnostics(problems) }
    return patterns
  }
}

/// Reads the notation of patterns: `[<have>] H? <help> R`.
private struct PatternText {
  private var tokens: [String] = []
  private var index = 0
  private let classes: Set<String>
  private(set) var problem: String?

  init(_ text: String, classes: Set<String>) {
    self.classes = classes
    var current = ""
    for character in text {
      if character == " " || character == "[" || character == "]" {
        if !current.isEmpty { tokens.append(current) }
        current = ""
        if character != " " { tokens.append(String(character)) }
      } else {
        current.append(character)
      }
    }
    if !current.isEmpty { tokens.append(current) }
  }

  mutating func elements(isInner: Bool = false) -> [QuestionPattern.Element] {
    var elements: [QuestionPattern.Element] = []
    while index < tokens.count {
      let token = tokens[index]
      index += 1
      switch token {
      case "[": elements.append(.optional(self.elements(isInner: true)))
      case "]":
        if !isInner { problem = "a “]” without “[”" }
        return elements
      default:
        if let element = element(token) { elements.append(element) }
      }
    }
    if isInner { problem = "a “[” without “]”" }
    if elements.isEmpty { problem = problem ?? "the pattern is empty" }
    return elements
  }

  private mutating func element(_ token: String) -> QuestionPattern.Element? {
    if token.hasPrefix("<"), token.hasSuffix(">") {
      let names = token.dropFirst().dropLast().split(separator: "|").map(String.init)
      if let unknown = names.first(where: { !classes.contains($0) }) {
        problem = "no word has the class “\(unknown)”"
      }
      return .word(names)
    }
    guard let role = QuestionPattern.Role(rawValue: String(token.prefix(1))) else {
      problem = "“\(token)” is no part of a pattern"
      return nil
    }
    switch token.dropFirst() {
    case "": return .named(role, isWithin: false)
    case "@": return .named(role, isWithin: true)
    case ":t": return .kind(role)
    case "?": return .asked(role, onlyWho: false)
    case "?w": return .asked(role, onlyWho: true)
    default:
      problem = "“\(token)” is no part of a pattern"
      return nil
    }
  }
}
