import ArgumentParser
import Duikou

/// The texts to read.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files or folders with text, Markdown, HTML or JSON Lines; - for standard input.", valueName: "input"))
  var inputs: [String]

  @Option(help: ArgumentHelp("Title, publisher, date and url by file name.", valueName: "file.csv"))
  var metadata: String?

  @Flag(help: "End with 1 when anything had to be passed over.")
  var strict = false

  /// Finds the files without reading them.
  func find() -> InputFiles { InputFiles(inputs) }

  /// Reads the documents and reports what was wrong.
  ///
  /// - Throws: The problems, when something that the user named cannot be read.
  func read(_ found: InputFiles) throws -> Corpus {
    let corpus = Corpus(found, metadata: try metadataTable())
    if corpus.hasErrors { throw Diagnostics(corpus.diagnostics) }
    Console.report(corpus.diagnostics)
    if corpus.files.isEmpty {
      let names = inputs.joined(separator: ", ")
      Console.report([Diagnostic(.warning, id: "input.none", message: "there is nothing to read in \(names)")]
      )
    }
    return corpus
  }

  /// Ends the command with 1 under `--strict` when something was passed over.
  func finish(_ corpus: Corpus) throws {
    guard strict, corpus.skipped > 0 else { return }
    throw Failure.negative("error: \(corpus.skipped) inputs were passed over [input.skipped]")
  }

  private func metadataTable() throws -> MetadataTable {
    guard let metadata else { return MetadataTable() }
    let bytes = try InputFiles.bytes(of: InputFiles.Input(path: metadata))
    let (table, problems) = MetadataTable.reading(bytes, name: metadata)
    if problems.contains(where: { $0.severity == .error }) { throw Diagnostics(problems) }
    Console.report(problems)
    return table
  }
}
