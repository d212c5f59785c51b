/// How often a rule fired, and how often it was right.
public struct RuleUsage: Sendable, Hashable {
  /// The id of the rule.
  public let rule: String
  /// How many statements it gave.
  public internal(set) var statementCount = 0
  /// In how many sentences; a rule that fires on a single one is suspect.
  public internal(set) var sentenceCount = 0
  /// In how many documents.
  public internal(set) var documentCount = 0
  /// Statements whose relation the gold has; nil without gold.
  public internal(set) var right: Int?
  /// Statements whose relation the gold does not have; nil without gold.
  public internal(set) var wrong: Int?
  /// Statements whose relation the gold has as uncertain; nil without gold.
  public internal(set) var debatable: Int?

  init(rule: String) { self.rule = rule }

  /// The share of right ones of those that are right or wrong; nil when there are none.
  public var precision: Double? {
    guard let right, let wrong else { return nil }
    return Share(right, of: right + wrong).value
  }
}
