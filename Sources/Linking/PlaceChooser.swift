import Mentions
import OntologyModel

/// Decides which place a surface means, and whether it means a place at all.
struct PlaceChooser {
  let ontology: Ontology
  let text: ScannedText
  let year: Int?

  /// What stands around a surface.
  struct Surroundings {
    /// The place whose name ends right before the surface.
    var adjacent: Int?
    /// The level that a counted list says (绿春两县), by the character after the numeral.
    var levelHint: Place.Level?
    /// Places named shortly before, nearest first.
    var recent: [Int] = []
    /// Places of the names that the surface is listed with (叶城、江孜).
    var listed: [Int] = []
    /// The counties of the towns beside it in a list.
    var listedParents: Set<Int> = []
    /// Whether the surface stands free on the left and on the right.
    var isFreeLeft = false
    var isFreeRight = false
  }

  /// The best place for a hit, or nil when no candidate is good enough.
  func choose(
    _ hit: Lexicon.Hit, context: PlaceContext, around: Surroundings
  ) -> PlaceChoice? {
    let isCommon = text.entry(hit).classes.contains(.commonWord)
    var scored: [(choice: PlaceChoice, kind: NameTarget.Kind)] = []
    let livings = Set(
      text.lexicon.targets(of: hit.entry).filter { $0.kind.isPlace && !$0.isBelowCounty }.map {
        ontology.living(Int($0.index))
      })
    let isTwin = livings.count > 1
    let current = Set(
      text.lexicon.targets(of: hit.entry).filter {
        $0.kind.isPlace && !$0.isBelowCounty && !ontology.places[Int($0.index)].isFormer
      }.map { Int($0.index) })
    for target in text.lexicon.targets(of: hit.entry) where target.kind.isPlace {
      let candidate = Int(target.index)
      let unit = ontology.places[candidate]
      // The id of a township is its county and its name, so a former one keeps the name that the text gives.
      let living = unit.level > .county ? candidate : ontology.living(candidate)
      if unit.level > .county, let adjacent = around.adjacent,
        ontology.places[adjacent].level == .county || ontology.places[adjacent].level == .prefecture,
        !ontology.isAncestor(adjacent, of: living), !ontology.isAncestor(adjacent, of: candidate)
      {
        continue  // 宣威板桥镇 is no 板桥镇 of another county
      }
      var (score, reason) = context.support(living, at: Int(hit.start), isTwin: isTwin)
      if target.kind == .placeName || target.kind == .placeForm { score += 2 }
      if target.kind == .abbreviation { score += 3 }
      if let adjacent = around.adjacent {
        if ontology.isAncestor(adjacent, of: living)
          || (candidate != living && ontology.isAncestor(adjacent, of: candidate))
        {
          score += 8
          reason = "stands right after \(ontology.places[adjacent].name)"
        }
      }
      // 思茅市墨江县: the 思茅市 that held 墨江.
      if livings.count > 1, unit.level <= .prefecture, holdsNext(living, after: hit) { score += 4 }
      if let hint = around.levelHint, hint == ontology.places[living].level {
        score += 4
        reason = "the list is counted as units of this level"
      }
      if !around.listed.isEmpty,
        around.listed.contains(where: {
          ontology.province(of: $0) == ontology.province(of: living) && $0 != living
        })
      {
        score += 2
      }
      // 桃浦镇、长征镇: towns of one list lie in one county where they can.
      if unit.level == .township, let parent = ontology.places[living].parent,
        around.listedParents.contains(parent)
      {
        score += 4
        reason = "the list names others of \(ontology.places[parent].name)"
      }
      if let near = around.recent.prefix(4).firstIndex(where: { ontology.isAncestor($0, of: living) }) {
        score += 2.0 - 0.3 * Double(near)
      }
      switch unit.level {
      case .province: score += 3
      case .prefecture: score += 1.2
      case .county: score += 0.5 + (ontology.tier(of: living) == 0 && unit.type == .district ? 0.8 : 0)
      case .township: score += target.kind == .placeShort ? -2 : 0
      case .village: score -= 0.5
      }
      // 大理 is the prefecture rather than its seat of the same name, unless something says otherwise.
      if target.kind == .placeShort, unit.level == .county, let parent = ontology.places[living].parent,
        livings.contains(parent), around.adjacent != parent
      {
        score -= around.levelHint == .county ? 0 : 4.5
      }
      if ontology.tier(of: living) == 0, let parent = unit.parent, ontology.places[parent].level == .province
      {
        score += 0.5
      }
      if unit.isFormer {
        let inUse = year.map { unit.years.contains($0) } ?? false
        score -= inUse ? 0.5 : 2
        if unit.years.upperBound < 1990 { score -= 1.5 }
        // 毕节市 is today's prefecture, not the county-level city of that name before 2011.
        if target.kind != .placeShort, current.contains(where: { ontology.places[$0].name == unit.name }),
          !inUse
        {
          score -= 6
        }
      }
      let choice = PlaceChoice(
        place: living, former: candidate == living ? nil : candidate, score: score, reason: reason, lead: 0,
        runnersUp: [])
      if let same = scored.firstIndex(where: { $0.choice.place == living }) {
        if scored[same].choice.score < score { scored[same] = (choice, target.kind) }
      } else {
        scored.append((choice, target.kind))
      }
    }
    scored.sort { ($0.choice.score, $1.choice.place) > ($1.choice.score, $0.choice.place) }
    guard var best = scored.first else { return nil }
    best.choice.isFullName = best.kind == .placeName || best.kind == .placeForm
    best.choice.isAbbreviation = best.kind == .abbreviation
    best.choice.lead = scored.count > 1 ? best.choice.score - scored[1].choice.score : 10
    guard
      isAcceptable(
        best.choice, kind: best.kind, candidates: max(1, current.isEmpty ? livings.count : current.count),
        isCommon: isCommon, hit: hit, around: around, context: context)
    else { return nil }
    best.choice.runnersUp = scored.dropFirst().prefix(4).map {
      LinkedMention.ScoredCandidate(
        entityID: ontology.places[$0.choice.place].entityID, score: $0.choice.score, reason: $0.choice.reason)
    }
    return best.choice
  }

