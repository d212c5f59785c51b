import ArgumentParser
import Duikou

/// `duikou merge`: several graphs in one.
struct MergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Unites graphs (合并): entities by id, evidence together, in any order the same.",
    discussion: """
      duikou merge 2019.jsonl 2020.jsonl -o both.jsonl
      duikou merge a.graphml b.graphml c.jsonl -o all.graphml

      JSON Lines keep everything; GraphML keeps the best evidence of each relation.
      """)

  @Argument(help: "GraphML or JSON Lines.", completion: .file(extensions: ["jsonl", "graphml"]))
  var files: [String]

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("File to write; its extension names the format.", valueName: "file"))
  var output: String

  mutating func validate() throws {
    if files.count < 2 { throw ValidationError("Give at least two graphs.") }
    try GraphOutput.validate(output)
  }

  mutating func run() async throws {
    var graphs: [Graph] = []
    for file in files {
      let reading = try GraphFile.read(file)
      Console.report(reading.warnings)
      graphs.append(reading.graph)
    }
    let merged = Graph.merge(graphs)
    try await GraphOutput.write(merged, to: output)
    GridPrinter(format: .table, header: ["file", "nodes", "edges", "statements"], numeric: [1, 2, 3]).print(
      (zip(files, graphs).map { ($0, $1) } + [(output, merged)]).map {
        [$0.0, "\($0.1.nodeCount)", "\($0.1.edgeCount)", "\($0.1.evidenceCount)"]
      })
  }
}
