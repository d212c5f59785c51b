import Linking
import Mentions
import OntologyModel

/// A list of names with one role that stand for one part of a sentence.
struct NameGroup {
  /// One name of the list.
  struct Member {
    let entity: Int
    let range: Range<Int>
    let certainty: Double
  }

  var members: [Member]
  var role: Role
  var range: Range<Int>
  /// How sure it is that the words mean these entities (below 1 for words that point back).
  var certainty = 1.0
  /// Words for a person on where the entities were taken from; nil when named here.
  var note: String?
  /// Whether somebody else brings it in (引入X, 联系X): its act reaches no further than its clause.
  var isBroughtIn = false
  /// Whether it joins somebody that the clause leaves out (又与X合办).
  var isCompanion = false
  /// Whether it only says whose the recipients after it are (上海对口的四县).
  var isAttribute = false
  /// Whether it is a character of a compound such as 沪滇.
  var isCompound = false

  /// Whether the text speaks of it, and not only by the way.
  var standsForItself: Bool { !isCompound && !isCompanion && !isAttribute }
}

/// A name, a word that rules look at, or a border between clauses.
struct Token {
  enum Content {
    case name(group: Int, role: Role)
    case word(Int)
    case colon
    case dash
    /// A bracket that opens around a name of the other side.
    case bracket
    case border
  }

  let content: Content
  let range: Range<Int>
  let clause: Int
}

/// A sentence as rules see it.
struct SentenceTokens {
  var tokens: [Token] = []
  var groups: [NameGroup] = []
  /// Reading offsets of the clauses, without the punctuation between them.
  var clauses: [Range<Int>] = []
  /// The roles of its names, compounds left out.
  var present = RoleSet()
  /// All classes of its words.
  var classes = CueSet()
  /// Whether it is a line of a list.
  var isListLine = false
  /// Where the sentence stands.
  var range: Range<Int>

  func hasGroup(_ role: Role) -> Bool { present.contains(role) }

  /// Whether it names someone of that role who acts by himself.
  func hasActor(_ role: Role) -> Bool {
    groups.contains { $0.role == role && !$0.isBroughtIn && $0.standsForItself }
  }

  /// The position in `tokens` of a group. O(tokens).
  func position(of group: Int) -> Int? {
    tokens.firstIndex { token in
      if case .name(let named, _) = token.content { return named == group }
      return false
    }
  }

  /// The clauses that a match reaches over; nil for one without tokens.
  func clauses(of match: PatternMatch) -> ClosedRange<Int>? {
    guard let first = match.tokens.first, let last = match.tokens.last else { return nil }
    return tokens[first].clause...tokens[last].clause
  }
}
