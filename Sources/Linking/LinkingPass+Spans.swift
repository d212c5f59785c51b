import Mentions
import OntologyModel

extension LinkingPass {
  /// Third look: of overlapping readings the best set, then the names inside longer names.
  mutating func selectSpans() {
    for (index, place) in places.enumerated() { placesAt[place.range.lowerBound, default: []].append(index) }
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

  func draft(for form: OrganizationForm) -> LinkDraft {
    var home: Int?
    // The home under the name that the text gives it.
    var named: Int?
    var rest = form.range
    if form.isRelative {
      home = relativeHome(scalars[form.range.lowerBound], before: form.range.lowerBound)
      named = home
      home = home.map(ontology.living)
      let width = scalars[form.range.lowerBound] == "自" ? 3 : 1
      if home != nil { rest = (form.range.lowerBound + width)..<form.range.upperBound }
    } else {
      // A place of another branch before the true head is no part of the name: 安亭镇 in 安亭镇上海大众….
      var head = form.range.lowerBound
      while let first = longestPlace(at: head, before: form.suffix.lowerBound),
        let next = longestPlace(at: first.range.upperBound, before: form.suffix.lowerBound),
        !ontology.isAncestor(first.choice.place, of: next.choice.place),
        ontology.places[first.choice.place].level >= .township
      {
        head = first.range.upperBound
      }
      // 新疆疏附县人民医院 is the 疏附县人民医院 in Xinjiang.
      if let first = longestPlace(at: head, before: form.suffix.lowerBound), first.form == .short,
        ontology.places[first.choice.place].level == .province,
        let next = longestPlace(at: first.range.upperBound, before: form.suffix.lowerBound),
        next.form == .name,
        ontology.isAncestor(first.choice.place, of: next.choice.place)
      {
        head = first.range.upperBound
      }
      if head > form.range.lowerBound {
        return draft(
          for: OrganizationForm(
            range: head..<form.range.upperBound, suffix: form.suffix, type: form.type, startsWithName: true,
            isRelative: false))
      }
      // The chain of places at the head of the name: 上海市 + 嘉定区.
      while rest.lowerBound < form.suffix.lowerBound + 1,
        let next = longestPlace(at: rest.lowerBound, before: form.range.upperBound - 1),
        home.map({ ontology.isAncestor($0, of: next.choice.place) }) ?? true
      {
        home = next.choice.place
        rest = next.range.upperBound..<form.range.upperBound
      }
    }
    // The divisions of the corps lie in Xinjiang, whatever the text names them by.
    if home == nil, form.type == .agency, scalars[form.suffix.lowerBound] == "师" {
      home = ontology.places.firstIndex { $0.adcode == "650000" }
    }
    let fullName =
      form.isRelative && home != nil
      ? ontology.places[named ?? 0].name + text.reading.text(rest) : text.reading.text(form.range)
    let shortName =
      form.isRelative && home != nil
      ? (ontology.places[home ?? 0].shortNames.first ?? "") + text.reading.text(rest) : ""
    if let known = exactBody(fullName) ?? exactBody(shortName) {
      return LinkDraft(
        range: form.range, target: .known(known), form: .name, certainty: 0.93, reason: "known by this name")
    }
    if let home, !form.isRelative, let known = knownBody(text.reading.text(rest), home: home) {
      return LinkDraft(
        range: form.range, target: .known(known), form: .name, certainty: 0.93,
        reason: "known by this name, with its home place in front")
    }
    let surface = text.reading.text(form.range)
    let name =
      form.isRelative && home != nil ? ontology.places[named ?? 0].name + text.reading.text(rest) : surface
    // 共青团福州市委 ends like an agency.
    let type = name.hasPrefix("共青团") ? EntityType.organization : form.type
    return LinkDraft(
      range: form.range, target: .organization(name: name, type: type, home: home), form: .form,
      certainty: form.startsWithName || form.isRelative ? 0.88 : 0.75,
      reason: "by its form: ends in \(text.reading.text(form.suffix))"
        + (form.isRelative && home != nil
          ? "; \(scalars[form.range.lowerBound]) stands for \(ontology.places[named ?? 0].name)" : ""))
  }

  /// The known body that has exactly this name.
  private func exactBody(_ name: String) -> Int? {
    guard let entry = text.lexicon.entry(of: name.unicodeScalars) else { return nil }
    return text.lexicon.targets(of: entry).first {
      $0.kind == .organizationName || $0.kind == .organizationAlias
    }.map { Int($0.index) }
  }

  /// A known body of `home` (or of a place below it) that is called `name`.
  private func knownBody(_ name: String, home: Int) -> Int? {
    guard name.unicodeScalars.count >= 3, let entry = text.lexicon.entry(of: name.unicodeScalars) else {
      return nil
    }
    return text.lexicon.targets(of: entry).first {
      guard $0.kind == .organizationName || $0.kind == .organizationAlias,
        let own = ontology.organizations[Int($0.index)].home
      else { return false }
      return own == home || ontology.isAncestor(home, of: own) || ontology.isAncestor(own, of: home)
    }.map { Int($0.index) }
  }

  /// The longest place that starts at a position and ends at or before another.
  private func longestPlace(at position: Int, before limit: Int) -> PlaceSpan? {
    (placesAt[position] ?? []).map { places[$0] }.filter {
      $0.range.upperBound <= limit && $0.unlisted == nil
    }
    .max { $0.range.count < $1.range.count }
  }

  /// The place that a leading 市, 区, 县, 州 … of an organization's name stands for.
  func relativeHome(_ scalar: Unicode.Scalar, before position: Int) -> Int? {
    func fits(_ place: Int) -> Bool {
      let unit = ontology.places[place]
      let last = unit.name.unicodeScalars.last
      switch scalar {
      case "省": return unit.level == .province && last == "省"
      case "自": return unit.level == .province && last == "区" && unit.name.hasSuffix("自治区")
      case "市": return last == "市"
      case "区": return unit.level == .county && last == "区"
      case "县": return unit.level == .county && (last == "县")
      case "旗": return unit.level == .county && last == "旗"
      case "州": return unit.level == .prefecture && last == "州"
      case "盟": return unit.level == .prefecture && last == "盟"
      case "镇": return unit.level == .township && last == "镇"
      case "乡": return unit.level == .township && last == "乡"
      default: return false
      }
    }
    // Places are in text order but for overlaps, so the search goes back from the position.
    func lastBefore(where test: (Int) -> Bool) -> Int? {
      places.last {
        $0.range.upperBound <= position && $0.unlisted == nil && fits($0.choice.place)
          && test($0.choice.place)
      }?.choice.place
    }
    if scalar == "市" {
      // A municipality that the text names is “the city”.
      let cities = context.named.filter { ontology.places[$0.key].level == .province && fits($0.key) }
      if let city = cities.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key { return city }
    }
    if scalar == "区" || scalar == "市", let helper = lastBefore(where: { ontology.tier(of: $0) == 0 }) {
      return helper
    }
    if scalar == "县" || scalar == "旗" || scalar == "州", let own = ownPlace(before: position, where: fits) {
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
