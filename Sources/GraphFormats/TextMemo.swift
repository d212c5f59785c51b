import GraphStore

/// Remembers what was made of texts that come again and again; a table of few texts stays in the processor's
/// cache, which one of all texts does not.
struct TextMemo {
  private var texts = StringPool()
  private var values: [UInt32] = [0]
  private var last = ByteScratch()
  private var lastNumber = 0

  /// What was made of a text before (of the empty one 0); nil for a new one, whose value has to be added next.
  mutating func value(_ text: ByteScratch) -> UInt32? {
    if text.isEqual(last) { return values[lastNumber] }
    let number = Int(text.withBytes { texts.intern($0) })
    guard number < values.count else { return nil }
    last.removeAll()
    last.append(text)
    lastNumber = number
    return values[number]
  }

  /// Keeps what was made of the new text.
  mutating func add(_ value: UInt32) -> UInt32 {
    values.append(value)
    return value
  }
}
