/// One answer to “who helps it?” or “whom does it help?”.
public struct HelpAnswer: Sendable, Hashable {
  /// Whose help it is, seen from the entity that was asked for.
  public enum Level: String, Sendable, Hashable, CaseIterable {
    /// Its own.
    case own
    /// That of a place above it, or of the place that it belongs to.
    case above
    /// That of something within it.
    case below
  }

  /// The relation that was found: help, or (through a programme) that of the actor to the programme.
  public let edge: EdgeID
  /// Who helps.
  public let helper: NodeID
  /// Who is helped.
  public let recipient: NodeID
  /// Whether this is about the entity that was asked for, or one above or below it.
  public let level: Level
  /// How many steps above or below; 0 for its own.
  public let steps: Int
  /// The programme that the help goes through.
  public let programme: NodeID?
  /// The relation from the programme to the recipient.
  public let benefit: EdgeID?
  /// For the order of answers.
  let weight: UInt8

  /// Own help before that above and below, direct help before that through programmes.
  var rank: Int {
    let level =
      switch level {
      case .own: 0
      case .above: 2
      case .below: 4
      }
    return programme == nil ? level : level + 1
  }
}

/// How far a query for help looks.
public struct HelpScope: OptionSet, Sendable {
  /// The bits.
  public let rawValue: Int

  /// Makes a scope from its bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Also what the places above it give or receive.
  public static let up = HelpScope(rawValue: 1)
  /// Also what the places and bodies within it give or receive.
  public static let down = HelpScope(rawValue: 2)
  /// Also help through programmes: actor runs or joins a programme, the programme benefits the recipient.
  public static let programmes = HelpScope(rawValue: 4)
}
