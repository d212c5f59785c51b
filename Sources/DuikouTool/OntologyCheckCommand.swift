import ArgumentParser
import Duikou

/// `duikou ontology check`: every problem of every file.
struct OntologyCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reports every problem of the ontology as file:line:column.",
    discussion: """
      duikou ontology check
      duikou ontology check --ontology my/Ontology
      duikou ontology check --gazetteer names.tsv

      Ends with 1 when there are errors.
      """)

  @OptionGroup(title: "Ontology") var ontology: OntologyOptions

  mutating func run() throws {
    // A folder that the user names is checked even where it lacks the files by which one is found.
    let directory = try ontology.directory ?? ontology.find()
    var problems = OntologyCheck(directory: directory, gazetteers: ontology.gazetteers).run()
    if problems.contains(where: { $0.id == "ontology.not-found" }) { throw Diagnostics(problems) }
    let loaded = try? Ontology.load(directory: directory, gazetteers: ontology.gazetteers)
    if let loaded {
      // The rules and word lists are read by the stages that use them.
      do {
        _ = try Pipeline(ontology: loaded)
      } catch {
        problems += error.all.filter { !problems.contains($0) }
      }
    }
    for problem in problems { Console.note(problem.description) }
    let errors = problems.count { $0.severity == .error }
    if errors > 0 {
      throw Failure.negative("\(directory): \(errors) errors, \(problems.count - errors) warnings")
    }
    if let loaded {
      Console.print(
        "\(directory): fine; \(loaded.places.count) places, \(loaded.organizations.count) organizations and programmes, "
          + "\(loaded.fields.count) fields, \(loaded.tables["relations"]?.rows.count ?? 0) rules, "
          + "\(problems.count) warnings")
    }
  }
}
