import ArgumentParser
import Duikou

/// `duikou convert`: one graph file into another format.
struct ConvertCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Writes a graph file in another format.",
    discussion: """
      duikou convert Exports/assistance.jsonl --to graphml -o all.graphml --edges mention
      duikou convert Exports/assistance.graphml --to dot | dot -Tpdf > graph.pdf
      duikou convert Exports/assistance.jsonl --to graphml --flavor yed -o yed.graphml
      """)

  @Argument(help: "GraphML or JSON Lines; - for standard input.")
  var file: String

  @Option(name: .customLong("to"), help: "The format to write.")
  var format: FileFormat

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("File to write (default: standard output).", valueName: "file"))
  var output = "-"

  @OptionGroup var drawing: DrawingOptions

  mutating func run() async throws {
    if format.isDrawn { try await Graphviz.check() }
    let reading = try GraphFile.read(file)
    Console.report(reading.warnings)
    let files = drawing.files([format], style: .builtIn, title: reading.title)
    try await files.write(reading.graph, as: format, to: output)
  }
}
