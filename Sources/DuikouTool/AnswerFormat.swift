import ArgumentParser
import Duikou

/// How answers are printed.
enum AnswerFormat: String, CaseIterable, ExpressibleByArgument {
  case table, json, csv
}

/// A field of help by its id or one of its labels: `education`, 教育.
struct FieldArgument: ExpressibleByArgument {
  let id: String

  init?(argument: String) {
    let wanted = argument.lowercased()
    let style = GraphStyle.builtIn
    let match = style.fieldOrder.first { id in
      id == wanted || id.split(separator: "_").joined() == wanted || style.fieldLabels[id] == argument
    }
    guard let match = match ?? Self.otherNames[argument] else { return nil }
    id = match
  }

  static var allValueStrings: [String] { GraphStyle.builtIn.fieldOrder }

  private static let otherNames = [
    "健康": "health", "卫生": "health", "文旅": "culture_tourism", "旅游": "culture_tourism", "文化": "culture_tourism",
    "基建": "infrastructure", "社会": "social", "劳务": "employment",
  ]
}

/// An entity or relation type by its id or label: `County`, 县级, `assists`.
struct TypeArgument: ExpressibleByArgument {
  let id: String

  init?(argument: String) {
    let style = GraphStyle.builtIn
    let ids = Self.allValueStrings
    let labels = style.entityLabels.merging(style.relationLabels) { first, _ in first }
    guard let match = ids.first(where: { $0.lowercased() == argument.lowercased() || labels[$0] == argument })
    else { return nil }
    id = match
  }

  static var allValueStrings: [String] {
    EntityType.allCases.map(\.rawValue) + RelationType.allCases.map(\.rawValue)
  }

  var isRelation: Bool { RelationType(rawValue: id) != nil }
}
