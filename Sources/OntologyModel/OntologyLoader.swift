import SourceText

/// Reads the files of an ontology folder one after the other and collects what is wrong with them.
struct OntologyLoader {
  let directory: String
  var ontology = Ontology()
  var problems: [Diagnostic] = []
  /// Positions in `ontology.places` by six-digit code, in the order of the file: former periods first.
  var positionsByCode: [Int: [Int]] = [:]
  /// Provinces whose urban districts are of type `District`.
  var districtProvinces: Set<Int> = []
  /// Rows of `sides.tsv` whose codes are still to be looked up.
  var sideRows: [(GazetteerTable, Int)] = []
  var townshipName = TownshipName(endings: [], peoples: [])

  init(directory: String) {
    let isSlashed = directory.count > 1 && directory.hasSuffix("/")
    self.directory = isSlashed ? String(directory.dropLast()) : directory
  }

  mutating func loadAll(gazetteers: [String]) {
    loadVocabulary()
    loadNameEndings()
    loadSides()
    loadPlaces()
    checkSides()
    ontology.indexPlaces()
    loadTownships()
    loadVillages()
    loadOrganizations()
    loadProgrammes()
    loadAgencies()
    loadAbbreviations()
    loadCompounds()
    loadPairings()
    loadWordLists()
    loadCharacters()
    loadRuleTables()
    for file in gazetteers { loadGazetteer(file) }
  }

  /// Opens a table of the folder; a missing or broken one gives problems and no rows.
  mutating func table(_ name: String, required: [String]) -> GazetteerTable {
    table(path: directory + "/" + name, required: required, allowsShortRows: false)
  }

  mutating func table(path: String, required: [String], allowsShortRows: Bool) -> GazetteerTable {
    let bytes: [UInt8]
    switch FileSystem.read(path) {
    case .success(let read): bytes = read
    case .failure(let error):
      report("ontology.unreadable", file: path, "cannot be read: \(error.message)")
      return GazetteerTable(file: path)
    }
    let table = GazetteerTable(
      file: path, bytes: bytes, required: required, allowsShortRows: allowsShortRows)
    problems += table.problems
    // Rows of a table that lacks a column would only repeat the one problem for each of them.
    return required.allSatisfy { table.columns.contains($0) } ? table : GazetteerTable(file: path)
  }

  mutating func report(_ id: String, file: String, _ message: String) {
    problems.append(Diagnostic(.error, id: id, file: file, message: message))
  }

  mutating func report(
    _ id: String, in table: GazetteerTable, _ row: Int, _ column: Int?, _ message: String
  ) {
    problems.append(
      Diagnostic(
        .error, id: id, file: table.file, position: table.position(row, column), message: message))
  }

  /// The place of a code as it lives today; reports a code that nothing carries. Former codes are accepted.
  mutating func place(in table: GazetteerTable, _ row: Int, _ column: Int?) -> Int? {
    if let code = table.integer(row, column), let positions = positionsByCode[code] {
      return positions.first(where: { !ontology.places[$0].isFormer }) ?? positions.last
    }
    report(
      "ontology.unknown-place", in: table, row, column, "no place has the code “\(table.string(row, column))”"
    )
    return nil
  }

  /// A cell that must hold something.
  mutating func required(in table: GazetteerTable, _ row: Int, _ column: Int?) -> String? {
    guard table.isEmpty(row, column) else { return table.string(row, column) }
    let name = column.map { table.columns[$0] } ?? ""
    report("ontology.empty-cell", in: table, row, column, "the cell “\(name)” is empty")
    return nil
  }

  /// The parts of a cell between `|`; an empty part (`会泽||`) is reported and left out.
  mutating func names(in table: GazetteerTable, _ row: Int, _ column: Int?) -> [String] {
    let parts = table.list(row, column)
    guard parts.contains("") else { return parts }
    report("ontology.empty-name", in: table, row, column, "an empty name stands between two “|”")
    return parts.filter { !$0.isEmpty }
  }

  /// A year, or `missing` for an empty cell.
  mutating func year(in table: GazetteerTable, _ row: Int, _ column: Int?, missing: Int) -> Int {
    if table.isEmpty(row, column) { return missing }
    if let year = table.integer(row, column), (1900...2200).contains(year) { return year }
    report(
      "ontology.bad-year", in: table, row, column,
      "“\(table.string(row, column))” is not a year of four digits")
    return missing
  }
}
