import ArgumentParser
import Duikou
import Foundation

/// `duikou build`: texts to graph files.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Reads texts and writes the graph of who helps whom.",
    discussion: """
      duikou build report.txt                         writes Exports/assistance.graphml, .dot, .jsonl
      duikou build Examples/reports --metadata Examples/metadata.csv -o out --format graphml,svg
      duikou build reports/ more.jsonl --per-document -o graphs --format graphml
      cat report.txt | duikou build - -o out --name report

      One file is one document; of JSON Lines each line is one ({"id","title","date","source","url","text"}). \
      Files in a folder that cannot be read are passed over and reported; a file that you name must be readable.

      Relations less sure than --min-certainty are left out of GraphML, DOT, SVG and PNG. JSON Lines, the \
      lossless form, keep all of them unless you give --min-certainty; questions to the graph apply it again.
      """)

  @OptionGroup var input: InputOptions

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Folder to write to.", valueName: "dir"))
  var folder = "Exports"

  @Option(help: "Name of the files without extension.")
  var name = "assistance"

  @Option(
    help: ArgumentHelp("File formats, separated by commas.", valueName: "list")
  )
  var format = FormatList([.graphml, .dot, .jsonl])

  @Flag(help: "Write a graph for each input file, named after it, instead of one for all.")
  var perDocument = false

  @Option(help: "How many documents are read at once (default: as many as the machine has cores).")
  var jobs: Int?

  @OptionGroup var drawing: DrawingOptions

  @OptionGroup(title: "Ontology") var ontology: OntologyOptions

  mutating func validate() throws {
    if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs must be 1 to 1024.") }
    if name.isEmpty || name.contains("/") {
      throw ValidationError("--name must be a file name without folders.")
    }
  }

  mutating func run() async throws {
    let clock = ContinuousClock()
    let start = clock.now
    let found = input.find()
    if perDocument { try refuseEqualStems(found) }
    let pipeline = try Pipeline(ontology: ontology.load())
    let corpus = try input.read(found)
    if format.formats.contains(where: \.isDrawn) { try await Graphviz.check() }
    try GraphFiles.makeFolder(folder)

    let documents = corpus.documents
    let bar = ProgressBar("reading", total: documents.count)
    let results = await pipeline.read(documents, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount) {
      bar.update($0)
    }
    bar.finish()

    let files = drawing.files(format.formats, style: GraphStyle(pipeline.ontology))
    let withHierarchy = drawing.withHierarchy
    let graph = pipeline.graph(of: results, withHierarchy: withHierarchy)
    var paths: [String] = []
    if perDocument {
      var next = 0
      for file in corpus.files {
        let own = Array(results[next..<(next + file.documents.count)])
        next += own.count
        let graph = pipeline.graph(of: own, withHierarchy: withHierarchy)
        paths += try await files.write(graph, in: folder, name: file.stem)
      }
    } else {
      paths = try await files.write(graph, in: folder, name: name)
    }
    let summary = BuildSummary(
      graph: graph.filtered(minCertainty: files.options.minCertainty), style: files.style,
      fileCount: corpus.files.count, skipped: corpus.skipped,
      characters: documents.reduce(0) { $0 + $1.scalars.count }, time: clock.now - start, paths: paths)
    summary.print()
    try input.finish(corpus)
  }

  private func refuseEqualStems(_ found: InputFiles) throws {
    let byStem = Dictionary(grouping: found.inputs) { DocumentReader.stem(of: $0.path) }
    let shared = byStem.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
    guard !shared.isEmpty else { return }
    throw Failure.usage(
      shared.map { stem, inputs in
        "error: --per-document would write “\(stem)” for each of \(inputs.map(\.path).joined(separator: ", ")); "
          + "rename them or build them apart [build.equal-stems]"
      })
  }
}
