/// A field of help (education, health …) with its labels and the words that point to it.
public struct HelpField: Sendable, Hashable {
  /// The id used in files, such as `education`.
  public let id: String
  /// The Chinese label.
  public let chinese: String
  /// The English label.
  public let english: String
  /// `#RRGGBB`, the colour of its edges.
  public let color: String
  /// Words whose presence in the evidence points to the field.
  public let cues: [String]

  /// Makes a field.
  public init(id: String, chinese: String, english: String, color: String, cues: [String]) {
    self.id = id
    self.chinese = chinese
    self.english = english
    self.color = color
    self.cues = cues
  }
}

/// Labels and colour of an entity or relation type, from the vocabulary.
public struct TermLabel: Sendable, Hashable {
  /// The Chinese label.
  public let chinese: String
  /// The English label.
  public let english: String
  /// `#RRGGBB`; empty where none is given.
  public let color: String

  /// Makes a label.
  public init(chinese: String, english: String, color: String = "") {
    self.chinese = chinese
    self.english = english
    self.color = color
  }
}
