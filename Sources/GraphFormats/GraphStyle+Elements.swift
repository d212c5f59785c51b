extension GraphStyle {
  private static let otherColor = "#9aa0a6"

  /// Colour of a node.
  public func nodeColor(type: String) -> String { entityColors[type] ?? Self.otherColor }

  /// Size of a node, 10…50: grows with the root of the number of mentions.
  public func nodeSize(mentionCount: Int) -> Double {
    min(50, ((10 + 4 * Double(max(0, mentionCount)).squareRoot()) * 10).rounded() / 10)
  }

  /// The fields in the order of the vocabulary, unknown ones last as given.
  public func ordered(_ fields: [String]) -> [String] {
    fieldOrder.filter { fields.contains($0) } + fields.filter { !fieldOrder.contains($0) }
  }

  /// Label of an edge: of help the fields (结对·教育), else the relation.
  public func edgeLabel(type: String, fields: [String]) -> String {
    guard type == "assists", !fields.isEmpty else { return relationLabels[type] ?? type }
    return ordered(fields).map { fieldLabels[$0] ?? $0 }.joined(separator: "·")
  }

  /// The field that gives an edge its colour: the first that says more than “paired”.
  public func mainField(_ fields: [String]) -> String? {
    let ordered = ordered(fields)
    return ordered.first { $0 != "pairing" } ?? ordered.first
  }

  /// Colour of an edge.
  public func edgeColor(type: String, fields: [String]) -> String {
    if type == "assists", let field = mainField(fields) { return fieldColors[field] ?? Self.otherColor }
    return relationColors[type] ?? Self.otherColor
  }
}
