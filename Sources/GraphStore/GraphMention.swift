/// A place in a document that names an entity.
public struct GraphMention: Sendable, Hashable {
  /// The id of the document.
  public var document: String
  /// First Unicode scalar in the decoded document.
  public var start: Int
  /// One past the last Unicode scalar.
  public var end: Int
  /// The text as it stands there.
  public var surface: String
  /// Entity id of what it names.
  public var entity: String
  /// How sure the link is, in 0…1.
  public var certainty: Double
  /// What a reader should know, such as `misprint`.
  public var note: String?
  /// How the text names it (name, short, abbreviation …).
  public var form: String?
  /// Why this entity and no other, in words for a person.
  public var reason: String?
  /// First byte in the file, for plain text.
  public var byteStart: Int?
  /// One past the last byte.
  public var byteEnd: Int?
  /// The other entities that it could have meant, best first.
  public var candidates: [Candidate]

  /// An entity that a surface could have meant.
  public struct Candidate: Sendable, Hashable {
    /// The entity's id.
    public var entity: String
    /// Its score; comparable within one mention only.
    public var score: Double
    /// What spoke for it.
    public var reason: String

    /// Makes a candidate.
    public init(entity: String, score: Double, reason: String = "") {
      self.entity = entity
      self.score = score
      self.reason = reason
    }
  }

  /// Makes a mention.
  public init(
    document: String, start: Int, end: Int, surface: String, entity: String, certainty: Double = 1,
    note: String? = nil, form: String? = nil, reason: String? = nil, byteStart: Int? = nil,
    byteEnd: Int? = nil, candidates: [Candidate] = []
  ) {
    self.document = document
    self.start = start
    self.end = end
    self.surface = surface
    self.entity = entity
    self.certainty = certainty
    self.note = note
    self.form = form
    self.reason = reason
    self.byteStart = byteStart
    self.byteEnd = byteEnd
    self.candidates = candidates
  }
}
