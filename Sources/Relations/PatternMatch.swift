/// A way in which a pattern fits a sentence.
struct PatternMatch {
  /// Positions in `SentenceTokens.groups`; -1 for a role that the pattern takes from context or lacks.
  private var groups = SIMD4<Int32>(repeating: -1)
  /// Positions of the tokens that items took, ascending.
  var tokens = TokenList()

  init() {}

  /// A match of one name.
  init(_ role: Role, group: Int, token: Int) {
    self[role] = group
    tokens.append(token)
  }

  subscript(role: Role) -> Int? {
    get { groups[role.rawValue] < 0 ? nil : Int(groups[role.rawValue]) }
    set { groups[role.rawValue] = newValue.map { Int32($0) } ?? -1 }
  }

  /// The groups that names took.
  var bound: [Int] { (0..<3).compactMap { groups[$0] < 0 ? nil : Int(groups[$0]) } }

  func binds(_ group: Int) -> Bool {
    groups[0] == Int32(group) || groups[1] == Int32(group) || groups[2] == Int32(group)
  }

  func bindsSame(as other: PatternMatch) -> Bool { groups == other.groups }
}

/// A few token positions, kept in place so that a search allocates nothing.
struct TokenList: RandomAccessCollection {
  private var storage = SIMD16<Int32>(repeating: 0)
  private(set) var endIndex = 0

  var startIndex: Int { 0 }

  subscript(position: Int) -> Int { Int(storage[position]) }

  /// Adds a position; patterns have far fewer than sixteen items.
  mutating func append(_ token: Int) {
    guard endIndex < 16 else { return }
    storage[endIndex] = Int32(token)
    endIndex += 1
  }
}
