import Mentions
import OntologyModel

extension LinkingPass {
  /// Second look: every surface that may be a place, with the best reading; overlaps stay.
  mutating func findPlaces() {
    let chooser = PlaceChooser(ontology: ontology, text: text, year: year)
    var endings: [Int: Int] = [:]
    var recent: [(end: Int, place: Int)] = []
    let owners = linker.compounds.owners(in: context)
    let unlisted = UnlistedPlaceFinder(
      text: text, descriptions: linker.placeDescriptions, wholeDescriptions: linker.wholeDescriptions)
    for sentence in text.reading.sentences {
      endings.removeAll(keepingCapacity: true)
      let abbreviations = linker.compounds.find(in: text, sentence: sentence.range, owners: owners)
      var compoundStarts: [Int: [CompoundFinder.Found]] = [:]
      for abbreviation in abbreviations {
        compoundStarts[abbreviation.range.lowerBound, default: []].append(abbreviation)
      }
      // The furthest end of a place that started before the position.
      var covered = sentence.range.lowerBound
      var coverage = covered
      for position in sentence.range {
        for abbreviation in compoundStarts[position] ?? [] {
          let choice = PlaceChoice(
            place: abbreviation.place, former: nil, score: 5, reason: abbreviation.reason, lead: 5,
            runnersUp: [])
          places.append(
            PlaceSpan(
              range: abbreviation.range, choice: choice, form: .abbreviation, note: nil, certainty: 0.85))
          recent.append((abbreviation.range.upperBound, abbreviation.place))
        }
        for hit in text.hits(at: position) where text.isName(hit) {
          guard text.lexicon.targets(of: hit.entry).contains(where: { $0.kind.isPlace }) else { continue }
          let isFreeLeft = borders.isFree(before: position)
          // Inside running text the short name of a township is no name.
          if !isFreeLeft, endings[position] == nil, position + 1 < hit.end,
            text.lexicon.targets(of: hit.entry).allSatisfy({
              $0.isBelowCounty && $0.kind == .placeShort || !$0.kind.isPlace
            })
          {
            continue
          }
          var around = PlaceChooser.Surroundings()
          around.adjacent = endings[position]
          around.levelHint = levelHint(from: position, after: hit.end, in: sentence.range)
          (around.listed, around.listedParents) = listedPlaces(
            around: position..<hit.end, in: sentence.range)
          around.recent = recent.suffix(6).reversed().filter { $0.end <= position }.map(\.place)
          around.isFreeLeft = isFreeLeft
          around.isFreeRight = borders.isFree(after: hit.end)
          guard let choice = chooser.choose(hit, context: context, around: around) else { continue }
          let certainty = min(
            0.99, 0.55 + max(0, min(choice.lead, 5)) * 0.06 + max(0, min(choice.score, 8)) * 0.02)
          places.append(
            PlaceSpan(
              range: position..<hit.end, choice: choice,
              form: choice.isFullName ? .name : choice.isAbbreviation ? .abbreviation : .short,
              note: choice.former.map { "former name: \(ontology.places[$0].name)" }, certainty: certainty))
          // 流河镇 at the end of 归流河镇 says nothing of what follows.
          if hit.end <= covered { continue }
          endings[hit.end] = choice.place
          recent.append((hit.end, choice.place))
          if hit.length > 2 { coverage = max(coverage, hit.end) }
        }
        covered = coverage
      }
      findMisprints(in: sentence.range, endings: &endings, recent: &recent)
      findUnlisted(with: unlisted, in: sentence.range, endings: endings, recent: recent)
      // Only the last few names matter for the next sentence.
      if recent.count > 64 { recent.removeFirst(recent.count - 32) }
    }
  }

  private func taken(in range: Range<Int>) -> Set<Int> {
    Set(
      places.reversed().prefix { $0.range.upperBound > range.lowerBound - 40 }.filter {
        $0.range.overlaps(range)
      }.flatMap { Array($0.range) })
  }

  private mutating func findMisprints(
    in range: Range<Int>, endings: inout [Int: Int], recent: inout [(end: Int, place: Int)]
  ) {
    let taken = taken(in: range)
    let ends = endings
    let misprints = linker.misprints.find(
      in: text, sentence: range, context: context, adjacent: { ends[$0] },
      isFree: { borders.isFree(before: $0) }, isTaken: { taken.contains($0) })
    for misprint in misprints {
      let choice = PlaceChoice(
        place: misprint.place, former: nil, score: 3, reason: misprint.reason, lead: 1, runnersUp: [])
      places.append(
        PlaceSpan(
          range: misprint.range, choice: choice, form: .name, note: "misprint", certainty: misprint.certainty)
      )
      endings[misprint.range.upperBound] = misprint.place
      recent.append((misprint.range.upperBound, misprint.place))
      context.note(misprint.place)
    }
  }

