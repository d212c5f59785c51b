import Foundation
import GraphStore
import OntologyModel
import Testing

@testable import Asking

@Suite("questions")
struct QuestionTests {
  @Test("the example of every pattern is read as the pattern says")
  func examples() throws {
    let parser = try QuestionGraph.parser.get()
    #expect(parser.examples.count > 150)
    for example in parser.examples {
      let reading = parser.parse(example.sentence)
      guard case .understood(let question) = reading else {
        Issue.record("\(example.sentence) (line \(example.line)): \(brief(reading))")
        continue
      }
      #expect(question.kind == example.kind, "\(example.sentence) (line \(example.line))")
    }
  }
}

/// A reading in one line, as the case file writes it.
func brief(_ reading: QuestionReading) -> String {
  switch reading {
  case .understood(let question): question.canonical
  case .ambiguous(let name, let candidates, _):
    "ambiguous \(name): " + candidates.map(\.entityID).joined(separator: ",")
  case .unknownName(let name, let suggestions, _):
    "unknown \(name): " + (suggestions.similar.first?.label ?? "-")
  case .notUnderstood(let parts, _): "not understood: " + parts.joined(separator: "|")
  }
}

@Suite("the case file of questions")
struct QuestionCaseTests {
  @Test("every question is read as the file says, in its direction or not at all")
  func cases() throws {
    let parser = try QuestionGraph.parser.get()
    let path = QuestionGraph.root.appendingPathComponent("Tests/Cases/questions.tsv")
    let table = TSVTable(
      file: path.lastPathComponent, bytes: Array(try Data(contentsOf: path)),
      required: ["question", "reading"])
    #expect(table.problems.isEmpty)
    #expect(table.rows.count >= 150)
    for row in table.rows {
      let wanted = table.cell(row, "reading")
      let got = brief(parser.parse(table.cell(row, "question")))
      if wanted.hasPrefix("not understood") {
        #expect(got.hasPrefix(wanted), "\(table.cell(row, "question")) (line \(row.line)): \(got)")
      } else {
        #expect(got == wanted, "\(table.cell(row, "question")) (line \(row.line))")
      }
    }
  }
}
