import OntologyModel

/// Which places a document names beyond doubt; the ground on which unclear names are decided.
struct PlaceContext {
  let ontology: Ontology
  private(set) var named: [Int: Int] = [:]
  private var childrenNamed: [Int: Int] = [:]
  private var provincesNamed: [Int: Int] = [:]

  init(ontology: Ontology) { self.ontology = ontology }

  /// Notes that `place` (a living unit) is named.
  mutating func note(_ place: Int) {
    named[place, default: 0] += 1
    guard named[place] == 1 else { return }
    if let parent = ontology.places[place].parent { childrenNamed[parent, default: 0] += 1 }
    provincesNamed[ontology.province(of: place), default: 0] += 1
  }

  /// How much the rest of the document speaks for `place`, with the strongest reason. O(depth).
  func support(_ place: Int) -> (score: Double, reason: String) {
    var score = 0.0
    var reason = "no context"
    func add(_ value: Double, _ why: @autoclosure () -> String) {
      if value > score { reason = why() }
      score += value
    }
    let unit = ontology.places[place]
    let isNamed = named[place] != nil
    if isNamed { add(5, "named in full elsewhere in the text") }
    if let parent = unit.parent {
      if named[parent] != nil {
        add(unit.level == .county ? 3.5 : 4, "the text names \(ontology.places[parent].name)")
      }
      let siblings = (childrenNamed[parent] ?? 0) - (isNamed ? 1 : 0)
      if siblings > 0, ontology.places[parent].level != .province || ontology.tier(of: place) == 0 {
        add(min(2.4, Double(siblings) * 1.3), "neighbours in \(ontology.places[parent].name) are named")
      }
      if let above = ontology.places[parent].parent, named[above] != nil {
        add(1.8, "the text names \(ontology.places[above].name)")
      }
    }
    if let children = childrenNamed[place], children > 0 { add(1.8, "places within it are named") }
    let inProvince = (provincesNamed[ontology.province(of: place)] ?? 0) - (isNamed ? 1 : 0)
    if inProvince > 0 { add(min(1, Double(inProvince) * 0.4), "other places of its province are named") }
    return (score, reason)
  }

  /// Whether any unit above `place` is named.
  func namesAncestor(of place: Int) -> Bool {
    ontology.ancestors(of: place).contains { named[$0] != nil }
  }
}
