import OntologyModel

/// English words for kinds of places that may follow a name (`Huize County`), with the types that they allow.
struct LatinEndings: Sendable {
  private var types: [String: Set<String>] = [:]

  init(_ ontology: Ontology?) {
    guard let table = ontology?.tables[QuestionWords.tableName] else { return }
    for row in table.rows where table.cell(row, "class") == "ending" {
      let allowed = Set(table.cell(row, "value").split(separator: " ").map(String.init))
      for word in table.cell(row, "words").split(separator: "|") { types[word.lowercased()] = allowed }
    }
  }

  /// The name without such words at its end, and the types that they allow.
  func split(_ words: ArraySlice<String>) -> (name: ArraySlice<String>, types: Set<String>)? {
    for count in [3, 2, 1] where words.count > count {
      if let allowed = types[words.suffix(count).joined(separator: " ").lowercased()] {
        return (words.dropLast(count), allowed)
      }
    }
    return nil
  }
}

extension NameResolver {
  /// What words in Latin script mean: the whole, or without `County`, `District` … at the end.
  func latin(_ scalars: [Unicode.Scalar], in index: LatinIndex) -> [NameCandidate] {
    let words = scalars.split(separator: " ").map { TypedText.string($0) }
    var found = index[TypedText.latinKey(scalars)]
    if let (name, types) = endings.split(words[...]) {
      let bare = index[TypedText.latinKey(name.joined().unicodeScalars)].filter { types.contains($0.type) }
      for candidate in bare where !found.contains(candidate) { found.append(candidate) }
    }
    let held = found.filter { $0.node != nil }
    return held.isEmpty ? found : held
  }
}
