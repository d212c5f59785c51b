import Mentions
import OntologyModel

extension LinkingPass {
  /// First look: which places are named beyond doubt.
  mutating func gatherContext() {
    var unclear: [Lexicon.Hit] = []
    var shorts: [Int: Set<Int>] = [:]
    for (number, sentence) in text.reading.sentences.enumerated() {
      var spans: [(range: Range<Int>, weight: Double)] = []
      var owners: [Lexicon.Hit?] = []
      for form in found.organizations[number] {
        spans.append((form.range, LinkingPass.weight(form.range.count) + 0.6))
        owners.append(nil)
      }
      for position in sentence.range {
        for hit in text.hits(at: position) where hit.length >= 2 && text.isName(hit) {
          let targets = text.lexicon.targets(of: hit.entry)
          let isOrganization = targets.contains {
            $0.kind == .organizationName || $0.kind == .organizationAlias
          }
          let isPlace = targets.contains { $0.kind == .placeName || $0.kind == .placeForm }
          let isUpper = targets.contains {
            $0.kind == .placeShort && !text.entry(hit).classes.contains(.commonWord)
              && ontology.places[Int($0.index)].level <= .prefecture
          }
          guard isOrganization || isPlace || isUpper else { continue }
          // 海城市 in 上海城市: a short official name needs a free start.
          if !isOrganization, hit.length <= 3, !isUpper, !borders.isFree(before: position) { continue }
          spans.append((position..<hit.end, LinkingPass.weight(Int(hit.length)) + (isPlace ? 0.5 : 0.3)))
          owners.append(isOrganization ? nil : hit)
        }
      }
      for index in SpanSelection.best(spans) {
        if let hit = owners[index] {
          noteIfClear(hit, unclear: &unclear)
        } else {
          // The place at the head of an organization's name speaks for itself.
          let range = spans[index].range
          if let hit = text.longest(
            at: range.lowerBound, limit: range.upperBound, where: { isStrongPlace($0) })
          {
            noteIfClear(hit, unclear: &unclear)
          }
        }
      }
      gatherShorts(in: sentence.range, into: &shorts)
    }
    for group in shorts.values where group.count >= 2 { for place in group { context.note(place) } }
    for hit in unclear {
      let chooser = PlaceChooser(ontology: ontology, text: text, year: year)
      let around = PlaceChooser.Surroundings(isFreeLeft: true, isFreeRight: true)
      if let choice = chooser.choose(hit, context: context, around: around), choice.lead >= 1.2 {
        context.note(choice.place, at: Int(hit.start))
      }
    }
  }

  private func isStrongPlace(_ hit: Lexicon.Hit) -> Bool {
    text.lexicon.targets(of: hit.entry).contains { $0.kind == .placeName || $0.kind == .placeForm }
  }

  private mutating func noteIfClear(_ hit: Lexicon.Hit, unclear: inout [Lexicon.Hit]) {
    var livings = Set<Int>()
    for target in text.lexicon.targets(of: hit.entry) where target.kind.isPlace {
      let unit = ontology.places[Int(target.index)]
      if unit.level >= .township { continue }
      if target.kind == .placeShort, unit.level > .prefecture { continue }
      if unit.isFormer && target.kind == .placeShort { continue }
      livings.insert(ontology.living(Int(target.index)))
    }
    if livings.count == 1, let only = livings.first {
      context.note(only, at: Int(hit.start))
    } else if !livings.isEmpty {
      unclear.append(hit)
    }
  }

  /// Short names of counties that stand free, by prefecture: two neighbours vouch for each other.
  private func gatherShorts(in range: Range<Int>, into shorts: inout [Int: Set<Int>]) {
    for position in range where borders.isFree(before: position) {
      for hit in text.hits(at: position) where hit.length >= 2 && borders.isFree(after: hit.end) {
        guard !text.entry(hit).classes.contains(.commonWord) else { continue }
        for target in text.lexicon.targets(of: hit.entry) where target.kind == .placeShort {
          let unit = ontology.places[Int(target.index)]
          guard unit.level == .county, !unit.isFormer, let parent = unit.parent,
            !ontology.places[parent].shortNames.contains(unit.shortNames.first ?? "")
          else { continue }
          shorts[parent, default: []].insert(unit.index)
        }
      }
    }
  }
}
