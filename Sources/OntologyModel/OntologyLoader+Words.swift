import SourceText

extension OntologyLoader {
  mutating func loadWordLists() {
    let words = table("common-words.tsv", required: ["surface"])
    for row in 0..<words.rowCount {
      if let word = required(in: words, row, words.column("surface")) { ontology.commonWords.insert(word) }
    }
    let pairs = table("confusable.tsv", required: ["a", "b"])
    for row in 0..<pairs.rowCount {
      guard let a = required(in: pairs, row, pairs.column("a")),
        let b = required(in: pairs, row, pairs.column("b"))
      else { continue }
      ontology.confusable.insert(Ontology.NamePair(a, b))
    }
    let names = table("protected.tsv", required: ["name"])
    for row in 0..<names.rowCount {
      if let name = required(in: names, row, names.column("name")) { ontology.protectedNames.append(name) }
    }
  }

  mutating func loadCharacters() {
    loadPinyin()
    loadShapes()
    let table = table("traditional.tsv", required: ["traditional", "simplified"])
    let (from, to) = (table.column("traditional"), table.column("simplified"))
    ontology.simplified.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      guard let traditional = character(in: table, row, from), let simplified = character(in: table, row, to)
      else { continue }
      if ontology.simplified.updateValue(simplified, forKey: traditional) != nil {
        report("ontology.duplicate-name", in: table, row, from, "the character stands twice")
      }
    }
  }

  private mutating func loadPinyin() {
    let table = table("pinyin.tsv", required: ["character", "readings"])
    let (character, readings) = (table.column("character"), table.column("readings"))
    ontology.pinyin.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      guard let scalar = self.character(in: table, row, character) else { continue }
      ontology.pinyin[scalar] = names(in: table, row, readings)
    }
  }

  private mutating func loadShapes() {
    let table = table("shapes.tsv", required: ["character", "similar", "scores"])
    let (character, similar) = (table.column("character"), table.column("similar"))
    let scores = table.column("scores")
    ontology.lookAlikes.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      guard let scalar = self.character(in: table, row, character) else { continue }
      let others = Array(table.string(row, similar).unicodeScalars)
      let likeness = table.decimals(row, scores)
      guard others.count == likeness.count, likeness.allSatisfy({ (0...1).contains($0) }) else {
        report(
          "ontology.bad-score", in: table, row, scores,
          "every similar character needs one score from 0 to 1")
        continue
      }
      ontology.lookAlikes[scalar] = Array(zip(others, likeness))
    }
  }

  private mutating func character(in table: GazetteerTable, _ row: Int, _ column: Int?) -> Unicode.Scalar? {
    let scalars = table.string(row, column).unicodeScalars
    if let first = scalars.first, scalars.count == 1 { return first }
    report("ontology.bad-character", in: table, row, column, "the cell must hold one character")
    return nil
  }

  /// Every table under `rules/`, by file stem, for the stages that interpret them.
  mutating func loadRuleTables() {
    let folder = directory + "/rules"
    for name in FileSystem.names(in: folder) where name.hasSuffix(".tsv") && !name.hasPrefix(".") {
      let path = folder + "/" + name
      switch FileSystem.read(path) {
      case .success(let bytes):
        let table = TSVTable(file: path, bytes: bytes)
        problems += table.problems
        ontology.tables[String(name.dropLast(4))] = table
      case .failure(let error):
        report("ontology.unreadable", file: path, "cannot be read: \(error.message)")
      }
    }
  }
}
