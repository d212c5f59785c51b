public import GraphStore

/// Adds up what relations state of one unit, counting every statement once.
///
/// One sentence often makes several relations (a helper and three counties), each of which carries its
/// numbers: a number counts once where document, value, unit and what it counts are the same and the
/// stretches of text overlap. Numbers of plans are added up apart.
public struct QuantitySum: Sendable, Hashable {
  /// The unit: 元, 户, 亩 ….
  public let unit: String
  /// What has happened.
  public private(set) var total = 0.0
  /// What is planned only.
  public private(set) var planned = 0.0
  /// Whether a text says “more than” of any part.
  public private(set) var isAtLeast = false
  /// The numbers that were added, each once, with where they stand.
  public private(set) var statements: [Statement] = []
  /// How many numbers were left out because they had been counted.
  public private(set) var repeated = 0

  /// A number and the statement that it stands in.
  public struct Statement: Sendable, Hashable {
    /// The number.
    public let quantity: Quantity
    /// The statement.
    public let evidence: Evidence
  }

  /// Adds up the relations of a graph. O(statements²) within a document for equal numbers.
  ///
  /// - Parameter minCertainty: Statements less sure than this do not count.
  public init(unit: String, of edges: some Sequence<EdgeID>, in graph: Graph, minCertainty: Double = 0) {
    self.unit = unit
    var seen: [Key: [Range<Int>]] = [:]
    for edge in Set(edges).sorted() {
      for evidence in graph.edge(edge).supporting where evidence.certainty >= minCertainty {
        for quantity in evidence.quantities where quantity.unit == unit {
          let key = Key(quantity, evidence)
          let range =
            evidence.start.flatMap { start in evidence.end.map { start..<max(start + 1, $0) } } ?? 0..<1
          if seen[key]?.contains(where: { $0.overlaps(range) }) == true {
            repeated += 1
            continue
          }
          seen[key, default: []].append(range)
          add(quantity, evidence)
        }
      }
    }
  }

  private mutating func add(_ quantity: Quantity, _ evidence: Evidence) {
    statements.append(Statement(quantity: quantity, evidence: evidence))
    if evidence.status == .planned { planned += quantity.value } else { total += quantity.value }
    if quantity.isAtLeast { isAtLeast = true }
  }

  private struct Key: Hashable {
    let document: String
    let text: String
    let value: Double
    let what: String

    init(_ quantity: Quantity, _ evidence: Evidence) {
      document = evidence.document
      // Without offsets only the text tells statements apart.
      text = evidence.start == nil ? evidence.text : ""
      value = quantity.value
      what = quantity.what
    }
  }
}
