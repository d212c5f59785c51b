import OntologyModel
import SourceText

/// Every name and word that reading looks for, in one trie: places, organizations, endings, borders.
///
/// Built once from an ontology (tens of milliseconds for some 100,000 names); immutable and shareable.
public struct Lexicon: Sendable {
  /// What one surface stands for.
  public struct Entry: Sendable {
    /// Positions in `targets`.
    public internal(set) var targets: Range<Int32>
    /// The word lists that hold it.
    public internal(set) var classes: WordClasses
    /// The type of organization, for endings.
    public internal(set) var suffixType: EntityType?
    /// What the names of a list are that 等 and this noun close (等七家企业).
    public internal(set) var listedType: EntityType?
    /// For endings: scalars that may not follow.
    public internal(set) var notBefore: [Unicode.Scalar]
  }

  /// One occurrence of a surface.
  public struct Hit: Sendable {
    /// Reading offset.
    public let start: Int32
    /// Length in scalars.
    public let length: Int32
    /// Position in `entries`.
    public let entry: Int32

    /// Reading offset one past the last scalar.
    public var end: Int { Int(start) + Int(length) }
  }

  /// The surfaces' meanings.
  public private(set) var entries: [Entry]
  /// The targets of all entries, grouped by entry.
  public private(set) var targets: [NameTarget]
  private var trie: NameTrie
  /// Gathers the names and words of an ontology.
  ///
  /// - Throws: every unreadable row of the word lists, with its position.
  public init(ontology: Ontology) throws(Diagnostics) {
    trie = NameTrie(capacity: ontology.places.count * 2 + ontology.organizations.count * 2)
    entries = []
    targets = []
    var pairs: [(entry: Int32, target: NameTarget)] = []
    pairs.reserveCapacity(ontology.places.count * 3)
    func add(_ name: some Sequence<Unicode.Scalar>, _ target: NameTarget) {
      pairs.append((entry(for: name), target))
    }
    for place in ontology.places {
      let isBelowCounty = place.level > .county
      add(place.name.unicodeScalars, NameTarget(.placeName, place.index, isBelowCounty: isBelowCounty))
      for form in place.fullForms where form != place.name {
        add(form.unicodeScalars, NameTarget(.placeForm, place.index, isBelowCounty: isBelowCounty))
      }
      guard place.level != .village else { continue }
      for short in place.shortNames where short.unicodeScalars.count >= 2 && !place.fullForms.contains(short)
      {
        add(short.unicodeScalars, NameTarget(.placeShort, place.index, isBelowCounty: isBelowCounty))
      }
    }
    for abbreviation in ontology.abbreviations where abbreviation.standsAlone {
      add(abbreviation.surface.unicodeScalars, NameTarget(.abbreviation, abbreviation.place))
    }
    for (index, organization) in ontology.organizations.enumerated() {
      add(organization.name.unicodeScalars, NameTarget(.organizationName, index))
      for alias in organization.aliases { add(alias.unicodeScalars, NameTarget(.organizationAlias, index)) }
      for alias in organization.weakAliases {
        add(alias.unicodeScalars, NameTarget(.organizationWeak, index))
      }
    }
    for word in ontology.commonWords {
      entries[Int(entry(for: word.unicodeScalars))].classes.insert(.commonWord)
    }
    try addWordLists(of: ontology)
    group(pairs)
  }

  private mutating func entry(for name: some Sequence<Unicode.Scalar>) -> Int32 {
    let next = Int32(entries.count)
    let entry = trie.insert(name, value: next)
    if entry == next { entries.append(Entry(targets: 0..<0, classes: [], suffixType: nil, notBefore: [])) }
    return entry
  }

  private mutating func group(_ pairs: [(entry: Int32, target: NameTarget)]) {
    var counts = Array(repeating: Int32(0), count: entries.count + 1)
    for pair in pairs { counts[Int(pair.entry) + 1] += 1 }
    for index in 1..<counts.count { counts[index] += counts[index - 1] }
    for index in entries.indices { entries[index].targets = counts[index]..<counts[index + 1] }
    targets = Array(repeating: NameTarget(.placeName, 0), count: pairs.count)
    var next = counts
    for pair in pairs {
      targets[Int(next[Int(pair.entry)])] = pair.target
      next[Int(pair.entry)] += 1
    }
  }

