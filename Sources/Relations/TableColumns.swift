import Linking
import Mentions
import OntologyModel

/// Reads rows of a table: which column names helpers and which recipients, then who helps whom in each row.
struct TableColumns {
  private var helper: Int?
  private var recipient: Int?
  private var helperBefore: [NameGroup.Member] = []
  private var rowCount = 0

  /// Reads one row; the first one may be the header.
  mutating func read(
    _ range: Range<Int>, mentions: ArraySlice<Int>, names: DocumentNames, reader: RelationReader,
    builder: TokenBuilder, context: inout ReadingContext, number: Int
  ) -> [Relation] {
    let scalars = names.document.reading.scalars
    var cells: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where ScalarClass.partsCells(scalars[index]) {
      cells.append(start..<index)
      start = index + 1
    }
    cells.append(start..<range.upperBound)
    rowCount += 1
    if takeHeader(cells, scalars: scalars, reader: reader) { return [] }
    var groups: [[NameGroup]] = []
    var classes = CueSet()
    for cell in cells {
      let inside = mentions.filter { cell.contains(names.spans[$0].lowerBound) }
      let tokens = builder.tokens(of: cell, number: number, mentions: inside[...], context: &context)
      groups.append(tokens.groups)
      classes.formUnion(tokens.classes)
    }
    let isDenied = classes.intersects(reader.classes.cancel) || classes.intersects(reader.classes.not)
    func members(_ cell: Int?, _ role: Role) -> [NameGroup.Member] {
      guard let cell, groups.indices.contains(cell) else { return [] }
      return groups[cell].filter { $0.role == role || helper != nil && $0.role != .programme }.flatMap(
        \.members)
    }
    let helperCell = helper ?? groups.firstIndex { $0.contains { $0.role == .helper } }
    let recipientCell = recipient ?? lowestRecipient(groups, names) { fills(cells[$0], scalars, names) }
    var from = members(helperCell, .helper)
    let to = members(recipientCell, .recipient)
    if let helper, cells.indices.contains(helper), from.isEmpty,
      scalars[cells[helper]].allSatisfy(ScalarClass.isSpace)
    {
      from = helperBefore
    }
    if !from.isEmpty { helperBefore = from }
    guard !isDenied else { return [] }
    let isWhole = [helperCell, recipientCell].allSatisfy { column in
      fills(column.flatMap { cells.indices.contains($0) ? cells[$0] : nil }, scalars, names)
    }
    let certainty = (helper != nil && recipient != nil ? 0.95 : 0.75) * (isWhole ? 1 : 0.5)
    var result: [Relation] = []
    func add(_ type: RelationType, _ a: Int, _ b: Int, _ certainty: Double) {
      result.append(
        Relation(
          type: type, from: a, to: b,
          fields: type == .assists
            ? reader.fieldWords.fields(in: [range], of: names, helper: a, recipient: b) : [],
          quantities: Quantities.stated(in: range, of: scalars, words: reader.words),
          years: Years.stated(in: range, of: scalars) ?? context.years,
          status: classes.intersects(reader.classes.plan) ? .planned : .actual, evidence: range,
          rule: "table-row",
          certainty: certainty))
    }
    for a in from {
      for b in to where names.mayHelp(a.entity, b.entity, isDirected: helper != nil && recipient != nil) {
        add(.assists, a.entity, b.entity, certainty)
      }
    }
    addOthers(groups, cells, from: from, to: to, helperCell: helperCell, recipientCell: recipientCell) {
      a, b in
      if names.mayHelp(a, b, isDirected: false),
        !result.contains(where: { $0.type == .assists && $0.from == a && $0.to == b })
      {
        add(.assists, a, b, certainty * 0.8)
      }
    }
    for programme in groups.joined().filter({ $0.role == .programme }).flatMap(\.members) {
      for a in from { add(.runs, a.entity, programme.entity, 0.75) }
      for b in to { add(.benefits, programme.entity, b.entity, 0.8) }
    }
    return result
  }

  /// The first cell with recipients, or the one after it that names places inside those.
  private func lowestRecipient(
    _ groups: [[NameGroup]], _ names: DocumentNames, isWhole: (Int) -> Bool
  ) -> Int? {
    func places(_ cell: Int) -> [Int] {
      groups[cell].filter { $0.role == .recipient }.flatMap(\.members).map(\.entity)
    }
    guard var cell = groups.indices.first(where: { !places($0).isEmpty }) else { return nil }
    while cell + 1 < groups.count, isWhole(cell + 1), case let below = places(cell + 1), !below.isEmpty,
      below.allSatisfy({ lower in places(cell).contains { names.holds($0, lower) } })
    {
      cell += 1
    }
    return cell
  }

  /// What the cells of projects and remarks add: places and bodies inside the recipient, bodies that act there too.
  private func addOthers(
    _ groups: [[NameGroup]], _ cells: [Range<Int>], from: [NameGroup.Member], to: [NameGroup.Member],
    helperCell: Int?, recipientCell: Int?, add: (_ helper: Int, _ recipient: Int) -> Void
  ) {
    guard helper != nil, recipient != nil, !from.isEmpty, !to.isEmpty else { return }
    for cell in groups.indices where cell != helperCell && cell != recipientCell {
      for group in groups[cell] where !group.isCompound {
        for member in group.members {
          switch group.role {
          case .recipient where cell > recipientCell ?? 0: for a in from { add(a.entity, member.entity) }
          case .helper where cell > helperCell ?? 0: for b in to { add(member.entity, b.entity) }
          default: break
          }
        }
      }
    }
  }

  /// Whether names make up most of a cell; of 福州左海实业 the place alone says too little.
  private func fills(
    _ cell: Range<Int>?, _ scalars: [Unicode.Scalar], _ names: DocumentNames
  ) -> Bool {
    guard let cell else { return true }
    let han = scalars[cell].count { ScalarClass.isHan($0) }
    var covered = 0
    for index in names.firstOuter(from: cell.lowerBound)..<names.outer.count {
      let span = names.spans[names.outer[index]]
      guard span.lowerBound < cell.upperBound else { break }
      covered += span.count
    }
    return covered * 5 >= han * 3
  }

  private mutating func takeHeader(
    _ cells: [Range<Int>], scalars: [Unicode.Scalar], reader: RelationReader
  ) -> Bool {
    var newHelper: Int?
    var newRecipient: Int?
    for (index, cell) in cells.enumerated() {
      let classes = reader.lexicon.classes(in: cell, of: scalars)
      if classes.intersects(reader.classes.recipientColumn) { newRecipient = newRecipient ?? index }
      if classes.intersects(reader.classes.helperColumn) { newHelper = newHelper ?? index }
    }
    guard let newHelper, let newRecipient, newHelper != newRecipient else { return false }
    helper = newHelper
    recipient = newRecipient
    return true
  }
}
