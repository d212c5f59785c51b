import ArgumentParser
import Duikou

/// What of a graph goes into GraphML, DOT and pictures.
struct DrawingOptions: ParsableArguments {
  @Option(help: "One edge for each relation, or for each mention of one.")
  var edges = ExportOptions.Edges.relation

  @Flag(help: "Show the places above those named, where the graph holds them.")
  var withHierarchy = false

  @Option(help: "GraphML for every program, or also with what yEd shows: labels, colours, shapes.")
  var flavor = ExportOptions.Flavor.plain

  @Option(
    help: ArgumentHelp(
      "Leave out relations less sure than this, 0 to 1 (default: 0.5; JSON Lines: 0).", valueName: "c"))
  var minCertainty: Double?

  @Flag(help: "Draw entities without a relation too (DOT, SVG, PNG).")
  var isolated = false

  mutating func validate() throws {
    if let minCertainty, !(0...1).contains(minCertainty) {
      throw ValidationError("--min-certainty must be 0 to 1.")
    }
  }

  /// A writer for these formats.
  func files(_ formats: [FileFormat], style: GraphStyle, title: String? = nil) -> GraphFiles {
    var files = GraphFiles(formats: formats, style: style)
    files.options.edges = edges
    files.options.flavor = flavor
    files.options.withHierarchy = withHierarchy
    files.options.minCertainty = minCertainty ?? 0.5
    files.options.showsIsolated = isolated
    files.options.title = title
    files.losslessMinCertainty = minCertainty ?? 0
    return files
  }
}
