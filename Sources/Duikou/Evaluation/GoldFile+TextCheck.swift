public import SourceText

extension GoldFile {
  /// What the gold says and the texts do not bear out.
  ///
  /// Names (but for the first, the canonical one) and evidence have to stand in the text; white space and
  /// quotation marks are not looked at. Documents without a text are reported once each.
  ///
  /// - Parameter texts: The documents by the id that the gold knows them under.
  /// - Returns: Warnings: `gold.not-in-text`, `gold.no-document`.
  /// - Complexity: O(names × length of the text).
  public func problems(in texts: [String: [Document]]) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    var missing: Set<String> = []
    func note(_ id: String, _ place: Location, _ message: String) {
      problems.append(
        Diagnostic(.warning, id: id, file: place.file, position: place.position, message: message))
    }
    let folded = texts.mapValues { $0.map { FoldedDocument($0) } }
    for record in records {
      guard let own = folded[record.document], !own.isEmpty else {
        if missing.insert(record.document).inserted {
          note("gold.no-document", record.location, "no input is called “\(record.document)”")
        }
        continue
      }
      func holds(_ text: String) -> Bool { own.contains { $0.range(of: text) != nil } }
      for entity in record.entities {
        for (index, name) in entity.names.enumerated().dropFirst() where !holds(name) {
          let place = index < entity.nameLocations.count ? entity.nameLocations[index] : entity.location
          note("gold.not-in-text", place, "the name “\(name)” does not stand in “\(record.document)”")
        }
      }
      for relation in record.relations {
        if let evidence = relation.evidence, !evidence.isEmpty, !holds(evidence) {
          note(
            "gold.not-in-text", relation.evidenceLocation,
            "the evidence does not stand in “\(record.document)”: “\(evidence)”")
        }
      }
    }
    return problems
  }
}
