import ArgumentParser
import Duikou
import Foundation

/// `duikou rules`: the rules that read relations, how often they fire and how often they are right.
struct RulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract:
      "Lists the rules that read relations; with texts how often each fired, with gold how often rightly.",
    discussion: """
      duikou rules                                   every rule with its pattern and an example
      duikou rules Examples/reports                  how often each fired
      duikou rules --gold Examples/gold.jsonl Examples/reports
      duikou rules --id pair-with Examples/reports   one rule with the sentences that it fired on
      duikou rules --trace report.txt                each sentence as the rules see it

      A rule that fires on one sentence of all texts is flagged: generalize it or drop it.
      """)

  @Argument(help: "Texts to try the rules on.")
  var inputs: [String] = []

  @Option(
    help: ArgumentHelp(
      "What is right in them, as JSON Lines; several separated by commas.", valueName: "file"))
  var gold: String?

  @Option(name: .customLong("id"), help: ArgumentHelp("Only this rule, in full.", valueName: "rule"))
  var rule: String?

  @Flag(help: "Print each sentence as the rules see it: sides, cue words with their classes, borders.")
  var trace = false

  @Option(help: ArgumentHelp("Only statements that are at least this sure, 0 to 1.", valueName: "c"))
  var minCertainty = 0.5

  @Option(help: ArgumentHelp("At most so many sentences of one rule.", valueName: "n"))
  var limit = 20

  @Option(help: "How the rules are printed: table, json, csv.")
  var format = AnswerFormat.table

  @OptionGroup(title: "Ontology") var ontology: OntologyOptions

  mutating func validate() throws {
    if trace, inputs.isEmpty { throw ValidationError("--trace needs texts.") }
    if gold != nil, inputs.isEmpty { throw ValidationError("--gold needs the texts that it speaks of.") }
    if !(0...1).contains(minCertainty) { throw ValidationError("--min-certainty must be 0 to 1.") }
    if limit < 1 { throw ValidationError("--limit must be at least 1.") }
  }

  mutating func run() async throws {
    let pipeline = try Pipeline(ontology: ontology.load())
    if trace {
      for document in try corpus().documents {
        for line in pipeline.trace(document) { print(line) }
      }
      return
    }
    var firings: [RuleFiring]?
    if !inputs.isEmpty { firings = try await fired(by: pipeline) }
    let report = RulesReport(rules: pipeline.rules, firings: firings, format: format)
    guard let rule else {
      report.printAll()
      return
    }
    guard report.printOne(rule, limit: limit) else {
      throw Failure.negative("error: there is no rule “\(rule)”; duikou rules lists them [rule.unknown]")
    }
  }

  private func corpus() throws -> Corpus {
    let corpus = Corpus(InputFiles(inputs))
    if corpus.hasErrors { throw Diagnostics(corpus.diagnostics) }
    Console.report(corpus.diagnostics)
    return corpus
  }

  private func fired(by pipeline: Pipeline) async throws -> [RuleFiring] {
    let gold = try gold.map {
      try GoldFile.read(EvaluateCommand.files($0), fields: Set(pipeline.ontology.fields.map(\.id)))
    }
    let corpus = try corpus()
    let documents = await pipeline.read(
      corpus.documents, jobs: ProcessInfo.processInfo.activeProcessorCount)
    let texts = Dictionary(corpus.documents.map { ($0.id, $0) }) { first, _ in first }
    guard let gold else {
      return RuleFiring.all(in: pipeline.graph(of: documents), texts: texts, minCertainty: minCertainty)
    }
    let read = EvaluationInput(gold, corpus: corpus, documents: documents, pipeline: pipeline)
    Console.report(gold.warnings + gold.problems(in: read.texts))
    let evaluation = Evaluation(
      gold: gold, graphs: read.graphs, texts: read.texts, minCertainty: minCertainty)
    return RuleFiring.all(in: evaluation.judgements, texts: texts, minCertainty: minCertainty)
  }
}
