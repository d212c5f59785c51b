import OntologyModel

/// The endings of bodies that stand for one another: 卫生健康委员会 and 卫健委.
struct BodyEndings: Sendable {
  private var others: [String: [String]] = [:]
  private var longest = 0

  init(_ ontology: Ontology?) {
    for type in ontology?.agencyTypes ?? [] {
      let endings = [type.suffix] + type.shortForms
      for ending in endings {
        others[ending, default: []] += endings.filter { $0 != ending }
        longest = max(longest, ending.count)
      }
    }
  }

  /// A name with its ending changed for each of the others; the longest ending goes first. O(length).
  func variants(of name: String) -> [String] {
    var variants: [String] = []
    for length in stride(from: min(longest, name.count - 1), to: 0, by: -1) {
      for other in others[String(name.suffix(length))] ?? [] {
        variants.append(name.dropLast(length) + other)
      }
    }
    return variants
  }
}
