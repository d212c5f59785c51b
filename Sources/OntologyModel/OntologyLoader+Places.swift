import SourceText

extension OntologyLoader {
  mutating func loadNameEndings() {
    let table = table("name-endings.tsv", required: ["ending", "kind"])
    let (ending, kind) = (table.column("ending"), table.column("kind"))
    var endings: [String] = []
    var peoples: [String] = []
    for row in 0..<table.rowCount {
      guard let text = required(in: table, row, ending) else { continue }
      switch table.string(row, kind) {
      case "township": endings.append(text)
      case "people": peoples.append(text)
      case let other: report("ontology.unknown-kind", in: table, row, kind, "“\(other)” is no kind of ending")
      }
    }
    townshipName = TownshipName(endings: endings, peoples: peoples)
  }

  mutating func loadPlaces() {
    let table = table(
      "places.tsv",
      required: [
        "code", "level", "name", "short_names", "full_forms", "parent", "longitude", "latitude", "pinyin",
        "english", "valid_from", "valid_to", "successor",
      ])
    let columns = PlaceColumns(table)
    let periods = periods(in: table, columns)
    ontology.places.reserveCapacity(75_000)
    for row in 0..<table.rowCount {
      ontology.places.append(
        makePlace(in: table, row, columns, years: periods[row].years, periods: periods))
    }
    reportCycles(in: table, columns)
  }

  private struct PlaceColumns {
    let code, level, name, shortNames, fullForms, parent, longitude, latitude: Int?
    let pinyin, english, from, to, successor: Int?

    init(_ table: GazetteerTable) {
      code = table.column("code")
      level = table.column("level")
      name = table.column("name")
      shortNames = table.column("short_names")
      fullForms = table.column("full_forms")
      parent = table.column("parent")
      longitude = table.column("longitude")
      latitude = table.column("latitude")
      pinyin = table.column("pinyin")
      english = table.column("english")
      from = table.column("valid_from")
      to = table.column("valid_to")
      successor = table.column("successor")
    }
  }

  private struct Period {
    let code: Int
    let years: Range<Int>
  }

