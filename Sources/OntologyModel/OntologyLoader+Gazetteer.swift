import SourceText

extension OntologyLoader {
  /// Adds the names of a file that a user gave: places, or bodies and programmes.
  ///
  /// `code` is given for places: of one that is known it adds names, else it makes a new one under `home`.
  mutating func loadGazetteer(_ path: String) {
    let table = table(path: path, required: ["name", "type"], allowsShortRows: true)
    let (name, type, aliases) = (table.column("name"), table.column("type"), table.column("aliases"))
    let (home, code) = (table.column("home"), table.column("code"))
    for row in 0..<table.rowCount {
      guard let text = required(in: table, row, name) else { continue }
      guard let kind = EntityType(rawValue: table.string(row, type)) else {
        report(
          "ontology.unknown-type", in: table, row, type, "“\(table.string(row, type))” is no entity type")
        continue
      }
      let others = names(in: table, row, aliases)
      let above = table.isEmpty(row, home) ? nil : namedPlace(in: table, row, home)
      if kind.isPlace {
        addPlace(text, kind, others, above, in: table, row, code)
      } else {
        addOrganization(
          KnownOrganization(name: text, type: kind, aliases: others, home: above, category: "gazetteer"))
      }
    }
  }

  /// A home given as a code, a full name (云南省曲靖市会泽县) or a name that only one living place has.
  private mutating func namedPlace(in table: GazetteerTable, _ row: Int, _ column: Int?) -> Int? {
    if table.integer(row, column) != nil { return place(in: table, row, column) }
    let name = table.string(row, column)
    let found = ontology.places.filter {
      $0.level < .village && !$0.isFormer && name.hasSuffix($0.name)
        && ($0.name == name || ontology.fullName(of: $0.index) == name)
    }
    if found.count == 1 { return found.first?.index }
    report(
      found.isEmpty ? "ontology.unknown-place" : "ontology.ambiguous-place", in: table, row, column,
      found.isEmpty
        ? "no place has the name “\(name)”" : "\(found.count) places have the name “\(name)”; give the code")
    return nil
  }

  private mutating func addPlace(
    _ name: String, _ type: EntityType, _ aliases: [String], _ home: Int?, in table: GazetteerTable,
    _ row: Int, _ column: Int?
  ) {
    if let code = table.integer(row, column), let positions = positionsByCode[code],
      let known = positions.first(where: { !ontology.places[$0].isFormer })
    {
      ontology.places[known] = ontology.places[known].named(also: [name] + aliases)
      return
    }
    guard let home else {
      report(
        "ontology.unknown-parent", in: table, row, table.column("home"),
        "a new place needs the place above it as its home")
      return
    }
    let level: Place.Level =
      switch type {
      case .province: .province
      case .prefecture: .prefecture
      case .township: .township
      case .village: .village
      default: .county
      }
    let isCoded = level < .township
    guard !isCoded || table.integer(row, column) != nil else {
      report(
        "ontology.bad-code", in: table, row, column, "a place of this type needs a code of six digits")
      return
    }
    let adcode = isCoded ? table.string(row, column) : ontology.places[home].adcode
    let entityID = isCoded ? "place:\(adcode)" : "place:\(adcode)/\(name)"
    let index = ontology.places.count
    if let known = ontology.placeByEntityID[entityID] {
      ontology.places[known] = ontology.places[known].named(also: aliases)
      return
    }
    ontology.places.append(
      Place(
        index: index, entityID: entityID, adcode: adcode, name: name, shortNames: aliases, level: level,
        type: type, parent: home))
    var hash = EntityHash()
    hash.combine(entityID)
    ontology.entityPositions[hash.value] = Int32(index)
    if let code = table.integer(row, column), isCoded { positionsByCode[code] = [index] }
  }

  private mutating func addOrganization(_ new: KnownOrganization) {
    guard let known = ontology.organizations.firstIndex(where: { $0.name == new.name }) else {
      ontology.organizations.append(new)
      return
    }
    let old = ontology.organizations[known]
    ontology.organizations[known] = KnownOrganization(
      name: old.name, type: new.type,
      aliases: old.aliases + new.aliases.filter { !old.aliases.contains($0) },
      weakAliases: old.weakAliases.filter { !new.aliases.contains($0) }, home: new.home ?? old.home,
      category: old.category)
  }
}
