/// The pattern of a rule: what must stand in a sentence, in order.
///
/// Written as items separated by spaces:
/// - `H` a helper, `R` a recipient, `P` a programme (each may be a list of names); `(H)`, `(R)` and `(P)`
///   come from the title, the heading or an earlier sentence when the sentence names none; `H/org`,
///   `R/place`, `R/org` ask for the kind;
/// - `<give>` a word of that class, `<give|build>` of one of them; `由|被` one of these words;
/// - `^` and `$` the start and the end of a clause, `:` a colon, `—` a dash, `（` a bracket that opens around a name of the other side, `#` a line of a list, `,` the border to the next clause;
/// - `?` after a word or class makes it optional;
/// - between two items: nothing means close together (a few characters, no name), `+` side by side (的 or a
///   quotation mark at most), `…` the same clause,
///   `……` the same sentence, both with no other name between; `…R`, `…H`, `…*` let recipients, helpers
///   or both stand between (`……R`, `……H`, `……*` likewise).
struct RulePattern: Sendable {
  /// One item.
  struct Item: Sendable {
    let test: Test
    let gap: Gap
    let isOptional: Bool
  }

  /// What an item asks for.
  enum Test: Sendable {
    case name(Role, kind: Kind, fromContext: Bool)
    case word(CueSet, literals: [Int])
    case clauseStart
    case clauseEnd
    case colon
    case dash
    case bracket
    case clauseBorder
    case listLine
  }

  /// The kind of entity that a name item takes.
  enum Kind: Sendable {
    case any, place, body
  }

  /// What may stand before an item.
  struct Gap: Sendable, Hashable {
    enum Reach: Int, Sendable { case adjacent, close, clause, sentence }
    var reach: Reach = .close
    var allowsHelpers = false
    var allowsRecipients = false

    /// The wider of both in every respect.
    func joined(with other: Gap) -> Gap {
      Gap(
        reach: reach.rawValue > other.reach.rawValue ? reach : other.reach,
        allowsHelpers: allowsHelpers || other.allowsHelpers,
        allowsRecipients: allowsRecipients || other.allowsRecipients)
    }
  }

  let items: [Item]
  /// The items to look for in a sentence: those from context left out, the gaps around them joined.
  let searched: [Item]
  /// Classes of which the sentence must have a word, one for each item that must be there.
  let needed: [CueSet]
  /// The roles of the names, which every match binds.
  let roles: RoleSet
  /// Roles that may come from context.
  let contextRoles: RoleSet

  /// Reads a pattern; the message of the error says what is wrong, the offset counts scalars in `text`.
  init(_ text: String, lexicon: inout CueLexicon) throws(PatternError) {
    var items: [Item] = []
    var gap = Gap()
    var offset = 0
    for piece in text.split(separator: " ", omittingEmptySubsequences: false) {
      defer { offset += piece.unicodeScalars.count + 1 }
      guard !piece.isEmpty else { continue }
      if piece == "+" {
        gap = Gap(reach: .adjacent)
        continue
      }
      if piece.hasPrefix("…") {
        gap = try RulePattern.gap(String(piece), at: offset)
        continue
      }
      let isOptional = piece.hasSuffix("?") && piece.count > 1
      let body = isOptional ? String(piece.dropLast()) : String(piece)
      items.append(
        Item(
          test: try RulePattern.test(body, at: offset, lexicon: &lexicon), gap: gap, isOptional: isOptional))
      gap = Gap()
    }
    self.items = items
    searched = RulePattern.withoutContext(items)
    needed = searched.compactMap { item in
      if case .word(let set, let literals) = item.test, literals.isEmpty, !item.isOptional { return set }
      return nil
    }
    var roles = RoleSet()
    var contextRoles = RoleSet()
    for item in items {
      if case .name(let role, _, let fromContext) = item.test {
        guard roles.insert(role) else {
          throw PatternError(message: "a pattern names each of H, R, P at most once", offset: 0)
        }
        if fromContext { contextRoles.insert(role) }
      }
    }
    guard roles.count >= 2 else { throw PatternError(message: "a pattern needs two of H, R, P", offset: 0) }
    self.roles = roles
    self.contextRoles = contextRoles
  }

  /// Whether a sentence has what the pattern cannot do without.
  func mayFit(_ sentence: SentenceTokens, ignoringRoles: Bool = false) -> Bool {
    for set in needed where !sentence.classes.intersects(set) { return false }
    if ignoringRoles { return true }
    return sentence.present.contains(roles.subtracting(contextRoles))
  }

  private static func withoutContext(_ items: [Item]) -> [Item] {
    var result: [Item] = []
    var carried: Gap?
    for item in items {
      if case .name(_, _, let fromContext) = item.test, fromContext {
        carried = carried.map { $0.joined(with: item.gap) } ?? item.gap
        continue
      }
      let gap = carried.map { $0.joined(with: item.gap) } ?? item.gap
      carried = nil
      result.append(Item(test: item.test, gap: gap, isOptional: item.isOptional))
    }
    return result
  }

  private static func gap(_ piece: String, at offset: Int) throws(PatternError) -> Gap {
    var gap = Gap(reach: piece.hasPrefix("……") ? .sentence : .clause)
    switch piece.drop(while: { $0 == "…" }) {
    case "": break
    case "R": gap.allowsRecipients = true
    case "H": gap.allowsHelpers = true
    case "*":
      gap.allowsHelpers = true
      gap.allowsRecipients = true
    default: throw PatternError(message: "a gap is …, …R, …H or …*, not “\(piece)”", offset: offset)
    }
    return gap
  }

  private static func test(
    _ body: String, at offset: Int, lexicon: inout CueLexicon
  ) throws(PatternError) -> Test {
    switch body {
    case "^": return .clauseStart
    case "$": return .clauseEnd
    case ":": return .colon
    case "—": return .dash
    case "（": return .bracket
    case ",": return .clauseBorder
    case "#": return .listLine
    case "H": return .name(.helper, kind: .any, fromContext: false)
    case "R": return .name(.recipient, kind: .any, fromContext: false)
    case "P": return .name(.programme, kind: .any, fromContext: false)
    case "(H)": return .name(.helper, kind: .any, fromContext: true)
    case "(R)": return .name(.recipient, kind: .any, fromContext: true)
    case "(P)": return .name(.programme, kind: .any, fromContext: true)
    case "H/org": return .name(.helper, kind: .body, fromContext: false)
    case "R/org": return .name(.recipient, kind: .body, fromContext: false)
    case "H/place": return .name(.helper, kind: .place, fromContext: false)
    case "R/place": return .name(.recipient, kind: .place, fromContext: false)
    default: break
    }
    if body.hasPrefix("<"), body.hasSuffix(">") {
      var set = CueSet()
      for name in body.dropFirst().dropLast().split(separator: "|").map(String.init) {
        guard let known = lexicon.set(named: name) else {
          throw PatternError(message: "no word of cues.tsv has the class “\(name)”", offset: offset)
        }
        set.formUnion(known)
      }
      return .word(set, literals: [])
    }
    guard body.unicodeScalars.allSatisfy({ $0 == "|" || $0.value > 0x2E80 }) else {
      throw PatternError(message: "“\(body)” is no item of a pattern", offset: offset)
    }
    return .word(CueSet(), literals: body.split(separator: "|").map { lexicon.number(of: String($0)) })
  }
}

/// What is wrong with a pattern.
struct PatternError: Error {
  let message: String
  /// Scalars before the faulty item.
  let offset: Int
}
