import OntologyModel

/// A mention while linking is under way: its entity is still a description, not yet a table position.
struct LinkDraft {
  /// What the mention names.
  enum Target: Hashable {
    /// A place of the ontology.
    case place(Int)
    /// A township or village that no table holds: its unit above, its name, its level.
    case unlistedPlace(parent: Int, name: String, level: Place.Level)
    /// A known organization or programme.
    case known(Int)
    /// An organization found by form: its full name and home.
    case organization(name: String, type: EntityType, home: Int?)
    /// A programme.
    case programme(name: String)
  }

  var range: Range<Int>
  var target: Target
  var form: LinkedMention.Form
  var certainty: Double
  var reason: String
  var note: String?
  var runnersUp: [LinkedMention.ScoredCandidate] = []
  /// What the chosen place scored against those.
  var score: Double?
  /// The enclosing longer name's range, when the mention lies inside one.
  var within: Range<Int>?
  /// The entity's name after merging, when it differs from the target's own.
  var alias: Target?
}
