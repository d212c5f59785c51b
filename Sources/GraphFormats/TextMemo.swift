import GraphStore

/// Remembers what was made of texts that come again and again.
///
/// Short texts stand in the table itself, so that finding one of them waits for memory once. In a pool of all
/// strings it would wait three times.
struct TextMemo {
  private struct Slot {
    var text = ShortText()
    /// 0 in a free slot.
    var length: UInt32 = 0
    var value: UInt32 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 64)
  private var usedSlots = 0
  private var longTexts = StringPool()
  private var longValues: [UInt32] = [0]
  /// The text that was missing last; `add` puts it into the table.
  private var asked = Slot()
  /// Of no meaning; it takes what was read ahead, so that the reading is not optimized away.
  private var warmth: UInt32 = 0
  /// Differs from run to run, so that nobody can prepare texts that all collide.
  private let seed = UInt64(truncatingIfNeeded: Hasher().finalize()) | 1

  /// What was made of a text before (of the empty one 0); nil for a new one, whose value has to be added next.
  mutating func value(_ text: UnsafeBufferPointer<UInt8>) -> UInt32? {
    if text.isEmpty { return 0 }
    if text.count > ShortText.capacity {
      asked.length = 0
      let number = Int(longTexts.intern(text))
      return number < longValues.count ? longValues[number] : nil
    }
    let wanted = Slot(text: ShortText(text), length: UInt32(text.count))
    let place = place(of: wanted)
    if slots[place].length != 0 { return slots[place].value }
    asked = wanted
    return nil
  }

  /// Fetches what `value` will need: of texts that come soon, so that the waits for memory overlap.
  mutating func warm(_ text: UnsafeBufferPointer<UInt8>) {
    if text.isEmpty || text.count > ShortText.capacity { return }
    let wanted = Slot(text: ShortText(text), length: UInt32(text.count))
    warmth &+= slots[Int(truncatingIfNeeded: hash(wanted)) & (slots.count - 1)].value
  }

  /// Keeps what was made of the new text.
  mutating func add(_ value: UInt32) -> UInt32 {
    if asked.length == 0 {
      longValues.append(value)
      return value
    }
    asked.value = value
    slots[place(of: asked)] = asked
    usedSlots += 1
    if usedSlots * 2 > slots.count { grow() }
    return value
  }

  /// The slot that holds a text, or the free one where it belongs.
  private func place(of wanted: Slot) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash(wanted)) & mask
    while slots[index].length != 0,
      slots[index].length != wanted.length || slots[index].text != wanted.text
    {
      index = (index + 1) & mask
    }
    return index
  }

  private func hash(_ slot: Slot) -> UInt64 {
    let start = Self.mix(seed ^ slot.text.first ^ UInt64(slot.length) << 56)
    return Self.mix(Self.mix(start ^ slot.text.second) ^ slot.text.third)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.length != 0 { slots[place(of: slot)] = slot }
  }
}
