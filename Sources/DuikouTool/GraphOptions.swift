import ArgumentParser
import Duikou
import Foundation

/// The graph that a question goes to.
struct GraphOptions: ParsableArguments {
  @Option(
    name: .customLong("graph"),
    help: ArgumentHelp(
      "GraphML or JSON Lines (default: Exports/assistance.jsonl, else Exports/assistance.graphml).",
      valueName: "file"))
  var path: String?

  @OptionGroup(title: "Ontology") var ontology: OntologyOptions

  /// Reads the graph; warnings are reported.
  func read() throws -> Graph {
    let reading = try GraphFile.read(path ?? defaultPath())
    Console.report(reading.warnings)
    return reading.graph
  }

  private func defaultPath() throws(Diagnostic) -> String {
    let candidates = ["Exports/assistance.jsonl", "Exports/assistance.graphml"]
    if let found = candidates.first(where: { FileManager.default.fileExists(atPath: $0) }) { return found }
    throw Diagnostic(
      .error, id: "graph.not-found",
      message:
        "there is no \(candidates.joined(separator: " or ")); make it with duikou build, or name one with --graph"
    )
  }
}
