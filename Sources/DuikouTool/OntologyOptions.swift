import ArgumentParser
import Duikou

/// Where the ontology is.
struct OntologyOptions: ParsableArguments {
  @Option(name: .customLong("ontology"), help: ArgumentHelp("Folder of the ontology.", valueName: "dir"))
  var directory: String?

  @Option(
    name: .customLong("gazetteer"), parsing: .singleValue,
    help: ArgumentHelp("Names to add, as a TSV file; may be repeated.", valueName: "file.tsv"))
  var gazetteers: [String] = []

  /// Finds and loads it.
  func load() throws(Diagnostics) -> Ontology {
    try Ontology.load(directory: find(), gazetteers: gazetteers)
  }

  /// The folder.
  func find() throws(Diagnostics) -> String { try OntologyLocator(explicit: directory).find() }
}
