import GraphStore
import SourceText

extension JSONLinesParser {
  /// Reads an object of any kind.
  mutating func record(
    _ scanner: inout JSONScanner, _ record: inout JSONRecord
  ) throws(JSONScanner.Problem) {
    try scanner.enter(UInt8(ascii: "{"))
    var isFirst = true
    while try scanner.next(UInt8(ascii: "}"), isFirst: &isFirst) {
      switch try key(&scanner) {
      case .kind: record.kind = try fewString(&scanner)
      case .format: record.format = try string(&scanner)
      case .version: record.version = try scanner.number()
      case .entityID: record.entity = try string(&scanner)
      case .from: record.from = try string(&scanner)
      case .to: record.to = try string(&scanner)
      case .type: record.type = try fewString(&scanner)
      case .evidence:
        try list(&scanner) { (parser, scanner) throws(JSONScanner.Problem) in
          record.evidence.append(try parser.statement(&scanner))
        }
      case .id: record.document.id = try string(&scanner)
      case .title: record.document.title = try string(&scanner)
      case .publisher: record.document.publisher = try string(&scanner)
      case .date: record.document.date = try string(&scanner)
      case .url: record.document.url = try string(&scanner)
      case .note: record.node.note = try string(&scanner)
      case .adcode: record.node.adcode = try string(&scanner)
      case .aliases: record.node.aliases = try strings(&scanner, sorting: true)
      case .color: record.node.color = try string(&scanner)
      case .implicit: record.node.isImplicit = try scanner.boolean()
      case .label: record.node.label = try string(&scanner)
      case .name: record.node.name = try string(&scanner)
      case .parent: record.node.parent = try string(&scanner)
      case .latitude: record.node.latitude = try scanner.number()
      case .longitude: record.node.longitude = try scanner.number()
      case .size: record.node.size = try scanner.number()
      case .mentionCount: record.node.mentionCount = max(0, try offset(&scanner))
      case .document: record.mention.document = try string(&scanner)
      case .start: record.mention.start = try offset(&scanner)
      case .end: record.mention.end = try offset(&scanner)
      case .byteStart: record.mention.byteStart = try offset(&scanner)
      case .byteEnd: record.mention.byteEnd = try offset(&scanner)
      case .text: record.mention.surface = try string(&scanner)
      case .form: record.mention.form = try string(&scanner)
      case .reason: record.mention.reason = try string(&scanner)
      case .certainty: record.mention.certainty = min(1, max(0, try scanner.number()))
      case .candidates: record.mention.candidates = try candidates(&scanner)
      default: try scanner.skipValue()
      }
    }
  }

  /// Reads one statement of a relation.
  private mutating func statement(
    _ scanner: inout JSONScanner
  ) throws(JSONScanner.Problem) -> EvidenceRow {
    var row = EvidenceRow()
    try scanner.enter(UInt8(ascii: "{"))
    var isFirst = true
    while try scanner.next(UInt8(ascii: "}"), isFirst: &isFirst) {
      switch try key(&scanner) {
      case .document: row.document = try fewString(&scanner)
      case .start: row.start = try offset(&scanner)
      case .end: row.end = try offset(&scanner)
      case .byteStart: row.byteStart = try offset(&scanner)
      case .byteEnd: row.byteEnd = try offset(&scanner)
      case .text: row.text = try longString(&scanner)
      case .rule: row.rule = try fewString(&scanner)
      case .certainty: row.certainty = min(1, max(0, try scanner.number()))
      case .fields: row.fields = try strings(&scanner, sorting: true)
      case .context: row.context = try strings(&scanner, sorting: false)
      case .quantities: row.quantities = try quantities(&scanner)
      case .yearFrom: row.yearFrom = try year(&scanner)
      case .yearTo: row.yearTo = try year(&scanner)
      case .count:
        let count = try scanner.number()
        row.count = count > 0 ? count : 1
      case .status:
        // Read first: the pool on the left would otherwise be the one before the string came in.
        let text = try fewString(&scanner)
        guard let status = EdgeStatus(rawValue: builder.strings.string(text)) else {
          throw scanner.problem("a status is actual, planned, ended or negated")
        }
        row.status = status.rank
      default: try scanner.skipValue()
      }
    }
    if row.yearFrom == EvidenceRow.noYear { row.yearFrom = row.yearTo }
    if row.yearTo == EvidenceRow.noYear { row.yearTo = row.yearFrom }
    if row.yearTo < row.yearFrom { swap(&row.yearFrom, &row.yearTo) }
    return row
  }

