import ArgumentParser
import Duikou

/// `duikou ontology export`: the names as one table.
struct OntologyExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Prints all places, organizations and programmes with their names.",
    discussion: """
      duikou ontology export > names.tsv
      duikou ontology export --format jsonl | head
      duikou ontology export --type County
      """)

  /// How entries are printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case tsv, jsonl
  }

  @Option(help: "How entries are printed.")
  var format = Format.tsv

  @Option(help: ArgumentHelp("Only this type: County, 县级 ….", valueName: "type"))
  var type: TypeArgument?

  @OptionGroup(title: "Ontology") var ontology: OntologyOptions

  private static let columns = [
    "entity_id", "type", "name", "full_name", "other_names", "parent", "longitude", "latitude", "last_year",
  ]

  mutating func run() throws {
    let ontology = try ontology.load()
    if format == .tsv { Console.print(Self.columns.joined(separator: "\t")) }
    for place in ontology.places where isWanted(place.type) {
      show([
        place.entityID, place.type.rawValue, place.name, ontology.fullName(of: place.index),
        (place.fullForms.dropFirst() + place.shortNames).joined(separator: "|"),
        place.parent.map { ontology.places[$0].entityID } ?? "",
        place.coordinate.map { "\($0.longitude)" } ?? "", place.coordinate.map { "\($0.latitude)" } ?? "",
        place.isFormer ? "\(place.years.upperBound - 1)" : "",
      ])
    }
    for body in ontology.organizations where isWanted(body.type) {
      show([
        (body.type == .programme ? "prog:" : "org:") + body.name, body.type.rawValue, body.name, body.name,
        (body.aliases + body.weakAliases).joined(separator: "|"),
        body.home.map { ontology.places[$0].entityID } ?? "", "", "", "",
      ])
    }
  }

  private func isWanted(_ type: EntityType) -> Bool { self.type.map { $0.id == type.rawValue } ?? true }

  private func show(_ cells: [String]) {
    switch format {
    case .tsv: Console.print(cells.joined(separator: "\t"))
    case .jsonl:
      let members = zip(Self.columns, cells).filter { !$0.1.isEmpty }.map { ($0.0, JSONValue.string($0.1)) }
      Console.print(JSONValue.object(members).text)
    }
  }
}
