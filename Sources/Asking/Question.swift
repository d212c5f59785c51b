/// A question to the graph, as it was understood.
public struct Question: Sendable {
  /// What is asked.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Who helps the recipient.
    case helpers
    /// Whom the helper helps.
    case recipients
    /// Whether and how the helper helps the recipient; both are named.
    case pair
    /// Who helps whom, of two kinds.
    case pairs
    /// How two named ones are connected, whichever way.
    case relation
    /// Who helps one or is helped by it, whichever way.
    case partners
    /// Who takes part in a programme or runs it.
    case participants
    /// Who runs a programme.
    case runners
    /// Whom a programme benefits.
    case beneficiaries
    /// The programmes that one runs or takes part in.
    case programmesBy = "programmes-by"
    /// The programmes that benefit one.
    case programmesFor = "programmes-for"
    /// The programmes that one has to do with, whichever way.
    case programmes
    /// Whether and how one runs or joins a programme; both are named.
    case pairProgramme = "pair-programme"
    /// Who helps most others.
    case topHelpers = "top-helpers"
    /// Who is helped by most others.
    case topRecipients = "top-recipients"
    /// Who gets no help, or none in a field or from someone.
    case gaps
  }

  /// The language of the question.
  public enum Language: Sendable, Hashable { case chinese, english }

  /// What is asked.
  public var kind: Kind
  /// What is said of who helps; of `relation` and `partners` the first of the two.
  public var helper = Party()
  /// What is said of who is helped; of `relation` and `partners` the second of the two.
  public var recipient = Party()
  /// What is said of the programme.
  public var programme = Party()
  /// Ids of fields of help; help in any of them counts.
  public var fields: [String] = []
  /// The years asked for.
  public var years: ClosedRange<Int>?
  /// Entity ids that the answer leaves out.
  public var excluded: [NameCandidate] = []
  /// Whether a number is asked for.
  public var isCount = false
  /// The language that the answer should have.
  public var language = Language.chinese

  init(kind: Kind) { self.kind = kind }
}

/// What a question says of one side of a relation.
public struct Party: Sendable, Hashable {
  /// The ones that are named; any of them counts.
  public var names: [NameCandidate] = []
  /// The kinds that are named; any of them counts.
  public var kinds: [KindChoice] = []
  /// The places that it lies in, or is; any of them counts.
  public var regions: [NameCandidate] = []
  /// Whether all within the named ones counts like themselves (在云南).
  public var isWithin = false
  /// Whether the question asks for it.
  public var isAsked = false

  /// Nothing is said.
  public init() {}

  /// Whether nothing limits it.
  public var isOpen: Bool { names.isEmpty && kinds.isEmpty && regions.isEmpty }
}

/// A kind of entity that a word of a question stands for: types, some only with certain endings of the name.
public struct KindChoice: Sendable, Hashable {
  /// As the table of words writes it: `District|County/区`.
  public let text: String
  /// The word of the question.
  public let word: String
  /// Raw value of the type and endings that the name must have; any when empty.
  let choices: [Choice]

  struct Choice: Sendable, Hashable {
    let type: String
    let endings: [String]
  }

  /// Whether an entity is of this kind.
  public func matches(type: String, label: String, name: String) -> Bool {
    choices.contains { choice in
      choice.type == type
        && (choice.endings.isEmpty
          || choice.endings.contains { label.hasSuffix($0) || name.hasSuffix($0) })
    }
  }

  /// Whether programmes are of this kind.
  var isProgramme: Bool { choices.contains { $0.type == "Programme" } }
  /// Whether all of it are places.
  var isPlace: Bool { choices.allSatisfy { Self.placeTypes.contains($0.type) } }

  static let placeTypes: Set<String> = [
    "Province", "Prefecture", "District", "County", "Township", "Village",
  ]
}
