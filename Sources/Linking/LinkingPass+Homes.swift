import Mentions
import OntologyModel

/// Whose a body is that begins with a word for a place: 市 in 市人民医院, 县 in 县教育局.
extension LinkingPass {
  /// The level of the places that 省, 市, 自治区 … at the head of an organization's name stand for; nil for any.
  private static let relativeLevels: [String: Place.Level?] = [
    "省": .province, "自治区": .province, "市": .none, "区": .county, "县": .county, "旗": .county,
    "州": .prefecture, "盟": .prefecture, "地区": .prefecture, "镇": .township, "乡": .township,
  ]

  /// The place in front of a body's full name elsewhere in the text: 市人民医院 where 日喀则市人民医院 is named.
  func ownerNamed(_ word: String, of rest: [Unicode.Scalar]) -> Int? {
    guard let level = LinkingPass.relativeLevels[word] else { return nil }
    var owners: Set<Int> = []
    for index in placesBefore[Array(rest.prefix(2))] ?? [] {
      let unit = places[index].choice.former ?? places[index].choice.place
      guard fits(unit, word, level), scalars[places[index].range.upperBound...].starts(with: rest) else {
        continue
      }
      owners.insert(unit)
    }
    return owners.count == 1 ? owners.first : nil
  }

  /// Whether 市, 区, 县 … may stand for a place.
  private func fits(_ place: Int, _ word: String, _ level: Place.Level?) -> Bool {
    ontology.places[place].name.hasSuffix(word) && (level == nil || ontology.places[place].level == level)
  }

  /// The place that a leading 市, 区, 县, 州 … of an organization's name stands for.
  func relativeHome(_ word: String, before position: Int) -> Int? {
    guard let level = LinkingPass.relativeLevels[word] else { return nil }
    func fits(_ place: Int) -> Bool { self.fits(place, word, level) }
    if word == "地区" { return region(before: position, where: fits) }
    // Places are in text order but for overlaps, so the search goes back from the position.
    func lastBefore(where test: (Int) -> Bool) -> Int? {
      places.last {
        $0.range.upperBound <= position && $0.unlisted == nil && fits($0.choice.place)
          && test($0.choice.place)
      }?.choice.place
    }
    if word == "市" {
      // A municipality that the text names is “the city”.
      let cities = context.named.filter { ontology.places[$0.key].level == .province && fits($0.key) }
      if let city = cities.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key { return city }
    }
    if word == "区" || word == "市", let helper = lastBefore(where: { ontology.tier(of: $0) == 0 }) {
      return helper
    }
    if ["县", "旗", "州"].contains(word), let own = ownPlace(before: position, where: fits) {
      return own
    }
    if let last = lastBefore(where: { _ in true }) { return last }
    // 州档案馆 where the text names only counties of the prefecture.
    if let near = places.last(where: {
      $0.range.upperBound <= position && ontology.ancestors(of: $0.choice.place).contains(where: fits)
    }) {
      return ontology.ancestors(of: near.choice.place).first(where: fits)
    }
    return places.first { $0.unlisted == nil && fits($0.choice.place) }?.choice.place
  }

  /// The region that 地区 stands for, under its name of the time: the last before, or the one above what is named.
  private func region(before position: Int, where fits: (Int) -> Bool) -> Int? {
    let before = places.reversed().lazy.filter { $0.range.upperBound <= position && $0.unlisted == nil }
      .map { $0.choice.former ?? $0.choice.place }
    return before.first(where: fits)
      ?? before.lazy.flatMap { ontology.ancestors(of: $0) }.first(where: fits)
  }

  /// Whose bureau 县教育局 is: of the place that the sentence speaks of last, else of that which the paragraph
  /// names first, for a paragraph that begins with one county goes on about it.
  private func ownPlace(before position: Int, where fits: (Int) -> Bool) -> Int? {
    guard let sentence = text.reading.sentences.first(where: { $0.range.contains(position) }) else {
      return nil
    }
    var first: Int?
    var start = sentence.range.lowerBound
    while start > 0, scalars[start - 1] != "\n" { start -= 1 }
    for place in places
    where place.unlisted == nil && place.range.upperBound <= position && place.range.lowerBound >= start {
      // 青浦县 of 1998 has a 县教育局, whatever it is called today.
      let unit = place.choice.former ?? place.choice.place
      guard fits(unit) else { continue }
      if place.range.lowerBound >= sentence.range.lowerBound { return nil }
      first = first ?? unit
    }
    return first
  }
}
