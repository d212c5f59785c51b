import SourceText

extension OntologyLoader {
  /// The county of the row that is being read; a county's rows stand together.
  private struct County {
    var code = -1
    var position: Int?
    var adcode = ""
  }

  mutating func loadTownships() {
    let table = table(
      "townships.tsv", required: ["county_code", "name", "status", "valid_to", "successor"])
    let (county, name) = (table.column("county_code"), table.column("name"))
    let (status, to, successor) = (
      table.column("status"), table.column("valid_to"), table.column("successor")
    )
    var current = County()
    var former: Set<UInt64> = []
    var waiting: [(row: Int, place: Int)] = []
    for row in 0..<table.rowCount {
      guard enter(table, row, county, &current), let parent = current.position,
        let text = required(in: table, row, name)
      else { continue }
      let isFormer = isFormer(table, row, status)
      let index = ontology.places.count
      let key = key(table, row, county, name)
      let isNew =
        isFormer
        ? former.insert(key).inserted
        : ontology.entityPositions.updateValue(Int32(index), forKey: key) == nil
      if !isNew { report("ontology.duplicate-name", in: table, row, name, "the county has “\(text)” twice") }
      if isFormer, !table.isEmpty(row, successor) { waiting.append((row, index)) }
      var years = 0..<Int.max
      if isFormer {
        years = 0..<year(in: table, row, to, missing: Int.max)
        if years.upperBound == Int.max {
          report("ontology.bad-year", in: table, row, to, "a former unit needs the year in which it ended")
        }
      }
      ontology.places.append(
        Place(
          index: index, adcode: current.adcode, name: text, shortNames: townshipName.shortNames(of: text),
          fullForms: townshipName.fullForms(of: text), level: .township, type: .township, parent: parent,
          coordinate: nil, years: years,
          successors: [], pinyin: "", english: []))
    }
    for (row, place) in waiting {
      if let found = ontology.entityPositions[key(table, row, county, successor)] {
        ontology.places[place] = ontology.places[place].replaced(by: [Int(found)])
      } else {
        report(
          "ontology.unknown-successor", in: table, row, successor,
          "the county has no “\(table.string(row, successor))”")
      }
    }
  }

  private mutating func isFormer(_ table: GazetteerTable, _ row: Int, _ column: Int?) -> Bool {
    if table.isEmpty(row, column) { return false }
    let status = table.string(row, column)
    if status == "former" { return true }
    if status != "quasi" {
      report("ontology.unknown-status", in: table, row, column, "“\(status)” is neither former nor quasi")
    }
    return false
  }

  mutating func loadVillages() {
    let table = table("villages.tsv", required: ["county_code", "township", "name"])
    let (county, name) = (table.column("county_code"), table.column("name"))
    let township = table.column("township")
    var counts: [UInt64: Int] = [:]
    counts.reserveCapacity(table.rowCount)
    let keys = (0..<table.rowCount).map { key(table, $0, county, name) }
    for key in keys { counts[key, default: 0] += 1 }
    var current = County()
    for row in 0..<table.rowCount {
      guard enter(table, row, county, &current), let parent = current.position,
        let text = required(in: table, row, name)
      else { continue }
      var key = keys[row]
      var givenID = ""
      if counts[key] != 1 {
        givenID = "place:\(current.adcode)/\(table.string(row, township))/\(text)"
        var hash = EntityHash()
        hash.combine(givenID)
        key = hash.value
      }
      let index = ontology.places.count
      if ontology.entityPositions.updateValue(Int32(index), forKey: key) != nil {
        report("ontology.duplicate-name", in: table, row, name, "the township has “\(text)” twice")
      }
      let above = ontology.entityPositions[self.key(table, row, county, township)].map(Int.init)
      ontology.places.append(
        Place(
          index: index, adcode: current.adcode, name: text, givenID: givenID, shortNames: [], fullForms: [],
          level: .village, type: .village, parent: above ?? parent, coordinate: nil, years: 0..<Int.max,
          successors: [], pinyin: "", english: []))
    }
  }

  /// The hash of the id `place:COUNTY/NAME`.
  private func key(_ table: GazetteerTable, _ row: Int, _ county: Int?, _ name: Int?) -> UInt64 {
    var hash = EntityHash()
    hash.combine("place:")
    table.hash(row, county, into: &hash)
    hash.combine("/")
    table.hash(row, name, into: &hash)
    return hash.value
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
}
