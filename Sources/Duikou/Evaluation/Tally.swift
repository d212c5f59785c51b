import Foundation

/// How many were found rightly, found wrongly, and missed.
public struct Tally: Sendable, Hashable {
  /// Found, and in the gold.
  public var right = 0
  /// Found, and not in the gold.
  public var extra = 0
  /// In the gold, and not found.
  public var missed = 0

  /// Nothing counted yet.
  public init() {}

  /// Makes a tally.
  public init(right: Int, extra: Int, missed: Int) {
    self.right = right
    self.extra = extra
    self.missed = missed
  }

  /// The share of what was found that is right; 0 when nothing was found.
  public var precision: Double { Share(right, of: right + extra).value ?? 0 }

  /// The share of the gold that was found; 0 when there is none.
  public var recall: Double { Share(right, of: right + missed).value ?? 0 }

  /// The harmonic mean of precision and recall.
  public var f1: Double {
    let sum = precision + recall
    return sum > 0 ? 2 * precision * recall / sum : 0
  }

  /// Adds what another tally counted.
  public static func += (a: inout Tally, b: Tally) {
    a.right += b.right
    a.extra += b.extra
    a.missed += b.missed
  }
}

/// So many of so many.
public struct Share: Sendable, Hashable {
  /// How many are right.
  public var right = 0
  /// How many were looked at.
  public var total = 0

  /// None of none.
  public init() {}

  /// Makes a share.
  public init(_ right: Int, of total: Int) {
    self.right = right
    self.total = total
  }

  /// In 0…1; nil for none of none.
  public var value: Double? { total > 0 ? Double(right) / Double(total) : nil }

  /// Counts one more.
  mutating func count(_ isRight: Bool) {
    total += 1
    if isRight { right += 1 }
  }

  /// Adds what another share counted.
  public static func += (a: inout Share, b: Share) {
    a.right += b.right
    a.total += b.total
  }
}

extension Double {
  /// With four decimals, rounded as a decimal number.
  package var inFourDecimals: Double { Double(String(format: "%.4f", self)) ?? self }
}
