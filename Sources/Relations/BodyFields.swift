import OntologyModel

/// What the end of a body's name says of the help it gives or gets: a hospital is about health.
struct BodyFields: Sendable {
  private struct Line {
    let ending: String
    let field: String
    let isAlways: Bool
  }

  private let lines: [Line]

  init(ontology: Ontology) {
    guard let table = ontology.tables["body-fields"] else {
      lines = []
      return
    }
    lines = table.rows.map { row in
      Line(
        ending: table.cell(row, "ending"), field: table.cell(row, "field"),
        isAlways: table.cell(row, "strength") == "always")
    }.filter { !$0.ending.isEmpty && !$0.field.isEmpty }
  }

  /// What a name says whatever else is said.
  func field(always name: String) -> String? {
    line(of: name).flatMap { $0.isAlways ? $0.field : nil }
  }

  /// What the name of a helper says where nothing else is said.
  func field(ofHelper name: String) -> String? { line(of: name)?.field }

  private func line(of name: String) -> Line? { lines.first { name.hasSuffix($0.ending) } }
}
