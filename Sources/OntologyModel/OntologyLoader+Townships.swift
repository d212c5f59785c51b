import SourceText

extension OntologyLoader {
  /// Townships by county, filled while reading: a county's rows stand together in both files.
  private struct County {
    var code = -1
    var position: Int?
    var adcode = ""
    var townships: [String: Int] = [:]
  }

  mutating func loadTownships() {
    let table = table(
      "townships.tsv", required: ["county_code", "name", "status", "valid_to", "successor"])
    let (county, name) = (table.column("county_code"), table.column("name"))
    let (status, to, successor) = (
      table.column("status"), table.column("valid_to"), table.column("successor")
    )
    var current = County()
    var waiting: [(row: Int, place: Int)] = []
    for row in 0..<table.rowCount {
      guard enter(table, row, county, &current), let parent = current.position,
        let text = required(in: table, row, name)
      else { continue }
      let isFormer = table.string(row, status) == "former"
      if !isFormer, !table.isEmpty(row, status), table.string(row, status) != "quasi" {
        report(
          "ontology.unknown-status", in: table, row, status,
          "“\(table.string(row, status))” is neither former nor quasi")
      }
      let index = ontology.places.count
      if current.townships.updateValue(index, forKey: text) != nil {
        report("ontology.duplicate-name", in: table, row, name, "the county has “\(text)” twice")
      }
      if isFormer, !table.isEmpty(row, successor) { waiting.append((row, index)) }
      ontology.places.append(
        Place(
          index: index, entityID: "place:\(current.adcode)/\(text)", adcode: current.adcode, name: text,
          shortNames: townshipName.shortNames(of: text), level: .township, type: .township, parent: parent,
          years: 0..<year(in: table, row, to, missing: Int.max)))
    }
    join(waiting, table, successor)
  }

  /// Successors of townships are named, and stand in the same county.
  private mutating func join(
    _ waiting: [(row: Int, place: Int)], _ table: GazetteerTable, _ column: Int?
  ) {
    let wanted = Set(waiting.compactMap { ontology.places[$0.place].parent })
    var positions: [String: Int] = [:]
    for place in ontology.places where place.level == .township {
      guard let parent = place.parent, wanted.contains(parent) else { continue }
      positions[place.entityID] = place.index
    }
    for (row, place) in waiting {
      let name = table.string(row, column)
      let adcode = ontology.places[place].adcode
      if let found = positions["place:\(adcode)/\(name)"], found != place {
        ontology.places[place] = ontology.places[place].replaced(by: [found])
      } else {
        report("ontology.unknown-successor", in: table, row, column, "the county has no “\(name)”")
      }
    }
  }

  mutating func loadVillages() {
    let table = table("villages.tsv", required: ["county_code", "township", "name"])
    let (county, name) = (table.column("county_code"), table.column("name"))
    let township = table.column("township")
    var townshipsByCounty: [Int: [String: Int]] = [:]
    for place in ontology.places where place.level == .township {
      if let parent = place.parent { townshipsByCounty[parent, default: [:]][place.name] = place.index }
    }
    var start = 0
    while start < table.rowCount {
      var end = start + 1
      while end < table.rowCount, table.string(end, county) == table.string(start, county) { end += 1 }
      var current = County()
      if enter(table, start, county, &current), let parent = current.position {
        var counts: [String: Int] = [:]
        for row in start..<end { counts[table.string(row, name), default: 0] += 1 }
        let townships = townshipsByCounty[parent] ?? [:]
        for row in start..<end {
          guard let text = required(in: table, row, name) else { continue }
          let above = table.string(row, township)
          let isUnique = counts[text] == 1
          ontology.places.append(
            Place(
              index: ontology.places.count,
              entityID: isUnique
                ? "place:\(current.adcode)/\(text)" : "place:\(current.adcode)/\(above)/\(text)",
              adcode: current.adcode, name: text, shortNames: [], level: .village, type: .village,
              parent: townships[above] ?? parent))
        }
      }
      start = end
    }
  }

  /// Makes `county` the county of a row; false, with a problem, when no county has its code.
  private mutating func enter(
    _ table: GazetteerTable, _ row: Int, _ column: Int?, _ county: inout County
  ) -> Bool {
    let code = table.integer(row, column) ?? 0
    if code != county.code {
      county = County()
      county.code = code
      county.adcode = table.string(row, column)
      county.position = positionsByCode[code]?.last { !ontology.places[$0].isFormer }
    }
    if county.position != nil { return true }
    report(
      "ontology.unknown-parent", in: table, row, column,
      "no county that lives today has the code “\(table.string(row, column))”")
    return false
  }

  /// Fills the index by id, living units only.
  mutating func indexPlaces() {
    ontology.placeByEntityID.reserveCapacity(ontology.places.count)
    for place in ontology.places where !place.isFormer {
      ontology.placeByEntityID[place.entityID] = place.index
    }
  }
}
