public import SourceText

extension Document {
  /// The sentence around a range of document offsets: from the last full stop before it to the next one in or
  /// after it, within the block that holds it; without white space at the ends.
  ///
  /// Outside every block it is the range itself. O(length of the block + number of blocks).
  public func sentence(around range: Range<Int>) -> Range<Int> {
    let range = range.clamped(to: 0..<scalars.count)
    guard let block = blocks.first(where: { $0.range.upperBound > range.lowerBound }),
      block.range.lowerBound <= range.lowerBound
    else { return range }
    var start = range.lowerBound
    while start > block.range.lowerBound, !endsSentence(at: start - 1) { start -= 1 }
    var end = range.upperBound
    // A range that ends with its full stop is whole already.
    if end == range.lowerBound || !endsSentence(at: end - 1) {
      while end < block.range.upperBound, !endsSentence(at: end) { end += 1 }
      if end < block.range.upperBound { end += 1 }
    }
    while end < block.range.upperBound, Self.closers.contains(scalars[end]) { end += 1 }
    while start < range.lowerBound,
      scalars[start].properties.isWhitespace || Self.closers.contains(scalars[start])
    {
      start += 1
    }
    while end > range.upperBound, scalars[end - 1].properties.isWhitespace { end -= 1 }
    return start..<max(end, range.upperBound)
  }

  private func endsSentence(at index: Int) -> Bool { Self.fullStops.contains(scalars[index]) }

  private static let fullStops: Set<Unicode.Scalar> = ["。", "！", "？", "!", "?", "｡"]
  private static let closers: Set<Unicode.Scalar> = ["”", "’", "」", "』", "）", ")"]
}
