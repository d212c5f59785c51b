public import OntologyModel

/// What an evaluation counted, of one document or of all.
public struct EvaluationScores: Sendable, Hashable {
  /// Entities by the raw value of their type, and under `all` and `main`.
  public internal(set) var entities: [String: Tally] = [:]
  /// Relations with exact ends by the raw value of their type, and under `all`.
  public internal(set) var relations: [String: Tally] = [:]
  /// `assists` whose ends are at most one administrative level off, one found for one in the gold.
  public internal(set) var lenientAssists = Tally()
  /// Fields of help of the `assists` that were found.
  public internal(set) var fields = Tally()
  /// `assists` found whose quotation covers at least half of the gold's evidence.
  public internal(set) var evidence = Share()
  /// Certain entities found with the right type.
  public internal(set) var types = Share()

  /// Nothing counted yet.
  public init() {}

  /// `runs`, `participates` and `benefits` together.
  public var programmeRelations: Tally {
    var sum = Tally()
    for type in [RelationType.runs, .participates, .benefits] { sum += relations[type.rawValue] ?? Tally() }
    return sum
  }

  /// The entity types that count as `main`.
  public static let mainTypes: Set<EntityType> = [.district, .prefecture, .county, .enterprise, .programme]

  /// Adds what was counted elsewhere.
  public static func += (a: inout EvaluationScores, b: EvaluationScores) {
    for (key, tally) in b.entities { a.entities[key, default: Tally()] += tally }
    for (key, tally) in b.relations { a.relations[key, default: Tally()] += tally }
    a.lenientAssists += b.lenientAssists
    a.fields += b.fields
    a.evidence += b.evidence
    a.types += b.types
  }

  /// A figure by the name that the command knows it under; nil for a name that is none.
  ///
  /// The names: `entities` (of all types), `main`, an entity type, `relations` (of all types), a relation
  /// type, `programmes`, `lenient`, `fields` (each the F1), `evidence`, `types` (shares).
  public func figure(_ name: String) -> Double? {
    switch name {
    case "entities": return (entities["all"] ?? Tally()).f1
    case "main": return (entities["main"] ?? Tally()).f1
    case "relations": return (relations["all"] ?? Tally()).f1
    case "programmes": return programmeRelations.f1
    case "lenient": return lenientAssists.f1
    case "fields": return fields.f1
    case "evidence": return evidence.value ?? 0
    case "types": return types.value ?? 0
    default:
      if let type = EntityType(rawValue: name) { return (entities[type.rawValue] ?? Tally()).f1 }
      guard let type = RelationType(rawValue: name), type != .locatedIn else { return nil }
      return (relations[type.rawValue] ?? Tally()).f1
    }
  }

  /// Every name that `figure(_:)` knows.
  public static let figureNames: [String] =
    ["entities", "main", "relations", "assists", "runs", "participates", "benefits", "programmes", "lenient"]
    + ["fields", "evidence", "types"] + EntityType.allCases.map(\.rawValue)
}
