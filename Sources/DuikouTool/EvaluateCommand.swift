import ArgumentParser
import Duikou
import Foundation

/// `duikou evaluate`: how well texts are read, against what careful readers found.
struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measures precision and recall on texts whose answers are known.",
    discussion: """
      duikou evaluate Examples/gold.jsonl Examples/reports
      duikou evaluate gold.jsonl texts/ --errors --per-document
      duikou evaluate gold.jsonl texts/ --format json --fail-under assists=0.85,entities=0.9

      Examples/README.md describes the form of the gold. Relations count with exact ends; lenient means that \
      an end may be one administrative level off. What the gold marks as uncertain counts neither way. The \
      bins of certainty also hold the relations that --min-certainty leaves out of the other figures.
      """)

  /// How the result is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json
  }

  @Argument(help: "What is right, as JSON Lines; several files separated by commas.")
  var gold: String

  @OptionGroup var input: InputOptions

  @Flag(help: "Also what was missed, found in surplus or found otherwise, with the sentence.")
  var errors = false

  @Flag(help: "Also the figures of each document, and of each case how many relations were found.")
  var perDocument = false

  @Option(help: ArgumentHelp("Only relations that are at least this sure, 0 to 1.", valueName: "c"))
  var minCertainty = 0.5

  @Option(
    name: .customLong("fail-under"), parsing: .singleValue,
    help: ArgumentHelp(
      "End with 1 when a figure is lower, such as assists=0.85; may be repeated or joined by commas.",
      valueName: "figure=value"))
  var floors: [FigureFloors] = []

  @Option(help: "How the result is printed: table, json.")
  var format = Format.table

  @OptionGroup(title: "Ontology") var ontology: OntologyOptions

  mutating func validate() throws {
    if !(0...1).contains(minCertainty) { throw ValidationError("--min-certainty must be 0 to 1.") }
  }

  mutating func run() async throws {
    let pipeline = try Pipeline(ontology: ontology.load())
    let gold = try GoldFile.read(Self.files(self.gold), fields: Set(pipeline.ontology.fields.map(\.id)))
    let corpus = try input.read(input.find())
    let documents = await pipeline.read(
      corpus.documents, jobs: ProcessInfo.processInfo.activeProcessorCount)
    let read = EvaluationInput(gold, corpus: corpus, documents: documents, pipeline: pipeline)
    let warnings = gold.warnings + gold.problems(in: read.texts)
    Console.report(warnings)
    let evaluation = Evaluation(
      gold: gold, graphs: read.graphs, texts: read.texts, minCertainty: minCertainty)
    let report = EvaluationReport(evaluation, withDocuments: perDocument, withErrors: errors)
    switch format {
    case .table: report.print()
    case .json: report.printJSON()
    }
    try check(evaluation)
    if input.strict, !warnings.isEmpty {
      throw Failure.negative("error: the gold has \(warnings.count) doubtful places [gold.doubtful]")
    }
    try input.finish(corpus)
  }

  private func check(_ evaluation: Evaluation) throws {
    var lines: [String] = []
    for floor in floors.flatMap(\.floors) {
      guard let value = evaluation.total.figure(floor.name), value < floor.value else { continue }
      lines.append(
        "error: \(floor.name) is \(value.inFourDecimals), under \(floor.value) [evaluate.under]")
    }
    if !lines.isEmpty { throw Failure(code: 1, lines: lines) }
  }

  /// The paths in an argument: one, or several separated by commas.
  static func files(_ argument: String) -> [String] {
    if FileManager.default.fileExists(atPath: argument) { return [argument] }
    return argument.split(separator: ",").map(String.init)
  }
}

/// Figures with the values that they must reach: `assists=0.85,entities=0.9`.
struct FigureFloors: ExpressibleByArgument {
  let floors: [(name: String, value: Double)]

  init?(argument: String) {
    var floors: [(name: String, value: Double)] = []
    for part in argument.split(separator: ",") {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false)
      guard sides.count == 2, let value = Double(sides[1]), (0...1).contains(value),
        EvaluationScores().figure(String(sides[0])) != nil
      else { return nil }
      floors.append((String(sides[0]), value))
    }
    if floors.isEmpty { return nil }
    self.floors = floors
  }

  static var allValueStrings: [String] { EvaluationScores.figureNames.map { $0 + "=0…1" } }
}
