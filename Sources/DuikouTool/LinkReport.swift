import Duikou

/// The mentions of one document as rows and objects.
struct LinkReport {
  let document: Document
  let mentions: [Row]

  /// A mention with all that is shown of it.
  struct Row {
    let range: Range<Int>
    let surface: String
    let entity: Entity
    let certainty: Double
    let note: String?
  }

  init(_ linked: LinkedDocument) {
    document = linked.reading.document
    let document = document
    mentions = linked.mentions.map { mention in
      let range = linked.reading.documentRange(mention.range)
      return Row(
        range: range, surface: document.text(in: range), entity: linked.entities[mention.entity],
        certainty: mention.certainty, note: mention.note)
    }
  }

  /// Objects with the keys that programs rely on.
  var json: [JSONValue] {
    mentions.map { row in
      .object([
        ("document", .string(document.id)), ("start", .integer(row.range.lowerBound)),
        ("end", .integer(row.range.upperBound)), ("surface", .string(row.surface)),
        ("entity_id", .string(row.entity.id)), ("label", .string(row.entity.label)),
        ("type", .string(row.entity.type.rawValue)), ("certainty", .number(row.certainty)),
        ("note", row.note.map { .string($0) } ?? .null),
      ])
    }
  }

  /// On a terminal the text with its names in colour, then everywhere the list of mentions.
  func print() {
    Console.print(Style.bold(document.id))
    if Console.usesColor { Console.print(coloredText) }
    var table = TextTable(["place", "surface", "label", "entity", "type", "sure", "note"], numeric: [0, 5])
    for row in mentions {
      table.add([
        "\(row.range.lowerBound)-\(row.range.upperBound)",
        row.surface.split(whereSeparator: \.isWhitespace).joined(),
        row.entity.label, row.entity.id, row.entity.type.rawValue, AnswerPrinter.percent(row.certainty),
        row.note ?? "",
      ])
    }
    for line in table.lines(indent: "  ") { Console.print(line.trimmingTrailingSpaces) }
  }

  /// The mentions that stand side by side: of nested names the longest.
  var outermost: [Row] {
    var end = 0
    return mentions.filter { row in
      guard row.range.lowerBound >= end else { return false }
      end = row.range.upperBound
      return true
    }
  }

  private var coloredText: String {
    var text = ""
    var end = 0
    for row in outermost {
      text += document.text(in: end..<row.range.lowerBound)
      text += Style.color(document.text(in: row.range), Self.colors[row.entity.type] ?? 7)
      end = row.range.upperBound
    }
    return text + document.text(in: end..<document.scalars.count)
  }

  private static let colors: [EntityType: Int] = [
    .province: 33, .prefecture: 39, .district: 34, .county: 208, .township: 214, .village: 220,
    .enterprise: 141, .agency: 250, .institution: 204, .organization: 114, .programme: 226,
  ]
}
