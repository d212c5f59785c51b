/// One statement of a relation: where a text says it, and what it says about it.
///
/// Two statements of one relation with the same document, offsets and text are one: their fields and
/// quantities unite, the surer one gives rule and context.
public struct Evidence: Sendable, Hashable {
  /// The id of the document; empty where a graph from elsewhere names none.
  public var document: String
  /// First Unicode scalar of the evidence in the decoded document.
  public var start: Int?
  /// One past the last Unicode scalar.
  public var end: Int?
  /// The evidence itself, exactly as it stands in the document.
  public var text: String
  /// The rule that found it.
  public var rule: String
  /// How sure it is, in 0…1.
  public var certainty: Double
  /// Whether the act has happened.
  public var status: EdgeStatus
  /// Ids of the fields of help; sorted in graphs.
  public var fields: [String]
  /// The years it spans.
  public var years: ClosedRange<Int>?
  /// Numbers stated with it.
  public var quantities: [Quantity]
  /// First byte of the evidence in the file, for plain text.
  public var byteStart: Int?
  /// One past the last byte.
  public var byteEnd: Int?
  /// What was taken from outside the evidence (title, heading …), in words for a person.
  public var context: [String]
  /// How many statements this one stands for: more than 1 only for the best evidence of an edge that was
  /// read from a format that keeps no other.
  public var count: Double

  /// Makes a statement.
  public init(
    document: String, start: Int? = nil, end: Int? = nil, text: String = "", rule: String = "",
    certainty: Double = 1, status: EdgeStatus = .actual, fields: [String] = [],
    years: ClosedRange<Int>? = nil, quantities: [Quantity] = [], byteStart: Int? = nil,
    byteEnd: Int? = nil, context: [String] = [], count: Double = 1
  ) {
    self.document = document
    self.start = start
    self.end = end
    self.text = text
    self.rule = rule
    self.certainty = certainty
    self.status = status
    self.fields = fields
    self.years = years
    self.quantities = quantities
    self.byteStart = byteStart
    self.byteEnd = byteEnd
    self.context = context
    self.count = count
  }
}
