import OntologyModel

/// A statement of the text: who helps whom, who runs or joins a programme, whom a programme benefits.
public struct Relation: Sendable {
  /// Whether the act has happened.
  public enum Status: String, Sendable, Hashable, Codable {
    /// Done or going on.
    case actual
    /// Announced with both ends named.
    case planned
    /// Over.
    case ended
    /// Denied by the text; never an edge of the exported graph.
    case negated
  }

  /// A number with its unit and what it counts.
  public struct Quantity: Sendable, Hashable, Codable {
    /// The value in the plain unit (1.63e9 for 16.3亿元).
    public let value: Double
    /// The unit: 元, 户, 亩, 人次 ….
    public let unit: String
    /// What is counted, where the text says it.
    public let what: String
    /// Whether the text says “over” (余, 多, 超过).
    public let isAtLeast: Bool

    /// Makes a quantity.
    public init(value: Double, unit: String, what: String = "", isAtLeast: Bool = false) {
      self.value = value
      self.unit = unit
      self.what = what
      self.isAtLeast = isAtLeast
    }
  }

  /// The kind of statement.
  public let type: RelationType
  /// Position in `LinkedDocument.entities` of the helper, the actor or (benefits) the programme.
  public let from: Int
  /// Position in `LinkedDocument.entities` of the recipient or the programme.
  public let to: Int
  /// Ids of the fields of help, sorted.
  public let fields: [String]
  /// Numbers stated with it.
  public let quantities: [Quantity]
  /// The years it spans, where stated or inherited.
  public let years: ClosedRange<Int>?
  /// Whether it has happened.
  public let status: Status
  /// The sentence or part of it that says so, in reading offsets.
  public let evidence: Range<Int>
  /// The id of the rule that found it.
  public let rule: String
  /// How sure it is, in 0…1.
  public internal(set) var certainty: Double
  /// What was taken from outside the evidence (title, heading, previous sentence), in words for a person.
  public let context: [String]

  /// Makes a relation.
  public init(
    type: RelationType, from: Int, to: Int, fields: [String] = [], quantities: [Quantity] = [],
    years: ClosedRange<Int>? = nil, status: Status = .actual, evidence: Range<Int>, rule: String,
    certainty: Double, context: [String] = []
  ) {
    self.type = type
    self.from = from
    self.to = to
    self.fields = fields
    self.quantities = quantities
    self.years = years
    self.status = status
    self.evidence = evidence
    self.rule = rule
    self.certainty = certainty
    self.context = context
  }
}
