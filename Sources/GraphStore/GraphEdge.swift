public import OntologyModel

/// A relation between two entities, with every statement of it; its other properties follow from these.
///
/// Statements that deny the relation count only when there is no other.
public struct GraphEdge: Sendable, Hashable {
  /// The raw value of a `RelationType`; in graphs from elsewhere any string.
  public var type: String
  /// Entity id of the helper, the actor or (benefits) the programme.
  public var from: String
  /// Entity id of the recipient or the programme.
  public var to: String
  /// Every statement; in graphs sorted by document and place.
  public var evidence: [Evidence]

  /// Makes an edge from a type's raw value or a foreign type.
  public init(type: String, from: String, to: String, evidence: [Evidence] = []) {
    self.type = type
    self.from = from
    self.to = to
    self.evidence = evidence
  }

  /// Makes an edge of a known type.
  public init(type: RelationType, from: String, to: String, evidence: [Evidence] = []) {
    self.init(type: type.rawValue, from: from, to: to, evidence: evidence)
  }

  /// The type, when it is one of ours.
  public var relationType: RelationType? { RelationType(rawValue: type) }

  /// `r` and 12 hexadecimal digits, the same in every run and every corpus.
  public var relationID: String { RelationID.make(type: type, from: from, to: to) }

  /// Whether it has happened: the greatest status of the statements; `actual` without any.
  public var status: EdgeStatus { evidence.map(\.status).max() ?? .actual }

  /// The statements that make the edge: all but denials, unless there are only denials.
  public var supporting: [Evidence] {
    let status = status
    return status == .negated ? evidence : evidence.filter { $0.status != .negated }
  }

  /// The fields of help, united and sorted.
  public var fields: [String] { Set(supporting.flatMap(\.fields)).sorted(by: byteOrder) }

  /// The number of statements, 1 for an edge without evidence.
  public var weight: Double { evidence.isEmpty ? 1 : supporting.reduce(0) { $0 + $1.count } }

  /// The highest certainty of a statement, 1 for an edge without evidence.
  public var certainty: Double { supporting.map(\.certainty).max() ?? 1 }

  /// The first year stated.
  public var yearFrom: Int? { supporting.compactMap(\.years?.lowerBound).min() }

  /// The last year stated.
  public var yearTo: Int? { supporting.compactMap(\.years?.upperBound).max() }

  /// All quantities stated, each once, by unit and value.
  public var quantities: [Quantity] { Set(supporting.flatMap(\.quantities)).sorted(by: Quantity.inOrder) }

  /// Ids of the documents that state it, sorted.
  public var documents: [String] {
    Set(supporting.map(\.document)).filter { !$0.isEmpty }.sorted(by: byteOrder)
  }

  /// The statement to quote first: the surest, then one with text, then the earliest.
  public var best: Evidence? { supporting.max { Evidence.isBetter($1, $0) } }

  /// The rule of the best statement.
  public var rule: String { best?.rule ?? "" }
}

/// Order by UTF-8 bytes, which differs from `String`'s order for a few scripts and is cheap and stable.
package func byteOrder(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }

extension Quantity {
  package static func inOrder(_ a: Quantity, _ b: Quantity) -> Bool {
    if a.unit != b.unit { return byteOrder(a.unit, b.unit) }
    if a.value != b.value { return a.value < b.value }
    if a.what != b.what { return byteOrder(a.what, b.what) }
    return !a.isAtLeast && b.isAtLeast
  }
}

extension Evidence {
  /// Whether `a` is to be quoted before `b`; a strict order for distinct statements in graph order.
  package static func isBetter(_ a: Evidence, _ b: Evidence) -> Bool {
    if a.status != b.status { return a.status > b.status }
    if a.certainty != b.certainty { return a.certainty > b.certainty }
    if a.text.isEmpty != b.text.isEmpty { return b.text.isEmpty }
    if a.document != b.document { return byteOrder(a.document, b.document) }
    let left = a.start ?? Int.max
    let right = b.start ?? Int.max
    if left != right { return left < right }
    return (a.end ?? Int.max) < (b.end ?? Int.max)
  }
}
