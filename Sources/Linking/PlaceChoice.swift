/// A place chosen for a surface, with what spoke for it.
struct PlaceChoice {
  /// Position in `Ontology.places`, a living unit where one exists.
  var place: Int
  /// The candidate as named, when a former unit was meant.
  var former: Int?
  var score: Double
  var reason: String
  /// How far the best candidate leads over the next.
  var lead: Double
  var runnersUp: [LinkedMention.ScoredCandidate]
  /// Whether the surface is an official name or a usual full form rather than a bare short name.
  var isFullName = false
  /// Whether the surface is a single character for the place, such as 沪.
  var isAbbreviation = false
}
