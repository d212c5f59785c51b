/// Whether what an edge says has happened; of several statements the greatest decides.
public enum EdgeStatus: String, Sendable, Hashable, CaseIterable, Comparable, Codable {
  /// Denied by the text. An edge with no other statement stays out of exports and answers.
  case negated
  /// Announced.
  case planned
  /// Over.
  case ended
  /// Done or going on.
  case actual

  package var rank: UInt8 {
    switch self {
    case .negated: 0
    case .planned: 1
    case .ended: 2
    case .actual: 3
    }
  }

  package init(rank: UInt8) {
    switch rank {
    case 0: self = .negated
    case 1: self = .planned
    case 2: self = .ended
    default: self = .actual
    }
  }

  /// `actual` wins over `ended`, that over `planned`, that over `negated`.
  public static func < (a: EdgeStatus, b: EdgeStatus) -> Bool { a.rank < b.rank }
}