  /// Codes and years of all rows, and `positionsByCode`; parents and successors point forward and back.
  private mutating func periods(in table: GazetteerTable, _ columns: PlaceColumns) -> [Period] {
    var periods: [Period] = []
    periods.reserveCapacity(table.rowCount)
    positionsByCode.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      let code = table.integer(row, columns.code) ?? 0
      if !(100_000...999_999).contains(code) {
        report(
          "ontology.bad-code", in: table, row, columns.code,
          "“\(table.string(row, columns.code))” is not a code of six digits")
      }
      let from = year(in: table, row, columns.from, missing: 0)
      var to = year(in: table, row, columns.to, missing: Int.max)
      if to <= from {
        report("ontology.bad-year", in: table, row, columns.to, "the unit ends before it begins")
        to = from + 1
      }
      let others = positionsByCode[code, default: []]
      if others.contains(where: { periods[$0].years.lowerBound == from }) {
        report(
          "ontology.duplicate-code", in: table, row, columns.code,
          "the code \(code) stands twice with the same first year")
      } else if to == Int.max, others.contains(where: { periods[$0].years.upperBound == Int.max }) {
        report(
          "ontology.duplicate-code", in: table, row, columns.code,
          "two units that live today have the code \(code)")
      }
      positionsByCode[code, default: []].append(row)
      periods.append(Period(code: code, years: from..<to))
    }
    return periods
  }

  private mutating func makePlace(
    in table: GazetteerTable, _ row: Int, _ columns: PlaceColumns, years: Range<Int>, periods: [Period]
  ) -> Place {
    let code = periods[row].code
    let (level, type) = levelAndType(in: table, row, columns.level, code: code)
    let adcode = table.string(row, columns.code)
    let fullForms = names(in: table, row, columns.fullForms)
    return Place(
      index: row, adcode: adcode, name: required(in: table, row, columns.name) ?? adcode,
      shortNames: names(in: table, row, columns.shortNames) + fullForms, fullForms: fullForms,
      level: level, type: type,
      parent: parent(in: table, row, columns.parent, level: level, years: years, periods: periods),
      coordinate: coordinate(in: table, row, columns), years: years,
      successors: successors(in: table, row, columns.successor, years: years, periods: periods),
      pinyin: table.string(row, columns.pinyin), english: names(in: table, row, columns.english))
  }

  private mutating func levelAndType(
    in table: GazetteerTable, _ row: Int, _ column: Int?, code: Int
  ) -> (Place.Level, EntityType) {
    switch table.string(row, column) {
    case "province": return (.province, .province)
    case "prefecture": return (.prefecture, .prefecture)
    case "county": return (.county, .county)
    case "district":
      return (.county, districtProvinces.contains(code / 10_000 * 10_000) ? .district : .county)
    case let other:
      report(
        "ontology.unknown-level", in: table, row, column,
        "“\(other)” is none of province, prefecture, district, county")
      return (.county, .county)
    }
  }

  private mutating func parent(
    in table: GazetteerTable, _ row: Int, _ column: Int?, level: Place.Level, years: Range<Int>,
    periods: [Period]
  ) -> Int? {
    if table.isEmpty(row, column) {
      if level != .province {
        report("ontology.unknown-parent", in: table, row, column, "only a province stands under nothing")
      }
      return nil
    }
    let rows = table.integer(row, column).flatMap { positionsByCode[$0] } ?? []
    // Of several units under the parent's code the one of the same time; the latest, if none overlaps.
    guard let parent = rows.last(where: { periods[$0].years.overlaps(years) }) ?? rows.last, parent != row
    else {
      report(
        "ontology.unknown-parent", in: table, row, column,
        "no place has the parent's code “\(table.string(row, column))”")
      return nil
    }
    return parent
  }

  private mutating func coordinate(
    in table: GazetteerTable, _ row: Int, _ columns: PlaceColumns
  ) -> Place.Coordinate? {
    if table.isEmpty(row, columns.longitude), table.isEmpty(row, columns.latitude) { return nil }
    guard let longitude = table.decimal(row, columns.longitude), (-180...180).contains(longitude) else {
      report("ontology.bad-coordinate", in: table, row, columns.longitude, "not a longitude in degrees")
      return nil
    }
    guard let latitude = table.decimal(row, columns.latitude), (-90...90).contains(latitude) else {
      report("ontology.bad-coordinate", in: table, row, columns.latitude, "not a latitude in degrees")
      return nil
    }
    return Place.Coordinate(longitude: longitude, latitude: latitude)
  }

  /// A successor's code may have been used by several units: the one that stood when this one ended,
  /// else the first one after it, else the latest.
  private mutating func successors(
    in table: GazetteerTable, _ row: Int, _ column: Int?, years: Range<Int>, periods: [Period]
  ) -> [Int] {
    guard !table.isEmpty(row, column) else {
      if years.upperBound != Int.max {
        problems.append(
          Diagnostic(
            .warning, id: "ontology.no-successor", file: table.file, position: table.position(row, column),
            message: "a former unit without a successor"))
      }
      return []
    }
    if years.upperBound == Int.max {
      report("ontology.living-successor", in: table, row, column, "a unit that lives today has no successor")
      return []
    }
    return names(in: table, row, column).compactMap { code in
      let rows = (Int(code).flatMap { positionsByCode[$0] } ?? []).filter { $0 != row }
      let end = years.upperBound
      if let found = rows.first(where: { periods[$0].years.contains(end) })
        ?? rows.filter({ periods[$0].years.lowerBound > end })
        .min(by: { periods[$0].years.lowerBound < periods[$1].years.lowerBound })
        ?? rows.last
      {
        return found
      }
      report("ontology.unknown-successor", in: table, row, column, "no other place has the code “\(code)”")
      return nil
    }
  }

  /// Following successors must end at a unit that lives, whatever branch is taken.
  private mutating func reportCycles(in table: GazetteerTable, _ columns: PlaceColumns) {
    enum Mark { case open, done }
    var marks: [Int: Mark] = [:]
    for start in ontology.places.indices where !ontology.places[start].successors.isEmpty {
      var stack: [(place: Int, next: Int)] = [(start, 0)]
      while let (place, next) = stack.popLast() {
        if next == 0 {
          if marks[place] == .done { continue }
          marks[place] = .open
        }
        let successors = ontology.places[place].successors
        guard next < successors.count else {
          marks[place] = .done
          continue
        }
        stack.append((place, next + 1))
        let successor = successors[next]
        if marks[successor] == .open {
          report(
            "ontology.successor-cycle", in: table, place, columns.successor,
            "following the successors of \(ontology.places[place].name) leads back to it")
        } else {
          stack.append((successor, 0))
        }
      }
    }
  }
}
