import ArgumentParser
import Duikou
import Foundation

/// `duikou link`: the names in a text and what they mean.
struct LinkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: "Shows the names in a text and the entities they mean.",
    discussion: """
      duikou link report.txt
      echo 宝山区结对帮扶会泽县。 | duikou link -
      duikou link report.txt --format html > report.html

      Offsets count Unicode scalars of the decoded text.
      """)

  /// How mentions are shown.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, jsonl, html
  }

  @OptionGroup var input: InputOptions

  @Option(help: "How mentions are shown.")
  var format = Format.text

  @OptionGroup(title: "Ontology") var ontology: OntologyOptions

  mutating func run() async throws {
    let pipeline = try Pipeline(ontology: ontology.load())
    let corpus = try input.read(input.find())
    let documents = await pipeline.read(
      corpus.documents, jobs: ProcessInfo.processInfo.activeProcessorCount)
    let linked = documents.map(\.linked)
    switch format {
    case .text: for document in linked { LinkReport(document).print() }
    case .json: JSONValue.printArray(linked.flatMap { LinkReport($0).json })
    case .jsonl: for value in linked.flatMap({ LinkReport($0).json }) { Console.print(value.text) }
    case .html: Console.write(Array(LinkPage(linked).text.utf8))
    }
    try input.finish(corpus)
  }
}
