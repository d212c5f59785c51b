import Foundation
import OntologyModel
import Relations
import Testing

/// The package's own ontology, loaded once.
enum Loaded {
  static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let ontology = Result {
    try Ontology.load(directory: package.appendingPathComponent("Ontology").path)
  }
}

@Suite("Examples of the relation rules")
struct RuleExampleTests {
  /// One example of one rule.
  struct Example: CustomTestStringConvertible, Sendable {
    let rule: String
    let type: RelationType
    let text: String
    let isPositive: Bool
    var testDescription: String { "\(rule): \(text)" }
  }

  static let reader = Result { try RelationReader(ontology: Loaded.ontology.get()) }

  static let examples: [Example] =
    ((try? reader.get().rules) ?? []).flatMap { rule in
      rule.positive.map { Example(rule: rule.id, type: rule.type, text: $0, isPositive: true) }
        + rule.negative.map { Example(rule: rule.id, type: rule.type, text: $0, isPositive: false) }
    }

  @Test("every rule has a positive and a negative example")
  func hasExamples() throws {
    let rules = try Self.reader.get().rules
    #expect(rules.count >= 25)
    for rule in rules {
      #expect(!rule.positive.isEmpty, "\(rule.id) lacks a positive example")
      #expect(!rule.negative.isEmpty, "\(rule.id) lacks a negative example")
    }
  }

  @Test("a positive example gives its edges, a negative one gives none", arguments: examples)
  func example(_ example: Example) throws {
    let reader = try Self.reader.get()
    let marked = MarkedExample(
      example.text, type: example.type, ontology: MarkedExample.ontology(from: try Loaded.ontology.get()))
    let extended = try RelationReader(
      ontology: MarkedExample.ontology(from: try Loaded.ontology.get()))
    let found = extended.relations(in: marked.document).filter {
      $0.certainty >= 0.5 && $0.status != .negated
    }
    let name = { (index: Int) in marked.document.entities[index].name }
    guard example.isPositive else {
      let all = found.filter { $0.type == example.type }.map {
        "\($0.type.rawValue) \(name($0.from))>\(name($0.to)) by \($0.rule)"
      }
      #expect(all.isEmpty)
      return
    }
    let ofType = found.filter { $0.type == example.type }
    #expect(Set(ofType.map { name($0.from) + ">" + name($0.to) }) == marked.pairs)
    let rules = ofType.map(\.rule)
    #expect(rules.contains(example.rule), "found by \(rules), not by \(example.rule)")
    _ = reader
  }
}
