import OntologyModel
import SourceText
import Testing

@testable import Asking

@Suite("the tables of questions")
struct QuestionTableTests {
  private func table(_ text: String) -> TSVTable { TSVTable(file: "t.tsv", bytes: Array(text.utf8)) }

  @Test("problems are reported all at once, with their place")
  func problems() {
    let patterns = table(
      "asks\tflags\tpattern\texample\nnothing\t\tH <help> R\ta\nhelpers\t\tH [<help> R\tb\nhelpers\t\t<no> R\tc\nhelpers\t\tQ R\td\n"
    )
    #expect {
      try QuestionPattern.read(patterns, classes: ["help"])
    } throws: { error in
      (error as? Diagnostics)?.all.map { $0.position?.line } == [2, 3, 4, 5]
    }
    let words = table("class\tvalue\twords\ntype\tCountry\tx\ntype\tCounty/nothing\ty\n\t\tz\n")
    #expect {
      try QuestionWords(words, fields: [])
    } throws: { error in
      Set((error as? Diagnostics)?.all.map(\.id) ?? []) == ["questions.bad-row", "questions.unknown-kind"]
    }
  }

  @Test("an ontology without the tables is refused")
  func missing() {
    #expect(throws: Diagnostics.self) {
      try QuestionParser(graph: QuestionGraph.graph, ontology: Ontology())
    }
  }

  @Test("long and odd input ends soon and is not understood")
  func oddInput() throws {
    let parser = try QuestionGraph.parser.get()
    for text in [
      String(repeating: "谁帮扶", count: 200), String(repeating: "的", count: 500), "\u{0}\u{7}?", "“", "\"\"",
      "谁帮扶" + String(repeating: "会泽县和", count: 60), String(repeating: "who ", count: 100), "２０２０年",
    ] {
      if case .understood(let question) = parser.parse(text) {
        Issue.record("\(text.prefix(20)): \(question.canonical)")
      }
    }
  }
}