  private mutating func addWordLists(of ontology: Ontology) throws(Diagnostics) {
    var problems: [Diagnostic] = []
    func rows(_ stem: String, _ classes: [String: WordClasses], word: String, kind: String) -> [(
      String, WordClasses, TSVTable, TSVTable.Row
    )] {
      guard let table = ontology.tables[stem] else { return [] }
      return table.rows.compactMap { row in
        guard let found = classes[table.cell(row, kind)] else {
          problems.append(
            Diagnostic(
              .error, id: "words.unknown-kind", file: table.file, position: table.position(row, kind),
              message:
                "“\(table.cell(row, kind))” is none of \(classes.keys.sorted().joined(separator: ", "))"))
          return nil
        }
        return (table.cell(row, word), found, table, row)
      }
    }
    for (word, classes, _, _) in rows(
      "name-borders",
      [
        "hard": .hardBorder, "soft": .softBorder, "link": .linkBorder, "company": .companyBorder,
        "joint": .jointWord,
      ],
      word: "word", kind: "strength")
    {
      entries[Int(entry(for: word.unicodeScalars))].classes.formUnion(classes)
    }
    for (word, classes, _, _) in rows(
      "generic-stems", ["part": .genericPart, "descriptor": .descriptor, "owner": .ownerNoun], word: "word",
      kind: "kind")
    {
      entries[Int(entry(for: word.unicodeScalars))].classes.formUnion(classes)
    }
    for (word, classes, _, _) in rows(
      "programme-heads",
      ["name": .programmeHead, "weak": .weakHead, "before": .programmeOpener, "body": .bodyNoun],
      word: "head", kind: "strength")
    {
      entries[Int(entry(for: word.unicodeScalars))].classes.formUnion(classes)
    }
    for (word, classes, _, _) in rows("place-blockers", ["after": .blockerAfter], word: "text", kind: "side")
    {
      entries[Int(entry(for: word.unicodeScalars))].classes.formUnion(classes)
    }
    for row in ontology.tables["name-prefixes"]?.rows ?? [] {
      entries[Int(entry(for: row.cells[0].unicodeScalars))].classes.insert(.namePrefix)
    }
    for row in ontology.tables["masking-phrases"]?.rows ?? [] {
      entries[Int(entry(for: row.cells[0].unicodeScalars))].classes.insert(.mask)
    }
    for (word, classes, table, row) in rows(
      "organization-suffixes",
      [
        "strong": .strongSuffix, "weak": .weakSuffix, "relative": .relativeSuffix, "brand": .brandSuffix,
        "placed": .placedSuffix, "inner": .innerSuffix, "listed": [],
      ],
      word: "suffix", kind: "strength")
    {
      let index = Int(entry(for: word.unicodeScalars))
      guard let type = EntityType(rawValue: table.cell(row, "type")) else {
        problems.append(
          Diagnostic(
            .error, id: "words.unknown-type", file: table.file, position: table.position(row, "type"),
            message: "“\(table.cell(row, "type"))” is no entity type"))
        continue
      }
      if classes.isEmpty {
        entries[index].listedType = type
        continue
      }
      entries[index].classes.formUnion(classes)
      entries[index].suffixType = type
      entries[index].notBefore = Array(table.cell(row, "not_before").unicodeScalars)
    }
    for agency in ontology.agencyTypes {
      for suffix in [agency.suffix] + agency.shortForms where suffix.unicodeScalars.count >= 2 {
        let index = Int(entry(for: suffix.unicodeScalars))
        if entries[index].suffixType == nil { entries[index].suffixType = agency.type }
        if entries[index].classes.isDisjoint(with: .suffix) { entries[index].classes.insert(.relativeSuffix) }
      }
    }
    if !problems.isEmpty { throw Diagnostics(problems) }
  }

  /// The meanings of an entry.
  public func targets(of entry: Int32) -> ArraySlice<NameTarget> {
    let range = entries[Int(entry)].targets
    return targets[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  /// The entry of exactly this surface.
  public func entry(of surface: some Sequence<Unicode.Scalar>) -> Int32? { trie.value(of: surface) }

  /// Every occurrence of every surface within `range`, by start, shorter first. O(scalars × longest name).
  public func hits(in text: [Unicode.Scalar], range: Range<Int>) -> [Hit] {
    var hits: [Hit] = []
    for start in range {
      trie.matches(in: text, at: start, until: range.upperBound) { length, entry in
        hits.append(Hit(start: Int32(start), length: Int32(length), entry: entry))
      }
    }
    let masks = hits.filter { entries[Int($0.entry)].classes.contains(.mask) }
    if !masks.isEmpty {
      hits.removeAll { hit in
        masks.contains {
          $0.start <= hit.start && hit.end <= $0.end && hit.length < $0.length
            && !entries[Int(hit.entry)].targets.isEmpty
        }
      }
    }
    return hits
  }
}
