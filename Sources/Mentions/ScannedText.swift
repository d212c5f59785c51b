import OntologyModel

/// A text with every hit of the lexicon, reachable by position.
public struct ScannedText: Sendable {
  /// The text.
  public let reading: ReadingText
  /// The lexicon that was used.
  public let lexicon: Lexicon
  /// All hits by start, shorter first at one start; none crosses a sentence.
  public let hits: [Lexicon.Hit]
  private let firstHit: [Int32]

  /// Looks up every position of every sentence. O(scalars × longest name).
  public init(reading: ReadingText, lexicon: Lexicon) {
    self.reading = reading
    self.lexicon = lexicon
    var hits: [Lexicon.Hit] = []
    for sentence in reading.sentences {
      hits += lexicon.hits(in: reading.scalars, range: sentence.range)
    }
    var firstHit = Array(repeating: Int32(0), count: reading.scalars.count + 2)
    for hit in hits { firstHit[Int(hit.start) + 1] += 1 }
    for index in 1..<firstHit.count { firstHit[index] += firstHit[index - 1] }
    self.hits = hits
    self.firstHit = firstHit
  }

  /// The hits that start at a position, shorter first.
  public func hits(at position: Int) -> ArraySlice<Lexicon.Hit> {
    hits[Int(firstHit[position])..<Int(firstHit[position + 1])]
  }

  /// The entry of a hit.
  public func entry(_ hit: Lexicon.Hit) -> Lexicon.Entry { lexicon.entries[Int(hit.entry)] }

  /// Whether a hit names something (a place or an organization), weak names included.
  public func isName(_ hit: Lexicon.Hit) -> Bool { !entry(hit).targets.isEmpty }

  /// Whether a word of two to five scalars with one of the classes ends at a position.
  public func hasHit(endingAt position: Int, notBefore floor: Int, with classes: WordClasses) -> Bool {
    for length in 2...5 where position - length >= floor {
      if hits(at: position - length).contains(where: {
        Int($0.length) == length && !entry($0).classes.isDisjoint(with: classes)
      }) {
        return true
      }
    }
    return false
  }

  /// The longest hit at `position` that ends at or before `limit` and passes `test`.
  public func longest(
    at position: Int, limit: Int, where test: (Lexicon.Hit) -> Bool
  ) -> Lexicon.Hit? {
    hits(at: position).last { $0.end <= limit && test($0) }
  }
}
