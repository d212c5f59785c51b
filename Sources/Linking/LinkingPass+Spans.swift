import Mentions
import OntologyModel

extension LinkingPass {
  /// Third look: of overlapping readings the best set, then the names inside longer names.
  mutating func selectSpans() {
    for (index, place) in places.enumerated() {
      placesAt[place.range.lowerBound, default: []].append(index)
      if place.unlisted == nil, place.form == .name {
        placesBefore[Array(scalars[place.range.upperBound...].prefix(2)), default: []].append(index)
      }
    }
    let placesByStart = placesAt
    let placeRanges = Set(places.map(\.range))
    for (number, sentence) in text.reading.sentences.enumerated() {
      var spans: [(range: Range<Int>, weight: Double)] = []
      var makers: [(inout LinkingPass) -> LinkDraft] = []
      for form in found.organizations[number] {
        spans.append((form.range, LinkingPass.weight(form.range.count) + 0.7))
        makers.append { $0.draft(for: form) }
      }
      for position in sentence.range {
        for index in placesByStart[position] ?? [] {
          let place = places[index]
          let bonus =
            place.form == .abbreviation ? 0.2 : place.form == .form ? 0.1 : place.form == .short ? 0.3 : 0.5
          spans.append((place.range, LinkingPass.weight(place.range.count) + bonus))
          makers.append { $0.draft(for: place) }
        }
        for hit in text.hits(at: position) where hit.length >= 2 {
          guard
            let target = text.lexicon.targets(of: hit.entry).first(where: {
              $0.kind == .organizationName || $0.kind == .organizationAlias
            })
          else { continue }
          if hit.length == 2, !(borders.isFree(before: position) || borders.isFree(after: hit.end)) {
            continue
          }
          spans.append((position..<hit.end, LinkingPass.weight(Int(hit.length)) + 0.65))
          makers.append { _ in
            LinkDraft(
              range: position..<hit.end, target: .known(Int(target.index)),
              form: target.kind == .organizationName ? .name : .short, certainty: 0.93,
              reason: "known by this name")
          }
        }
      }
      for quotation in found.quotations[number] {
        guard let type = quotation.bodyType else { continue }
        spans.append((quotation.inner, LinkingPass.weight(quotation.inner.count) + 0.9))
        let name = text.reading.text(quotation.inner)
        let head = text.reading.text(quotation.head)
        makers.append { _ in
          LinkDraft(
            range: quotation.inner, target: .organization(name: name, type: type, home: nil), form: .form,
            certainty: 0.7,
            reason: "quoted, and called \(head)")
        }
      }
      for quotation in found.quotations[number]
      where quotation.bodyType == nil && quotation.programmeScore >= 0.5 {
        let inner = quotation.inner
        if found.organizations[number].contains(where: {
          $0.range.lowerBound == inner.lowerBound && $0.range.count + 2 >= inner.count
            && inner.contains($0.suffix.lowerBound)
        }) {
          continue
        }
        spans.append((inner, LinkingPass.weight(inner.count) + 0.9))
        let name = text.reading.text(inner)
        let score = quotation.programmeScore
        let head = text.reading.text(quotation.head)
        makers.append { _ in
          LinkDraft(
            range: inner, target: .programme(name: name), form: .form, certainty: score,
            reason: head.isEmpty
              ? "quoted, with an ending of programmes" : "quoted, with the head noun \(head)")
        }
      }
      let chosen = SpanSelection.best(spans)
      var outer: [Range<Int>] = []
      for index in chosen {
        drafts.append(makers[index](&self))
        outer.append(spans[index].range)
      }
      addInner(outer: outer.filter { !placeRanges.contains($0) }, placesByStart: placesByStart)
    }
    markChains()
  }

  /// Places inside organizations' and programmes' names.
  private mutating func addInner(outer: [Range<Int>], placesByStart: [Int: [Int]]) {
    for range in outer {
      var inner: [Int] = []
      for position in range { inner += placesByStart[position] ?? [] }
      inner = inner.filter {
        places[$0].range.upperBound <= range.upperBound && places[$0].unlisted == nil
          && (places[$0].form == .name || context.named[places[$0].choice.place] != nil
            || places[$0].range.lowerBound == range.lowerBound)
      }
      let spans = inner.map { (range: places[$0].range, weight: LinkingPass.weight(places[$0].range.count)) }
      for index in SpanSelection.best(spans) {
        let place = places[inner[index]]
        // Inside a name only official forms and places known from elsewhere count: 瑞金 in 瑞金医院 is no place.
        guard
          place.form == .name
            || (context.named[place.choice.place] != nil && place.range.lowerBound == range.lowerBound)
        else { continue }
        var draft = draft(for: place)
        draft.within = range
        drafts.append(draft)
      }
    }
  }

  func draft(for place: PlaceSpan) -> LinkDraft {
    let target: LinkDraft.Target
    if let unlisted = place.unlisted {
      target = .unlistedPlace(parent: unlisted.parent, name: unlisted.name, level: unlisted.level)
    } else {
      target = .place(place.choice.place)
    }
    return LinkDraft(
      range: place.range, target: target, form: place.form, certainty: place.certainty,
      reason: place.choice.reason,
      note: place.note, runnersUp: place.choice.runnersUp, score: place.choice.score)
  }

  /// Marks places that only begin a longer place name: 上海市 in 上海市宝山区.
  private mutating func markChains() {
    drafts.sort { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) }
    var starts: [Int: Int] = [:]
    for (index, draft) in drafts.enumerated() where starts[draft.range.lowerBound] == nil {
      starts[draft.range.lowerBound] = index
    }
    let sentenceStarts = Set(text.reading.sentences.map(\.range.lowerBound))
    for index in drafts.indices.reversed() where drafts[index].within == nil {
      if sentenceStarts.contains(drafts[index].range.upperBound) { continue }
      guard case .place(let place) = drafts[index].target, let next = starts[drafts[index].range.upperBound]
      else { continue }
      let below: Int
      switch drafts[next].target {
      case .place(let other): below = other
      case .unlistedPlace(let parent, _, _): below = parent
      default: continue
      }
      if ontology.isAncestor(place, of: below) || (below == place && drafts[next].form == .form) {
        drafts[index].within = drafts[next].range
      }
    }
  }
}
