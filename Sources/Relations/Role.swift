/// What a name can be in a sentence about help.
enum Role: Int, Sendable, Hashable {
  /// Of the helping side.
  case helper
  /// Of the receiving side.
  case recipient
  /// A programme.
  case programme
}

/// A few roles, as bits.
struct RoleSet: Sendable, Hashable {
  private var bits: UInt8 = 0

  init() {}

  init(_ roles: some Sequence<Role>) {
    for role in roles { insert(role) }
  }

  var isEmpty: Bool { bits == 0 }

  var count: Int { bits.nonzeroBitCount }

  /// The roles, in the order of their cases.
  var all: [Role] { [Role.helper, .recipient, .programme].filter { contains($0) } }

  func contains(_ role: Role) -> Bool { bits & (1 << UInt8(role.rawValue)) != 0 }

  func contains(_ other: RoleSet) -> Bool { bits & other.bits == other.bits }

  func subtracting(_ other: RoleSet) -> RoleSet {
    var result = self
    result.bits &= ~other.bits
    return result
  }

  /// Whether the role was not there before.
  @discardableResult
  mutating func insert(_ role: Role) -> Bool {
    let isNew = !contains(role)
    bits |= 1 << UInt8(role.rawValue)
    return isNew
  }
}
