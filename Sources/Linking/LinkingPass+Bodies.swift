import Mentions
import OntologyModel

/// Bodies found by form: whose they are, and whether they are known.
extension LinkingPass {
  func draft(for form: OrganizationForm) -> LinkDraft {
    if let owner = form.owner { return innerDraft(for: form, owner: owner) }
    var home: Int?
    // The home under the name that the text gives it.
    var named: Int?
    var rest = form.range
    if let relative = form.relative {
      let word = text.reading.text(relative)
      named =
        (form.type == .institution
          ? ownerNamed(word, of: Array(scalars[relative.upperBound..<form.range.upperBound])) : nil)
        ?? relativeHome(word, before: form.range.lowerBound)
      if let named, isLeague(form) { return league(form, of: named) }
      home = named.map(ontology.living)
      if home != nil { rest = relative.upperBound..<form.range.upperBound }
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
            range: head..<form.range.upperBound, suffix: form.suffix, type: form.type, startsWithName: true))
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
    // 长宁团区委
    if form.relative == nil, let home, rest.lowerBound == form.suffix.lowerBound, isLeague(form) {
      return league(form, of: home)
    }
    // The divisions of the corps lie in Xinjiang, whatever the text names them by.
    if home == nil, form.type == .agency, scalars[form.suffix.lowerBound] == "师" {
      home = ontology.places.firstIndex { $0.adcode == "650000" }
    }
    let surface = text.reading.text(form.range)
    let name = named.map { ontology.places[$0].name + text.reading.text(rest) } ?? surface
    let shortName = named.flatMap { ontology.places[ontology.living($0)].shortNames.first }.map {
      $0 + text.reading.text(rest)
    }
    if let known = exactBody(name) ?? shortName.flatMap(exactBody) {
      return LinkDraft(
        range: form.range, target: .known(known), form: .name, certainty: 0.93, reason: "known by this name")
    }
    if let home, form.relative == nil, let known = knownBody(text.reading.text(rest), home: home) {
      return LinkDraft(
        range: form.range, target: .known(known), form: .name, certainty: 0.93,
        reason: "known by this name, with its home place in front")
    }
    // 共青团福州市委 ends like an agency.
    let type = name.hasPrefix("共青团") ? EntityType.organization : form.type
    var reason = "by its form: ends in \(text.reading.text(form.suffix))"
    if let relative = form.relative, let named {
      reason += "; \(text.reading.text(relative)) stands for \(ontology.places[named].name)"
    }
    return LinkDraft(
      range: form.range, target: .organization(name: name, type: type, home: home), form: .form,
      certainty: form.startsWithName || form.relative != nil ? 0.88 : 0.75, reason: reason)
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

  /// The level of the places that 省, 市, 自治区 … at the head of an organization's name stand for; nil for any.
  private static let relativeLevels: [String: Place.Level?] = [
    "省": .province, "自治区": .province, "市": .none, "区": .county, "县": .county, "旗": .county,
    "州": .prefecture, "盟": .prefecture, "地区": .prefecture, "镇": .township, "乡": .township,
  ]

  /// The place in front of a body's full name elsewhere in the text: 市人民医院 where 日喀则市人民医院 is named.
  private func ownerNamed(_ word: String, of rest: [Unicode.Scalar]) -> Int? {
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

  /// How many names back a kind of body (集团) may point.
  private static let ownerReach = 100

  /// A part of the body named last that is of the kind (集团) that the name begins with.
  private func innerDraft(for form: OrganizationForm, owner: Range<Int>) -> LinkDraft {
    let kind = text.reading.text(owner)
    let type = text.hits(at: owner.lowerBound).first { $0.end == owner.upperBound }
      .flatMap { text.entry($0).suffixType }
    var name = text.reading.text(form.range)
    var home: Int?
    var reason = "by its form: ends in \(text.reading.text(form.suffix))"
    for draft in drafts.suffix(Self.ownerReach).reversed()
    where draft.within == nil && draft.range.upperBound <= form.range.lowerBound {
      let whole: (name: String, type: EntityType, home: Int?)
      switch draft.target {
      case .known(let index):
        let body = ontology.organizations[index]
        whole = (body.name, body.type, body.home)
      case .organization(let name, let type, let home): whole = (name, type, home)
      default: continue
      }
      guard whole.type == type, type == .enterprise || whole.name.hasSuffix(kind) else { continue }
      name =
        whole.name
        + (whole.name.contains(kind) ? text.reading.text(owner.upperBound..<form.range.upperBound) : name)
      home = whole.home
      reason += "; \(kind) stands for \(whole.name)"
      break
    }
    return LinkDraft(
      range: form.range, target: .organization(name: name, type: form.type, home: home), form: .form,
      certainty: 0.8, reason: reason)
  }

  /// Whether a body is called 团区委 or the like.
  private func isLeague(_ form: OrganizationForm) -> Bool {
    form.suffix.count >= 3 && scalars[form.suffix.lowerBound] == "团"
      && scalars[form.suffix.upperBound - 1] == "委"
  }

  /// 团区委 is the youth league of the district, whose full name is 共青团…区委.
  private func league(_ form: OrganizationForm, of place: Int) -> LinkDraft {
    let name = "共青团" + ontology.places[place].name + "委"
    return LinkDraft(
      range: form.range,
      target: exactBody(name).map { .known($0) }
        ?? .organization(name: name, type: .organization, home: ontology.living(place)),
      form: .form, certainty: 0.88, reason: "the youth league of \(ontology.places[place].name)")
  }

  /// The place that a leading 市, 区, 县, 州 … of an organization's name stands for.
  private func relativeHome(_ word: String, before position: Int) -> Int? {
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
