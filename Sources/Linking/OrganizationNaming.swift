import Mentions
import OntologyModel

/// Gives organizations found by form their full name, and says when two names mean one body.
struct OrganizationNaming: Sendable {
  private let agencySuffixes: [String: String]

  init(ontology: Ontology) {
    var suffixes: [String: String] = [:]
    for agency in ontology.agencyTypes {
      for short in agency.shortForms where suffixes[short] == nil { suffixes[short] = agency.suffix }
    }
    agencySuffixes = suffixes
  }

  /// A key that is equal for names of one body: short forms of agency endings made long, filler words dropped.
  ///
  /// - Parameter rest: the name without the home place.
  func key(home: Int?, rest: String, type: EntityType) -> String {
    var rest = rest
    for (short, suffix) in agencySuffixes where rest == short { rest = suffix; break }
    if type == .agency {
      if rest.contains("援") || rest.contains("前方") {
        rest = rest.replacing("干部", with: "").replacing("工作", with: "")
      }
    }
    rest = rest.filter { !"（）()“”·".contains($0) }
    return "\(home.map(String.init) ?? "-")|\(rest)"
  }
}
