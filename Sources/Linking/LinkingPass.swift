import Mentions
import OntologyModel

/// The linking of one document, step by step.
struct LinkingPass {
  let linker: Linker
  let found: FoundMentions
  let borders: TextBorders
  let year: Int?
  var context: PlaceContext
  /// Accepted places by start and end, before overlaps are resolved.
  var places: [PlaceSpan] = []
  /// Positions in `places` by start.
  var placesAt: [Int: [Int]] = [:]
  /// Positions in `places` of those under their full names, by the two scalars that follow.
  var placesBefore: [[Unicode.Scalar]: [Int]] = [:]
  var drafts: [LinkDraft] = []

  /// The weight of a span of `count` scalars: more than linear, so that one long name beats two short ones.
  static func weight(_ count: Int) -> Double { Double(count) * (1 + 0.05 * Double(count)) }

  var ontology: Ontology { linker.ontology }
  var text: ScannedText { found.text }
  var scalars: [Unicode.Scalar] { found.text.reading.scalars }

  /// A place name that may become a mention.
  struct PlaceSpan {
    var range: Range<Int>
    var choice: PlaceChoice
    var form: LinkedMention.Form
    var note: String?
    var certainty: Double
    /// A township or village that no table holds.
    var unlisted: (parent: Int, name: String, level: Place.Level)?
  }

  init(linker: Linker, found: FoundMentions) {
    self.linker = linker
    self.found = found
    borders = TextBorders(text: found.text)
    context = PlaceContext(ontology: linker.ontology)
    year = found.text.reading.document.metadata.year ?? LinkingPass.statedYear(found.text.reading.scalars)
  }

  mutating func run() -> LinkedDocument {
    gatherContext()
    findPlaces()
    selectSpans()
    propagateNames()
    return table()
  }

  /// The first year that the text states as 20xx年 or 19xx年.
  static func statedYear(_ scalars: [Unicode.Scalar]) -> Int? {
    guard scalars.count >= 5 else { return nil }
    for position in 0..<(scalars.count - 4) where scalars[position + 4] == "年" {
      let digits = scalars[position..<(position + 4)]
      guard digits.allSatisfy(ScalarClass.isDigit) else { continue }
      let value = digits.reduce(0) { $0 * 10 + Int($1.value) - 48 }
      if (1949...2100).contains(value) { return value }
    }
    return nil
  }
}
