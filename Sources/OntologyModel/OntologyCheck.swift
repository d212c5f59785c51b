import SourceText

/// Checks an ontology folder and reports every problem at once.
///
/// Beside all that loading refuses, it looks at what would only mislead later: provinces without a side,
/// rules that name unknown types or fields, one name for two bodies.
public struct OntologyCheck: Sendable {
  /// The folder to check.
  public let directory: String
  /// Files of added names to check with it.
  public let gazetteers: [String]

  /// Makes a check.
  public init(directory: String, gazetteers: [String] = []) {
    self.directory = directory
    self.gazetteers = gazetteers
  }

  /// All errors and warnings, by file in the order of loading.
  public func run() -> [Diagnostic] {
    guard FileSystem.isDirectory(directory) else {
      return [
        Diagnostic(
          .error, id: "ontology.not-found", file: directory, message: "there is no ontology folder here")
      ]
    }
    var loader = OntologyLoader(directory: directory)
    loader.loadAll(gazetteers: gazetteers)
    return loader.problems + sideProblems(loader.ontology) + nameProblems(loader.ontology)
      + loader.ontology.tables.sorted { $0.key < $1.key }.flatMap { ruleProblems($0.value, loader.ontology) }
  }

  private func sideProblems(_ ontology: Ontology) -> [Diagnostic] {
    ontology.places.prefix { $0.level < .township }
      .filter { $0.level == .province && !$0.isFormer && ontology.tiers[$0.adcode] == nil }
      .map {
        Diagnostic(
          .error, id: "ontology.missing-side", file: directory + "/sides.tsv",
          message: "\($0.name) (\($0.adcode)) has no line")
      }
  }

  /// Aliases that stand for two bodies; the linker could only guess.
  private func nameProblems(_ ontology: Ontology) -> [Diagnostic] {
    var owners: [String: String] = [:]
    for body in ontology.organizations { owners[body.name] = body.name }
    var problems: [Diagnostic] = []
    for body in ontology.organizations {
      for alias in body.aliases {
        if let owner = owners[alias], owner != body.name {
          problems.append(
            Diagnostic(
              .error, id: "ontology.shared-alias", file: directory + "/organizations.tsv",
              message: "“\(alias)” names both \(owner) and \(body.name); make it a weak alias"))
        }
        owners[alias] = body.name
      }
    }
    return problems
  }

  /// What can be said of a rule table without knowing its language: ids are unique, types and fields known.
  private func ruleProblems(_ table: TSVTable, _ ontology: Ontology) -> [Diagnostic] {
    let types = Set(EntityType.allCases.map(\.rawValue) + RelationType.allCases.map(\.rawValue))
    let fields = Set(ontology.fields.map(\.id))
    var problems: [Diagnostic] = []
    var ids: Set<String> = []
    for row in table.rows {
      for column in table.columns {
        let cell = table.cell(row, column)
        var found: (id: String, message: String)?
        switch column {
        case "id" where !ids.insert(cell).inserted:
          found = ("ontology.duplicate-name", "the id “\(cell)” stands twice")
        case "type":
          if let type = parts(cell).first(where: { !types.contains($0) }) {
            found = ("ontology.unknown-type", "“\(type)” is no entity or relation type")
          }
        case "field", "fields":
          // `=education` replaces what the vocabulary says of a word, `=` and `-` take everything away,
          // `?finance` counts where nothing else does.
          let named = parts(cell).map { $0.hasPrefix("=") || $0.hasPrefix("?") ? String($0.dropFirst()) : $0 }
          if let field = named.first(where: { !$0.isEmpty && $0 != "-" && !fields.contains($0) }) {
            found = ("ontology.unknown-field", "the vocabulary has no field “\(field)”")
          }
        default: break
        }
        if let found {
          problems.append(
            Diagnostic(
              .error, id: found.id, file: table.file, position: table.position(row, column),
              message: found.message))
        }
      }
    }
    return problems
  }

  private func parts(_ cell: String) -> [String] {
    cell.split { "|;, ".contains($0) }.map(String.init).filter { $0 != "-" }
  }
}
