public import OntologyModel
public import SourceText

/// What careful readers found in some texts: the answers that an evaluation counts against.
///
/// The file form is JSON Lines, one object for each document or part of one; `Examples/README.md` describes
/// the keys.
public struct GoldFile: Sendable {
  /// What one line says about a document or a part of it.
  public struct Record: Sendable {
    /// The id of the document: the file's stem, or the record's id.
    public var document: String
    /// Which part of the document (a case), when it is annotated part by part.
    public var part: String?
    /// What the text names.
    public var entities: [Entity]
    /// What the text states.
    public var relations: [Relation]
    /// Where its document is named.
    var location = Location()

    /// Makes a record.
    public init(document: String, part: String? = nil, entities: [Entity] = [], relations: [Relation] = []) {
      self.document = document
      self.part = part
      self.entities = entities
      self.relations = relations
    }
  }

  /// Something that the text names.
  public struct Entity: Sendable {
    /// `place:310113`, `place:540222/年堆乡`, `org:…`, `prog:…`.
    public var id: String
    /// What it is.
    public var type: EntityType
    /// What it may be called as well.
    public var alternativeType: EntityType?
    /// The canonical name, which need not occur, then every form found in the text.
    public var names: [String]
    /// False where careful readers could differ; the entity counts neither way then.
    public var isCertain: Bool
    var location = Location()
    var nameLocations: [Location] = []

    /// Makes an entity.
    public init(
      id: String, type: EntityType, alternativeType: EntityType? = nil, names: [String] = [],
      isCertain: Bool = true
    ) {
      self.id = id
      self.type = type
      self.alternativeType = alternativeType
      self.names = names
      self.isCertain = isCertain
    }
  }

  /// Something that the text states.
  public struct Relation: Sendable {
    /// The kind of statement.
    public var type: RelationType
    /// Id of the helper, the actor or (benefits) the programme.
    public var from: String
    /// Id of the recipient or the programme.
    public var to: String
    /// Fields of help that must be found.
    public var fields: [String]
    /// Fields of help that may be found.
    public var optionalFields: [String]
    /// The piece of the text that shows it.
    public var evidence: String?
    /// False where careful readers could differ; the relation counts neither way then.
    public var isCertain: Bool
    var location = Location()
    var fromLocation = Location()
    var toLocation = Location()
    var evidenceLocation = Location()

    /// Makes a relation.
    public init(
      type: RelationType, from: String, to: String, fields: [String] = [], optionalFields: [String] = [],
      evidence: String? = nil, isCertain: Bool = true
    ) {
      self.type = type
      self.from = from
      self.to = to
      self.fields = fields
      self.optionalFields = optionalFields
      self.evidence = evidence
      self.isCertain = isCertain
    }
  }

  /// A place in a gold file.
  struct Location: Sendable {
    var file: String?
    var position: SourcePosition?
  }

  /// The records, in the order of the lines.
  public var records: [Record]
  /// What is doubtful, but does not keep the file from being used.
  public internal(set) var warnings: [Diagnostic] = []

  /// Makes gold from records.
  public init(records: [Record]) { self.records = records }

  /// The ids of its documents, each once, in the order of the lines.
  public var documentIDs: [String] {
    var seen: Set<String> = []
    return records.map(\.document).filter { seen.insert($0).inserted }
  }
}
