/// All that is known before reading: the vocabulary, the gazetteers, the word lists and the rules.
///
/// Immutable after loading, so it can be shared between threads. Tables that only one stage interprets
/// (word lists, relation rules) stay as `TSVTable`s here and are parsed by that stage.
public struct Ontology: Sendable {
  /// Every place, living and former; `Place.index` is the position here. Successors and parents are positions.
  public var places: [Place]
  /// Position by entity id, living units only.
  public var placeByEntityID: EntityIndex { EntityIndex(positions: entityPositions, places: places) }
  /// Known organizations and programmes.
  public var organizations: [KnownOrganization]
  /// Fields of help, in the order of the vocabulary.
  public var fields: [HelpField]
  /// Labels and colours of entity types.
  public var entityTypes: [EntityType: TermLabel]
  /// Labels and colours of relation types.
  public var relationTypes: [RelationType: TermLabel]
  /// Which types of entities each relation type may join.
  public var relationEnds: [RelationType: RelationEnds]
  /// Single-character and nickname abbreviations (滇, 申城): the surface and the places it may mean.
  public var abbreviations: [Abbreviation]
  /// Irregular two-place compounds (沪滇 is regular and not listed): surface, first place, second place.
  public var compounds: [Compound]
  /// Place names that are also common words; they need context to be names.
  public var commonWords: Set<String>
  /// Agency suffixes (教育局) with their short forms.
  public var agencyTypes: [AgencyType]
  /// Official pairings of places, a background fact and never evidence.
  public var pairings: [Pairing]
  /// Side tier by code, of provinces (`310000`) and of units that differ from theirs: 0 gives help only,
  /// 3 receives only. Ask `tier(of:)`.
  public var tiers: [String: Int]
  /// Pinyin without tones by character (`u` for ü is `v`), the usual reading first.
  public var pinyin: [Unicode.Scalar: [String]]
  /// Look-alike characters by character, with a likeness in 0…1.
  public var lookAlikes: [Unicode.Scalar: [(Unicode.Scalar, Double)]]
  /// Simplified form of each traditional-only character.
  public var simplified: [Unicode.Scalar: Unicode.Scalar]
  /// Names that keep a traditional character in simplified script (乾县).
  public var protectedNames: [String]
  /// Pairs of real names that look or sound alike; a misprint is never assumed between them.
  public var confusable: Set<NamePair>
  /// Positions by the hash of the entity id; `indexPlaces()` fills it.
  var entityPositions: [UInt64: Int32] = [:]
  /// Word lists and rules by file stem (`words`, `cues`, `relations` …), as read.
  public var tables: [String: TSVTable]

  /// The types of entities that a relation may start from and lead to.
  public struct RelationEnds: Sendable, Hashable {
    /// Types that it may start from.
    public let domain: Set<EntityType>
    /// Types that it may lead to.
    public let range: Set<EntityType>

    /// Makes the ends of a relation type.
    public init(domain: Set<EntityType>, range: Set<EntityType>) {
      self.domain = domain
      self.range = range
    }
  }

  /// An abbreviation of a place.
  public struct Abbreviation: Sendable, Hashable {
    /// One character, or a nickname.
    public let surface: String
    /// Position of the place.
    public let place: Int
    /// Whether it may stand alone in running text.
    public let standsAlone: Bool

    /// Makes an abbreviation.
    public init(surface: String, place: Int, standsAlone: Bool) {
      self.surface = surface
      self.place = place
      self.standsAlone = standsAlone
    }
  }

  /// A compound of two places.
  public struct Compound: Sendable, Hashable {
    /// The two characters.
    public let surface: String
    /// Position of the helping place.
    public let helper: Int
    /// Position of the receiving place.
    public let recipient: Int

    /// Makes a compound.
    public init(surface: String, helper: Int, recipient: Int) {
      self.surface = surface
      self.helper = helper
      self.recipient = recipient
    }
  }

  /// A kind of agency, known by its suffix.
  public struct AgencyType: Sendable, Hashable {
    /// The full suffix, such as 卫生健康委员会.
    public let suffix: String
    /// Its short forms, such as 卫健委.
    public let shortForms: [String]
    /// What a body with this suffix is: `agency`, `institution` (人民医院) or `organization` (工商联).
    public let type: EntityType

    /// Makes an agency type.
    public init(suffix: String, shortForms: [String], type: EntityType = .agency) {
      self.suffix = suffix
      self.shortForms = shortForms
      self.type = type
    }
  }

  /// A pairing that the state has arranged, such as 闽宁.
  public struct Pairing: Sendable, Hashable {
    /// Position of the helping place.
    public let helper: Int
    /// Position of the receiving place.
    public let recipient: Int
    /// The usual name; may be empty.
    public let name: String
    /// The years in which it held, half open; 0 and `Int.max` where unknown or open.
    public let years: Range<Int>

    /// Makes a pairing.
    public init(helper: Int, recipient: Int, name: String, years: Range<Int>) {
      self.helper = helper
      self.recipient = recipient
      self.name = name
      self.years = years
    }
  }

  /// An unordered pair of names.
  public struct NamePair: Sendable, Hashable {
    /// The name that sorts first.
    public let first: String
    /// The other name.
    public let second: String

    /// Makes a pair; the order of the arguments does not matter.
    public init(_ a: String, _ b: String) {
      (first, second) = a < b ? (a, b) : (b, a)
    }
  }

  /// An ontology that knows nothing; the loader and tests fill it.
  public init() {
    places = []
    organizations = []
    fields = []
    entityTypes = [:]
    relationTypes = [:]
    relationEnds = [:]
    abbreviations = []
    compounds = []
    commonWords = []
    agencyTypes = []
    pairings = []
    tiers = [:]
    pinyin = [:]
    lookAlikes = [:]
    simplified = [:]
    protectedNames = []
    confusable = []
    tables = [:]
  }
}
