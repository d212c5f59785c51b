import Mentions
import OntologyModel

extension LinkingPass {
  /// Names that the text itself introduces: programmes repeated without marks, short forms of bodies.
  mutating func propagateNames() {
    repeatProgrammes()
    useWeakNames()
    joinShortForms()
    useBracketNames()
    drafts.sort { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) }
  }

  private func occurrences(of name: [Unicode.Scalar]) -> [Range<Int>] {
    guard let first = name.first, name.count <= scalars.count else { return [] }
    var found: [Range<Int>] = []
    for position in 0...(scalars.count - name.count)
    where scalars[position] == first && scalars[position..<(position + name.count)].elementsEqual(name) {
      found.append(position..<(position + name.count))
    }
    return found
  }

  private mutating func repeatProgrammes() {
    var names: [String: Double] = [:]
    for draft in drafts {
      if case .programme(let name) = draft.target { names[name] = max(names[name] ?? 0, draft.certainty) }
    }
    var taken = Array(repeating: false, count: scalars.count)
    for draft in drafts where draft.within == nil { for position in draft.range { taken[position] = true } }
    for (name, certainty) in names.sorted(by: { $0.key < $1.key }) where name.unicodeScalars.count >= 3 {
      for range in occurrences(of: Array(name.unicodeScalars)) where !range.contains(where: { taken[$0] }) {
        drafts.append(
          LinkDraft(
            range: range, target: .programme(name: name), form: .name, certainty: certainty,
            reason: "named as a programme elsewhere in the text"))
      }
    }
  }

  /// Weak short names of known bodies (交大) count once the body is named in full.
  private mutating func useWeakNames() {
    var known: Set<Int32> = []
    for draft in drafts { if case .known(let index) = draft.target { known.insert(Int32(index)) } }
    guard !known.isEmpty else { return }
    var taken = Set(drafts.flatMap { Array($0.range) })
    for hit in text.hits where hit.length >= 2 {
      guard
        let target = text.lexicon.targets(of: hit.entry).first(where: {
          $0.kind == .organizationWeak && known.contains($0.index)
        })
      else { continue }
      let range = Int(hit.start)..<hit.end
      guard !range.contains(where: { taken.contains($0) }),
        borders.isFree(before: range.lowerBound) || borders.isFree(after: range.upperBound)
      else { continue }
      drafts.append(
        LinkDraft(
          range: range, target: .known(Int(target.index)), form: .short, certainty: 0.85,
          reason: "short for a body that the text names in full"))
      taken.formUnion(range)
    }
  }

  /// Short names given in brackets: 全称（以下简称“短称”）, 全称（短称).
  private mutating func useBracketNames() {
    var introduced: [(name: Range<Int>, target: LinkDraft.Target)] = []
    for draft in drafts {
      switch draft.target {
      case .organization, .known: break
      default: continue
      }
      guard draft.within == nil, let name = bracketName(after: draft.range) else { continue }
      introduced.append((name, draft.alias ?? draft.target))
    }
    for (name, target) in introduced {
      for index in drafts.indices where drafts[index].range.overlaps(name) && drafts[index].range != name {
        drafts[index].within = drafts[index].within ?? name
      }
      for range in occurrences(of: Array(scalars[name])) {
        if let index = drafts.firstIndex(where: { $0.range == range }) {
          drafts[index].alias = target
        } else if !drafts.contains(where: {
          $0.range.overlaps(range) && $0.range.count > range.count && $0.within == nil
        }) {
          drafts.append(
            LinkDraft(
              range: range, target: target, form: .short, certainty: 0.9,
              reason: "a short name that the text gives in brackets"))
        }
      }
    }
  }

  /// The short name in the bracket after a name: announced by 简称, or made of characters of the name in order.
  private func bracketName(after range: Range<Int>) -> Range<Int>? {
    var position = range.upperBound
    guard position < scalars.count, scalars[position] == "（" else { return nil }
    position += 1
    guard let close = scalars[position...].prefix(24).firstIndex(of: "）") else { return nil }
    var isAnnounced = false
    for word in ["以下简称", "下称", "简称", "以下称"] where scalars[position..<close].starts(with: word.unicodeScalars)
    {
      isAnnounced = true
      position += word.unicodeScalars.count
      break
    }
    while position < close, scalars[position] == "：" || scalars[position] == "“" { position += 1 }
    var end = close
    while end > position, scalars[end - 1] == "”" { end -= 1 }
    guard end - position >= 2, end - position <= 12,
      scalars[position..<end].allSatisfy(ScalarClass.isNameScalar)
    else { return nil }
    if isAnnounced { return position..<end }
    var rest = scalars[range]
    for scalar in scalars[position..<end] {
      guard let at = rest.firstIndex(of: scalar) else { return nil }
      rest = rest[(at + 1)...]
    }
    return position..<end
  }

  /// A shorter form that ends a longer name in the same text means the same body: 中德学院, 云南中德学院.
  private mutating func joinShortForms() {
    var longer: [(name: String, target: LinkDraft.Target, home: Int?)] = []
    for draft in drafts {
      switch draft.target {
      case .organization(let name, _, let home): longer.append((name, draft.target, home))
      case .known(let index):
        longer.append((ontology.organizations[index].name, draft.target, ontology.organizations[index].home))
      default: break
      }
    }
    longer.sort { ($0.name.unicodeScalars.count, $0.name) > ($1.name.unicodeScalars.count, $1.name) }
    var fullNames: [String: (name: String, target: LinkDraft.Target, home: Int?)?] = [:]
    for index in drafts.indices {
      guard case .organization(let name, _, nil) = drafts[index].target else { continue }
      if fullNames[name] == nil {
        fullNames[name] = .some(
          longer.first { $0.name.unicodeScalars.count > name.unicodeScalars.count && $0.name.hasSuffix(name) }
        )
      }
      if let full = fullNames[name] ?? nil {
        drafts[index].alias = full.target
        drafts[index].reason += "; short for \(full.name)"
      }
    }
  }
}
