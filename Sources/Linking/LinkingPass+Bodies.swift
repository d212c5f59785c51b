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
      if let named, form.isLeague { return league(form, of: named) }
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
            range: head..<form.range.upperBound, suffix: form.suffix, type: form.type, startsWithName: true,
            isLeague: form.isLeague))
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
    if form.relative == nil, let home, rest.lowerBound == form.suffix.lowerBound, form.isLeague {
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

  /// 团区委 is the youth league of the district, whose full name is 共青团…区委.
  private func league(_ form: OrganizationForm, of place: Int) -> LinkDraft {
    let name = "共青团" + ontology.places[place].name + "委"
    return LinkDraft(
      range: form.range,
      target: exactBody(name).map { .known($0) }
        ?? .organization(name: name, type: .organization, home: ontology.living(place)),
      form: .form, certainty: 0.88, reason: "the youth league of \(ontology.places[place].name)")
  }
}