  /// Whether a place inside `place` is named right after a hit.
  private func holdsNext(_ place: Int, after hit: Lexicon.Hit) -> Bool {
    guard hit.end < text.reading.scalars.count else { return false }
    return text.hits(at: hit.end).contains { next in
      next.length >= 2
        && text.lexicon.targets(of: next.entry).contains {
          $0.kind.isPlace && !$0.isBelowCounty
            && ontology.isAncestor(place, of: ontology.living(Int($0.index)))
        }
    }
  }

  private func isAcceptable(
    _ choice: PlaceChoice, kind: NameTarget.Kind, candidates: Int, isCommon: Bool, hit: Lexicon.Hit,
    around: Surroundings, context: PlaceContext
  ) -> Bool {
    let unit = ontology.places[choice.place]
    let isListed = around.listed.contains {
      ontology.province(of: $0) == ontology.province(of: choice.place) && $0 != choice.place
    }
    let support =
      context.support(choice.place).score + (isListed ? 2.5 : 0)
      + (around.adjacent.map { ontology.isAncestor($0, of: choice.place) } == true ? 8 : 0)
    let isFree = around.isFreeLeft && around.isFreeRight
    switch kind {
    case .placeName, .placeForm:
      switch unit.level {
      case .province, .prefecture: return true
      case .county:
        // 市区, 县城 and the like are no names; a two-character official name needs a free position.
        if hit.length == 2 {
          return support >= 8
            || (around.isFreeLeft && around.isFreeRight && support >= 1 && choice.former == nil)
        }
        return around.isFreeLeft || support >= 1.5 || hit.length >= 5
      case .township: return support > 1 || (candidates == 1 && hit.length >= 3 && around.isFreeLeft)
      case .village: return support >= 3.5 && (around.isFreeLeft || support >= 8)
      }
    case .placeShort:
      if isBlocked(after: hit) { return false }
      if choice.former != nil, support < 3.5,
        !(candidates == 1 && isFree && !isCommon && isRenamedCounty(choice.former))
      {
        return false
      }
      switch unit.level {
      case .province: return true
      case .prefecture:
        if isCommon {
          return isFree || support >= 8 || (support > 0.3 && (around.isFreeLeft || around.isFreeRight))
        }
        return support >= 1.5 || around.isFreeLeft || around.isFreeRight
      case .county:
        if isCommon, ontology.tier(of: choice.place) == 0, unit.type == .district, support >= 2.4, isFree {
          return true
        }
        if isCommon {
          return (support >= 3.5 && isFree) || (support >= 5 && (around.isFreeLeft || around.isFreeRight))
            || support >= 8 || around.levelHint == .county && support >= 1 && around.isFreeLeft
        }
        if support >= 3 { return around.isFreeLeft || around.isFreeRight || support >= 5 }
        if support >= 1 { return isFree || around.levelHint != nil }
        if candidates == 1, around.isFreeLeft, context.isPaired(choice.place) { return true }
        return isFree && (candidates == 1 || around.levelHint == .county)
      case .township:
        if around.levelHint == .township, around.isFreeLeft { return support >= 1 }
        return isFree && !isCommon && (context.named[choice.place] != nil || support >= 12)
      case .village: return false
      }
    case .abbreviation:
      return !isBlocked(after: hit)
    default: return false
    }
  }

  /// A county or county-level city under an earlier name (中甸), not a city district of old.
  private func isRenamedCounty(_ former: Int?) -> Bool {
    guard let former, let last = ontology.places[former].name.unicodeScalars.last else { return false }
    let unit = ontology.places[former]
    return unit.level == .county && (last == "县" || last == "市") && unit.years.upperBound >= 1995
  }

  /// Whether what follows makes a bare short name part of another name (南京路).
  private func isBlocked(after hit: Lexicon.Hit) -> Bool {
    let end = hit.end
    guard end < text.reading.scalars.count else { return false }
    return text.hits(at: end).contains {
      text.entry($0).classes.contains(.blockerAfter)
        && !($0.length == 1 && $0.end < text.reading.scalars.count && isLongerWord(at: end))
    }
  }

  /// A one-character blocker (人, 队) counts only when no longer known word starts there.
  private func isLongerWord(at position: Int) -> Bool {
    text.hits(at: position).contains {
      $0.length >= 2
        && (text.isName($0)
          || !text.entry($0).classes.isDisjoint(with: [.hardBorder, .softBorder, .genericPart, .descriptor]))
    }
  }
}
