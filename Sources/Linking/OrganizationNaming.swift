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
      for filler in ["工作前方", "干部", "工作"]
      where rest.contains(filler) && (rest.contains("援") || rest.contains("前方")) {
        rest = rest.split(separator: filler).joined(separator: filler == "工作前方" ? "前方" : "")
      }
    }
    rest = rest.filter { !"（）()“”·".contains($0) }
    return "\(home.map(String.init) ?? "-")|\(rest)"
  }
}

extension String {
  fileprivate func split(separator: String) -> [String] {
    var parts: [String] = []
    var current = Substring(self)
    while let range = current.firstRange(of: separator) {
      parts.append(String(current[..<range.lowerBound]))
      current = current[range.upperBound...]
    }
    parts.append(String(current))
    return parts
  }

}

extension Substring {
  fileprivate func firstRange(of other: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(other) { return start..<index(start, offsetBy: other.count) }
      start = index(after: start)
    }
    return nil
  }
}
