import ArgumentParser

/// `duikou ontology`: the names, the vocabulary and the rules.
struct OntologyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ontology",
    abstract: "Checks and exports the ontology: names, vocabulary and rules.",
    discussion: """
      duikou ontology check
      duikou ontology check --ontology my/Ontology --gazetteer names.tsv
      duikou ontology export > names.tsv
      """,
    subcommands: [OntologyCheckCommand.self, OntologyExportCommand.self])
}
