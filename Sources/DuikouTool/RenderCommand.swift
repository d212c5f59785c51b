import ArgumentParser
import Duikou

/// `duikou render`: a picture of a graph file.
struct RenderCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draws a graph with Graphviz.",
    discussion: """
      duikou render Exports/assistance.jsonl -o graph.svg
      duikou render Exports/assistance.dot -o graph.png
      """)

  @Argument(help: "GraphML, JSON Lines or DOT.")
  var graph: String

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Picture to write: X.svg or X.png.", valueName: "file"))
  var output: String

  @OptionGroup var drawing: DrawingOptions

  mutating func validate() throws {
    if GraphFile.format(ofPath: output)?.isDrawn != true {
      throw ValidationError("The picture must be called X.svg or X.png.")
    }
  }

  mutating func run() async throws {
    guard let format = GraphFile.format(ofPath: output) else { return }
    try await Graphviz.check()
    if GraphFile.format(ofPath: graph) == .dot {
      let dot = try InputFiles.bytes(of: InputFiles.Input(path: graph))
      try AtomicFile.write(try await Graphviz.draw(dot, as: format), to: output)
    } else {
      let reading = try GraphFile.read(graph)
      Console.report(reading.warnings)
      let files = drawing.files([format], style: .builtIn, title: reading.title)
      try await files.write(reading.graph, as: format, to: output)
    }
    Console.print("wrote \(output)")
  }
}
