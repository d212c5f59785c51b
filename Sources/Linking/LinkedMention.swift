import OntologyModel

/// A stretch of text that names an entity, with the reason for the choice.
public struct LinkedMention: Sendable {
  /// Where it stands, in reading offsets.
  public let range: Range<Int>
  /// Position in `LinkedDocument.entities`.
  public let entity: Int
  /// How the text names it.
  public let form: Form
  /// How sure the link is, in 0…1.
  public let certainty: Double
  /// Why this entity and no other, in words for a person.
  public let reason: String
  /// What a reader should know, such as `misprint`.
  public let note: String?
  /// Position in `LinkedDocument.mentions` of the longer name that holds this one
  /// (上海市 in 上海市宝山区, 嘉定区 in 嘉定区卫健委); nil when it stands for itself.
  public let within: Int?
  /// The other entities that the surface could have meant, best first.
  public let runnersUp: [ScoredCandidate]
  /// What the chosen entity scored against the runners-up; nil where nothing had to be compared.
  public let score: Double?

  /// How a text can name an entity.
  public enum Form: String, Sendable, Hashable {
    /// The full or usual name.
    case name
    /// A short name (会泽 for 会泽县).
    case short
    /// A character of a compound or a nickname (沪 and 滇 in 沪滇; 援疆).
    case abbreviation
    /// Found by form only: an organization or programme that the ontology does not know.
    case form
    /// A word that points back (本市, 我区, 二院 …) and counts as a name.
    case anaphor
  }

  /// An entity that a surface could mean.
  public struct ScoredCandidate: Sendable, Hashable {
    /// The entity's id.
    public let entityID: String
    /// Its score; only comparable within one mention.
    public let score: Double
    /// What spoke for it.
    public let reason: String

    /// Makes a candidate.
    public init(entityID: String, score: Double, reason: String) {
      self.entityID = entityID
      self.score = score
      self.reason = reason
    }
  }

  /// Makes a linked mention.
  public init(
    range: Range<Int>, entity: Int, form: Form, certainty: Double, reason: String, note: String? = nil,
    within: Int? = nil, runnersUp: [ScoredCandidate] = [], score: Double? = nil
  ) {
    self.range = range
    self.entity = entity
    self.form = form
    self.certainty = certainty
    self.reason = reason
    self.note = note
    self.within = within
    self.runnersUp = runnersUp
    self.score = score
  }
}
