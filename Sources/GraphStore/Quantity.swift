/// A number with its unit and what it counts, as a text states it.
public struct Quantity: Sendable, Hashable {
  /// The value in the plain unit: 1.63e9 for 16.3亿元.
  public let value: Double
  /// The unit: 元, 户, 亩, 人次 ….
  public let unit: String
  /// What is counted, where the text says it; else empty.
  public let what: String
  /// Whether the text says “more than”.
  public let isAtLeast: Bool

  /// Makes a quantity.
  public init(value: Double, unit: String, what: String = "", isAtLeast: Bool = false) {
    self.value = value
    self.unit = unit
    self.what = what
    self.isAtLeast = isAtLeast
  }
}