  /// Reads the members of an array.
  private mutating func list(
    _ scanner: inout JSONScanner,
    _ body: (inout JSONLinesParser, inout JSONScanner) throws(JSONScanner.Problem) -> Void
  ) throws(JSONScanner.Problem) {
    if scanner.acceptNull() { return }
    try scanner.enter(UInt8(ascii: "["))
    var isFirst = true
    while try scanner.next(UInt8(ascii: "]"), isFirst: &isFirst) { try body(&self, &scanner) }
  }

  private mutating func strings(
    _ scanner: inout JSONScanner, sorting: Bool
  ) throws(JSONScanner.Problem) -> UInt32 {
    var ids: [UInt32] = []
    try list(&scanner) { (parser, scanner) throws(JSONScanner.Problem) in
      ids.append(try sorting ? parser.fewString(&scanner) : parser.string(&scanner))
    }
    return sorting ? builder.internList(ids) : builder.lists.intern(ids)
  }

  private mutating func quantities(_ scanner: inout JSONScanner) throws(JSONScanner.Problem) -> UInt32 {
    var quantities: [Quantity] = []
    try list(&scanner) { (parser, scanner) throws(JSONScanner.Problem) in
      quantities.append(try parser.quantity(&scanner))
    }
    return builder.internQuantities(quantities)
  }

  private mutating func quantity(_ scanner: inout JSONScanner) throws(JSONScanner.Problem) -> Quantity {
    var (value, unit, what, isAtLeast) = (0.0, UInt32(0), UInt32(0), false)
    try scanner.enter(UInt8(ascii: "{"))
    var isFirst = true
    while try scanner.next(UInt8(ascii: "}"), isFirst: &isFirst) {
      switch try key(&scanner) {
      case .value: value = try scanner.number()
      case .unit: unit = try string(&scanner)
      case .what: what = try string(&scanner)
      case .atLeast: isAtLeast = try scanner.boolean()
      default: try scanner.skipValue()
      }
    }
    return Quantity(
      value: value, unit: builder.strings.string(unit), what: builder.strings.string(what),
      isAtLeast: isAtLeast)
  }

  private mutating func candidates(_ scanner: inout JSONScanner) throws(JSONScanner.Problem) -> UInt32 {
    var flat: [UInt32] = []
    try list(&scanner) { (parser, scanner) throws(JSONScanner.Problem) in
      var (entity, score, reason) = (UInt32(0), 0.0, UInt32(0))
      try scanner.enter(UInt8(ascii: "{"))
      var isFirst = true
      while try scanner.next(UInt8(ascii: "}"), isFirst: &isFirst) {
        switch try parser.key(&scanner) {
        case .entityID: entity = try parser.string(&scanner)
        case .score: score = try scanner.number()
        case .reason: reason = try parser.string(&scanner)
        default: try scanner.skipValue()
        }
      }
      let bits = (score + 0).bitPattern
      flat += [
        entity, UInt32(truncatingIfNeeded: bits >> 32), UInt32(truncatingIfNeeded: bits), reason,
      ]
    }
    return builder.lists.intern(flat)
  }

  private func offset(_ scanner: inout JSONScanner) throws(JSONScanner.Problem) -> Int32 {
    let value = try scanner.number()
    guard value >= 0, value.rounded(.towardZero) == value else {
      throw scanner.problem("a whole number that is not negative is expected here")
    }
    return value < Double(Int32.max) ? Int32(value) : Int32.max
  }

  private func year(_ scanner: inout JSONScanner) throws(JSONScanner.Problem) -> Int16 {
    let value = try scanner.number()
    guard value.rounded(.towardZero) == value, abs(value) < 10_000 else {
      throw scanner.problem("a year is expected here")
    }
    return Int16(value)
  }
}
