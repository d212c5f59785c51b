import Mentions
import OntologyModel
import SourceText

/// The small tables beside the rules: words around names, sets of characters, endings of bodies, units.
struct WordTables: Sendable {
  /// A line of `name-contexts.tsv`, for one word.
  struct NameContext: Sendable {
    let word: [Unicode.Scalar]
    let names: NameKind
    let effect: Effect
    let followed: [[Unicode.Scalar]]
    let notFollowed: [[Unicode.Scalar]]
  }

  /// Which names a line is about.
  enum NameKind: String, Sendable {
    case any, place, body, province, helper, abbreviation, anaphor
    case helperPlace = "helper-place"
    case helperProvince = "helper-province"
    case recipientPlace = "recipient-place"
    case middlePlace = "middle-place"
    case unknownBody = "unknown-body"
    case unknownInstitution = "unknown-institution"
  }

  /// What it does to the name.
  enum Effect: String, Sendable {
    case none, keep, helper, recipient, location, departure
    case broughtIn = "brought-in"
  }

  /// What an ending tells about a body.
  enum BodyKind: String, Sendable {
    case branch, rural, park, ranging, institute

    /// 密云二中库伦分校 is in 库伦.
    var liesWhereNameEnds: Bool { self == .branch || self == .park }
    /// Where nothing places it, it is more often helped than helping.
    var isRatherHelped: Bool { self == .rural || self == .park }
  }

  /// A unit of quantities.
  struct Unit: Sendable {
    let form: [Unicode.Scalar]
    let factor: Double
    let base: String
  }

  /// The sets of characters that the code asks for by name.
  enum CharacterSet: Int, CaseIterable, Sendable {
    case listJoiner, listTail, unitEnd, chainGap, sideNoun, amount, clauseEnd, bareBefore, bareNotAfter,
      overAfter
    case overBefore, whatEnd, measure, pointing, of, at, benefit, agent, ordinal

    /// The names in `characters.tsv`, in the order of the cases.
    private static let names = [
      "list-joiner", "list-tail", "unit-end", "chain-gap", "side-noun", "amount", "clause-end", "bare-before",
      "bare-not-after", "over-after", "over-before", "what-end", "measure", "pointing", "of", "at", "benefit",
      "agent", "ordinal",
    ]

    init?(name: String) {
      guard let index = CharacterSet.names.firstIndex(of: name) else { return nil }
      self.init(rawValue: index)
    }

    var name: String { CharacterSet.names[rawValue] }

    /// A bit of its own.
    var bit: UInt32 { 1 << UInt32(rawValue) }
  }

  /// By the last character of the word, longer words first.
  private(set) var before: [Unicode.Scalar: [NameContext]] = [:]
  /// By the first character of the word, longer words first.
  private(set) var after: [Unicode.Scalar: [NameContext]] = [:]
  private(set) var dateline: [NameContext] = []
  private(set) var units: [Unit] = []
  private(set) var problems: [Diagnostic] = []
  /// Sets by scalar of the basic plane, as bits.
  private var characters: [UInt32] = []
  private var seen: Set<CharacterSet> = []
  private var endings: [(ending: String, kind: BodyKind)] = []

  init(tables: [String: TSVTable]) {
    readContexts(tables["name-contexts"])
    readCharacters(tables["characters"])
    readEndings(tables["body-endings"])
    readUnits(tables["units"])
  }

  /// Whether a character belongs to a set.
  func holds(_ set: CharacterSet, _ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar, scalar.value < UInt32(characters.count) else { return false }
    return characters[Int(scalar.value)] & set.bit != 0
  }

  /// What the ending of a name tells; nil when nothing.
  func kind(ofBody name: String) -> BodyKind? { endings.first { name.hasSuffix($0.ending) }?.kind }

  // MARK: - Reading

  private mutating func cells(_ table: TSVTable?, _ names: [String]) -> [([String], TSVTable.Row, TSVTable)] {
    guard let table else { return [] }
    problems += table.problems
    let columns = names.map { table.column($0) }
    for (name, column) in zip(names, columns) where column == nil {
      problems.append(table.problem("relations.missing-column", nil, "the header lacks the column “\(name)”"))
    }
    guard columns.allSatisfy({ $0 != nil }) else { return [] }
    return table.rows.map { row in (columns.compactMap { $0 }.map { row.cells[$0] }, row, table) }
  }

  private mutating func readContexts(_ table: TSVTable?) {
    let columns = ["side", "words", "names", "effect", "followed", "not_followed"]
    for (cells, row, table) in cells(table, columns) {
      guard let names = NameKind(rawValue: cells[2]), let effect = Effect(rawValue: cells[3]),
        ["before", "after", "dateline"].contains(cells[0])
      else {
        problems.append(
          table.problem(
            "relations.name-context", row,
            "unknown side, kind of names or effect in “\(cells[0]) \(cells[2]) \(cells[3])”"))
        continue
      }
      func forms(_ cell: String) -> [[Unicode.Scalar]] {
        cell.split(separator: " ").map { Array($0.unicodeScalars) }
      }
      for word in forms(cells[1]) {
        guard let first = word.first, let last = word.last else { continue }
        let context = NameContext(
          word: word, names: names, effect: effect, followed: forms(cells[4]), notFollowed: forms(cells[5]))
        switch cells[0] {
        case "before": before[last, default: []].append(context)
        case "after": after[first, default: []].append(context)
        default: dateline.append(context)
        }
      }
    }
    for key in before.keys { before[key]?.sort { $0.word.count > $1.word.count } }
    for key in after.keys { after[key]?.sort { $0.word.count > $1.word.count } }
  }

  private mutating func readCharacters(_ table: TSVTable?) {
    characters = Array(repeating: 0, count: 0x10000)
    for (cells, row, table) in cells(table, ["name", "characters"]) {
      guard let set = CharacterSet(name: cells[0]) else {
        problems.append(
          table.problem("relations.character-set", row, "nothing asks for the set “\(cells[0])”"))
        continue
      }
      seen.insert(set)
      for scalar in cells[1].unicodeScalars where scalar.value < 0x10000 {
        characters[Int(scalar.value)] |= set.bit
      }
    }
    for set in CharacterSet.allCases where !seen.contains(set) {
      problems.append(
        Diagnostic(
          .error, id: "relations.character-set", file: table?.file,
          message: "the characters of “\(set.name)” are missing"))
    }
  }

  private mutating func readEndings(_ table: TSVTable?) {
    for (cells, row, table) in cells(table, ["ending", "kind"]) {
      guard let kind = BodyKind(rawValue: cells[1]), !cells[0].isEmpty else {
        problems.append(table.problem("relations.body-ending", row, "unknown kind of body “\(cells[1])”"))
        continue
      }
      endings.append((cells[0], kind))
    }
  }

  private mutating func readUnits(_ table: TSVTable?) {
    for (cells, row, table) in cells(table, ["unit", "factor", "base"]) {
      guard let factor = Double(cells[1]), factor > 0, !cells[0].isEmpty else {
        problems.append(
          table.problem("relations.unit", row, "the factor is a number above 0, not “\(cells[1])”"))
        continue
      }
      units.append(Unit(form: Array(cells[0].unicodeScalars), factor: factor, base: cells[2]))
    }
    units.sort { $0.form.count > $1.form.count }
  }
}
