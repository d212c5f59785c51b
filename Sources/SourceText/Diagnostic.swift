/// One problem of an input, worded for the person who has to mend it.
///
/// Libraries return or throw diagnostics and never print them; `description` is the one-line form
/// `file:line:column: severity: message [id]` that editors can jump to.
public struct Diagnostic: Error, Sendable, Hashable, CustomStringConvertible {
  /// How bad it is: a warning leaves the input usable.
  public enum Severity: String, Sendable, Hashable {
    /// The input could not be used as it stands.
    case error
    /// The input was used, with the loss that the message names.
    case warning
  }

  /// Whether the input could be used.
  public let severity: Severity
  /// A short stable name such as `ontology.unknown-parent`; tests match it rather than the wording.
  public let id: String
  /// The file as the user named it, when the problem lies in a file.
  public let file: String?
  /// Where in the file, when known.
  public let position: SourcePosition?
  /// What is wrong and what to do, in one sentence.
  public let message: String

  /// Makes a diagnostic.
  public init(
    _ severity: Severity, id: String, file: String? = nil, position: SourcePosition? = nil,
    message: String
  ) {
    self.severity = severity
    self.id = id
    self.file = file
    self.position = position
    self.message = message
  }

  /// `file:line:column: severity: message [id]`, leaving out what is not known.
  public var description: String {
    var place = ""
    if let file {
      place = file + ":"
      if let position { place += "\(position.line):\(position.column):" }
      place += " "
    }
    return "\(place)\(severity.rawValue): \(message) [\(id)]"
  }
}

/// Several problems found in one go.
public struct Diagnostics: Error, Sendable, CustomStringConvertible {
  /// All problems, in the order in which they were found.
  public let all: [Diagnostic]

  /// Wraps the problems.
  public init(_ all: [Diagnostic]) { self.all = all }

  /// One line for each problem.
  public var description: String { all.map(\.description).joined(separator: "\n") }
}
