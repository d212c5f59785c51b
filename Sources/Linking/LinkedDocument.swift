import Mentions

/// A document with its entities found.
public struct LinkedDocument: Sendable {
  /// The text as read.
  public let reading: ReadingText
  /// The distinct entities, in order of first mention.
  public let entities: [Entity]
  /// The mentions by start; of two that start together the longer comes first.
  public let mentions: [LinkedMention]

  /// Makes a linked document from consistent parts.
  public init(reading: ReadingText, entities: [Entity], mentions: [LinkedMention]) {
    self.reading = reading
    self.entities = entities
    self.mentions = mentions
  }
}