  private mutating func findUnlisted(
    with finder: UnlistedPlaceFinder, in range: Range<Int>, endings: [Int: Int],
    recent: [(end: Int, place: Int)]
  ) {
    let taken = taken(in: range)
    let candidates = finder.find(
      in: range, isFree: { borders.isFree(before: $0) }, follows: { endings[$0] != nil },
      isTaken: { taken.contains($0) })
    for candidate in candidates {
      let before = endings[candidate.range.lowerBound]
      let lower = recent.filter {
        $0.end <= candidate.range.lowerBound && ontology.places[$0.place].level >= .county
      }
      // Townships and villages that no table holds lie on the receiving side.
      let near = (lower.last { ontology.tier(of: $0.place) > 0 } ?? lower.last)?.place
      let name = text.reading.text(candidate.range)
      // 黄杜村 alone is that of 安吉县溪龙乡黄杜村 before.
      let earlier = before == nil ? places.last { $0.unlisted?.name == name }?.unlisted?.parent : nil
      guard var parent = before ?? earlier ?? near else { continue }
      if ontology.places[parent].level == .village, let up = ontology.places[parent].parent { parent = up }
      if candidate.level == .township, ontology.places[parent].level == .township,
        let up = ontology.places[parent].parent
      {
        parent = up
      }
      let choice = PlaceChoice(
        place: parent, former: nil, score: 2, reason: "by its form, under \(ontology.places[parent].name)",
        lead: 2, runnersUp: [])
      places.append(
        PlaceSpan(
          range: candidate.range, choice: choice, form: .form, note: nil,
          certainty: candidate.follows ? 0.8 : 0.6,
          unlisted: (parent, name, candidate.level)))
    }
  }

  /// What the names beside a surface in a list (、和) may mean, counties and above, and the counties of towns there.
  private func listedPlaces(
    around range: Range<Int>, in sentence: Range<Int>
  ) -> (places: [Int], parents: Set<Int>) {
    func isLink(_ position: Int) -> Bool {
      sentence.contains(position) && isListLink(scalars[position])
    }
    var found: [Int] = []
    var parents: Set<Int> = []
    func add(_ hit: Lexicon.Hit) {
      for target in text.lexicon.targets(of: hit.entry)
      where target.kind == .placeName && target.isBelowCounty && hit.length >= 3 {
        if let parent = ontology.places[Int(target.index)].parent { parents.insert(parent) }
      }
      for target in text.lexicon.targets(of: hit.entry)
      where target.kind.isPlace && !target.isBelowCounty && hit.length >= 2 {
        found.append(ontology.living(Int(target.index)))
      }
    }
    if isLink(range.lowerBound - 1) {
      for length in 2...5 where range.lowerBound - 1 - length >= sentence.lowerBound {
        for hit in text.hits(at: range.lowerBound - 1 - length) where Int(hit.length) == length { add(hit) }
      }
    }
    if isLink(range.upperBound), range.upperBound + 1 < sentence.upperBound {
      for hit in text.hits(at: range.upperBound + 1) { add(hit) }
    }
    return (found, parents)
  }

  /// The level that a counted list after `end` says: 绿春两县, 勐满镇、关累镇两镇, 隆阳、施甸四县区.
  func levelHint(from start: Int, after end: Int, in sentence: Range<Int>) -> Place.Level? {
    guard end < sentence.upperBound,
      isListLink(scalars[end]) || scalars[end] == "等" || isNumeral(scalars[end])
    else {
      return nil
    }
    var position = end
    var steps = 0
    while position < sentence.upperBound, steps < 12 {
      let scalar = scalars[position]
      if isListLink(scalar) || scalar == "等" {
        position += 1
      } else if let hit = text.longest(
        at: position, limit: sentence.upperBound, where: { text.isName($0) && $0.length >= 2 }), steps > 0
      {
        position = hit.end
      } else {
        break
      }
      steps += 1
    }
    guard position < sentence.upperBound else { return nil }
    // 文山四县 are four counties of 文山; only a list is counted by its own number.
    if steps == 0, !(start > sentence.lowerBound && isListLink(scalars[start - 1])) {
      return nil
    }
    var isCounted = false
    while position < sentence.upperBound, isNumeral(scalars[position]) {
      isCounted = true
      position += 1
    }
    guard isCounted, position < sentence.upperBound else { return nil }
    switch scalars[position] {
    case "县", "旗": return .county
    case "区": return .county
    case "市": return position + 1 < sentence.upperBound && scalars[position + 1] == "县" ? .county : nil
    case "州": return .prefecture
    case "镇", "乡": return .township
    case "省": return .province
    case "街": return .township
    default: return nil
    }
  }

  private func isListLink(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "、", "和", "与", "及": true
    default: false
    }
  }

  private func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "个", "0"..."9": true
    default: false
    }
  }
}
