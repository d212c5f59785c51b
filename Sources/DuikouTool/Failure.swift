/// A way for a command to end that is no problem of a file.
struct Failure: Error {
  /// What the process returns.
  let code: Int32
  /// What to say on standard error.
  let lines: [String]

  /// A check failed, or something asked for is not there.
  static func negative(_ lines: String...) -> Failure { Failure(code: 1, lines: lines) }

  /// The question has no single meaning.
  static func usage(_ lines: [String]) -> Failure { Failure(code: 64, lines: lines) }
}
