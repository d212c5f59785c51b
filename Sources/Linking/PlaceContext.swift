import OntologyModel

/// Which places a document names beyond doubt; the ground on which unclear names are decided.
struct PlaceContext {
  let ontology: Ontology
  private(set) var named: [Int: Int] = [:]
  private var firstNamed: [Int: Int] = [:]
  private var pairedNamed: Set<Int> = []
  private let pairs: [Int: [Int]]
  private var childrenNamed: [Int: Int] = [:]
  private var provincesNamed: [Int: Int] = [:]

  init(ontology: Ontology) {
    self.ontology = ontology
    var pairs: [Int: [Int]] = [:]
    for pairing in ontology.pairings {
      pairs[pairing.helper, default: []].append(pairing.recipient)
      pairs[pairing.recipient, default: []].append(pairing.helper)
    }
    self.pairs = pairs
  }

  /// Notes that `place` (a living unit) is named.
  mutating func note(_ place: Int, at position: Int = 0) {
    named[place, default: 0] += 1
    guard named[place] == 1 else {
      firstNamed[place] = min(firstNamed[place] ?? position, position)
      return
    }
    firstNamed[place] = position
    for unit in [place] + ontology.ancestors(of: place) { pairedNamed.formUnion(pairs[unit] ?? []) }
    if let parent = ontology.places[place].parent { childrenNamed[parent, default: 0] += 1 }
    provincesNamed[ontology.province(of: place), default: 0] += 1
  }

  /// How much the rest of the document speaks for `place`, with the strongest reason. O(depth).
  ///
  /// - Parameters:
  ///   - position: where the name stands; matters for twins only.
  ///   - isTwin: whether another unit has the same name. A unit above that is named only later in the text
  ///     (浙江省舟山市普陀区 at the end) says little about an earlier plain 普陀区.
  func support(_ place: Int, at position: Int = .max, isTwin: Bool = false) -> (score: Double, reason: String)
  {
    var score = 0.0
    var reason = "no context"
    func add(_ value: Double, _ why: @autoclosure () -> String) {
      if value > score { reason = why() }
      score += value
    }
    let level = ontology.places[place].level
    let isNamed = named[place] != nil && !(isTwin && (firstNamed[place] ?? 0) > position)
    if isNamed { add(5, "named in full elsewhere in the text") }
    if let parent = ontology.places[place].parent {
      let isLater = isTwin && (firstNamed[parent] ?? 0) > position
      if named[parent] != nil {
        add(
          (level == .county ? 3.5 : 4) * (isLater ? 0.2 : 1), "the text names \(ontology.places[parent].name)"
        )
      }
      let siblings = (childrenNamed[parent] ?? 0) - (named[place] != nil ? 1 : 0)
      if siblings > 0, ontology.places[parent].level != .province || ontology.tier(of: place) == 0 {
        add(min(2.4, Double(siblings) * 1.3), "neighbours in \(ontology.places[parent].name) are named")
      }
      if let above = ontology.places[parent].parent, named[above] != nil {
        add(isLater ? 0.4 : 1.8, "the text names \(ontology.places[above].name)")
      }
    }
    if let children = childrenNamed[place], children > 0 { add(1.8, "places within it are named") }
    if isTwin, level == .county, !isNamed, isPaired(place) {
      add(2.5, "its upper unit is officially paired with one that the text names")
    }
    let inProvince = (provincesNamed[ontology.province(of: place)] ?? 0) - (named[place] != nil ? 1 : 0)
    if inProvince > 0 { add(min(1, Double(inProvince) * 0.4), "other places of its province are named") }
    return (score, reason)
  }

  /// Whether a place, or one above it, is officially paired with one that the text names.
  func isPaired(_ place: Int) -> Bool {
    pairedNamed.contains(place) || ontology.ancestors(of: place).contains { pairedNamed.contains($0) }
  }
}
