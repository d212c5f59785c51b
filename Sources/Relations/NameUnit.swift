/// Something in a sentence that stands for an entity, or for several, before lists are joined.
struct NameUnit {
  var members: [NameGroup.Member]
  /// nil for a name that takes no part in what the sentence states.
  var role: Role?
  var range: Range<Int>
  var certainty = 1.0
  /// Words for a person, when the entities come from context.
  var note: String?
  var isBroughtIn = false
  var isCompound = false
}
