import SourceText

extension OntologyLoader {
  mutating func loadOrganizations() {
    let table = table(
      "organizations.tsv", required: ["name", "type", "aliases", "weak_aliases", "home", "category"])
    let (name, type) = (table.column("name"), table.column("type"))
    let (aliases, weak) = (table.column("aliases"), table.column("weak_aliases"))
    let (home, category) = (table.column("home"), table.column("category"))
    ontology.organizations.reserveCapacity(table.rowCount)
    var seen: Set<String> = []
    for row in 0..<table.rowCount {
      guard let text = required(in: table, row, name) else { continue }
      guard let kind = EntityType(rawValue: table.string(row, type)), !kind.isPlace else {
        report(
          "ontology.unknown-type", in: table, row, type,
          "“\(table.string(row, type))” is none of Enterprise, Agency, Institution, Organization, Programme")
        continue
      }
      if !seen.insert(text).inserted {
        report("ontology.duplicate-name", in: table, row, name, "“\(text)” stands twice")
      }
      ontology.organizations.append(
        KnownOrganization(
          name: text, type: kind, aliases: names(in: table, row, aliases),
          weakAliases: names(in: table, row, weak),
          home: table.isEmpty(row, home) ? nil : place(in: table, row, home),
          category: table.string(row, category)))
    }
  }

  mutating func loadProgrammes() {
    let table = table("programmes.tsv", required: ["name", "aliases", "weak_aliases", "home"])
    let (name, home) = (table.column("name"), table.column("home"))
    let (aliases, weak) = (table.column("aliases"), table.column("weak_aliases"))
    for row in 0..<table.rowCount {
      guard let text = required(in: table, row, name) else { continue }
      ontology.organizations.append(
        KnownOrganization(
          name: text, type: .programme, aliases: names(in: table, row, aliases),
          weakAliases: names(in: table, row, weak),
          home: table.isEmpty(row, home) ? nil : place(in: table, row, home), category: "programme"))
    }
  }

  mutating func loadAgencies() {
    let table = table("agencies.tsv", required: ["suffix", "short_forms", "type"])
    let (suffix, type) = (table.column("suffix"), table.column("type"))
    let short = table.column("short_forms")
    for row in 0..<table.rowCount {
      guard let text = required(in: table, row, suffix) else { continue }
      guard let kind = EntityType(rawValue: table.string(row, type)), !kind.isPlace else {
        report(
          "ontology.unknown-type", in: table, row, type,
          "“\(table.string(row, type))” is none of Agency, Institution, Organization")
        continue
      }
      ontology.agencyTypes.append(
        Ontology.AgencyType(suffix: text, shortForms: names(in: table, row, short), type: kind))
    }
  }

  mutating func loadAbbreviations() {
    let table = table("abbreviations.tsv", required: ["surface", "code", "stands_alone", "note"])
    let (surface, code) = (table.column("surface"), table.column("code"))
    let alone = table.column("stands_alone")
    for row in 0..<table.rowCount {
      guard let text = required(in: table, row, surface), let place = place(in: table, row, code),
        let standsAlone = flag(in: table, row, alone)
      else { continue }
      ontology.abbreviations.append(
        Ontology.Abbreviation(surface: text, place: place, standsAlone: standsAlone))
    }
  }

  mutating func loadCompounds() {
    let table = table("compounds.tsv", required: ["surface", "helper", "recipient"])
    let surface = table.column("surface")
    let (helper, recipient) = (table.column("helper"), table.column("recipient"))
    for row in 0..<table.rowCount {
      guard let text = required(in: table, row, surface), let from = place(in: table, row, helper),
        let to = place(in: table, row, recipient)
      else { continue }
      ontology.compounds.append(Ontology.Compound(surface: text, helper: from, recipient: to))
    }
  }

  mutating func loadPairings() {
    let table = table(
      "pairings.tsv", required: ["helper", "recipient", "name", "valid_from", "valid_to", "note"])
    let (helper, recipient) = (table.column("helper"), table.column("recipient"))
    let (name, from, to) = (table.column("name"), table.column("valid_from"), table.column("valid_to"))
    for row in 0..<table.rowCount {
      guard let giver = place(in: table, row, helper), let taker = place(in: table, row, recipient) else {
        continue
      }
      let start = year(in: table, row, from, missing: 0)
      let end = year(in: table, row, to, missing: Int.max)
      if end <= start {
        report("ontology.bad-year", in: table, row, to, "the pairing ends before it begins")
        continue
      }
      ontology.pairings.append(
        Ontology.Pairing(
          helper: giver, recipient: taker, name: table.string(row, name), years: start..<end))
    }
  }

  mutating func loadSides() {
    let table = table("sides.tsv", required: ["code", "tier", "districts", "note"])
    let (code, tier) = (table.column("code"), table.column("tier"))
    let districts = table.column("districts")
    for row in 0..<table.rowCount {
      guard let number = table.integer(row, code) else {
        report(
          "ontology.bad-code", in: table, row, code,
          "“\(table.string(row, code))” is not a code of six digits")
        continue
      }
      guard let value = table.integer(row, tier), (0...3).contains(value) else {
        report("ontology.bad-tier", in: table, row, tier, "a tier is a number from 0 to 3")
        continue
      }
      if ontology.tiers.updateValue(value, forKey: table.string(row, code)) != nil {
        report("ontology.duplicate-code", in: table, row, code, "the code \(number) stands twice")
      }
      if flag(in: table, row, districts) == true { districtProvinces.insert(number) }
      sideRows.append((table, row))
    }
  }

  /// The codes of `sides.tsv`, read before the places, must be codes of places.
  mutating func checkSides() {
    for (table, row) in sideRows { _ = place(in: table, row, table.column("code")) }
    sideRows = []
  }

  /// `0` or `1`; anything else is a problem.
  mutating func flag(in table: GazetteerTable, _ row: Int, _ column: Int?) -> Bool? {
    switch table.integer(row, column) {
    case 0: return false
    case 1: return true
    default:
      report("ontology.bad-flag", in: table, row, column, "the cell must hold 0 or 1")
      return nil
    }
  }
}
