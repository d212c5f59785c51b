/// What a name can be in a sentence about help.
enum Role: Sendable, Hashable {
  /// Of the helping side.
  case helper
  /// Of the receiving side.
  case recipient
  /// A programme.
  case programme
}
