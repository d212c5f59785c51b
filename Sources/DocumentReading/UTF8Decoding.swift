/// Decodes UTF-8; every maximal stretch of bytes that cannot start a character becomes one U+FFFD.
enum UTF8Decoding {
  /// The text of the bytes from `start` on; offsets count from the start of `bytes`.
  static func decode(_ bytes: [UInt8], from start: Int) -> DecodedText {
    let leads = bytes.withUnsafeBufferPointer { input in
      var leads = 0
      for index in start..<input.count where input[index] & 0xC0 != 0x80 { leads += 1 }
      return leads
    }
    // Only stray continuation bytes, which become scalars of their own, need the larger bound.
    return fill(bytes, from: start, capacity: leads)
      ?? fill(bytes, from: start, capacity: bytes.count - start)
      ?? DecodedText(encoding: .utf8, scalars: [], byteOffsets: [0], firstReplacement: nil)
  }

  /// Nil when `capacity` scalars do not suffice.
  private static func fill(_ bytes: [UInt8], from start: Int, capacity: Int) -> DecodedText? {
    var overflow = false
    var firstReplacement: Int?
    var offsets: [UInt32] = []
    let scalars = [Unicode.Scalar](unsafeUninitializedCapacity: capacity) { scalars, count in
      offsets = [UInt32](unsafeUninitializedCapacity: capacity + 1) { offsets, offsetCount in
        bytes.withUnsafeBufferPointer { input in
          var index = start
          while index < input.count {
            guard count < capacity else {
              overflow = true
              break
            }
            offsets.initializeElement(at: count, to: UInt32(truncatingIfNeeded: index))
            var scalar = next(in: input, at: &index)
            if scalar == nil {
              scalar = "\u{FFFD}"
              if firstReplacement == nil { firstReplacement = count }
            } else if scalar == "\r" {
              scalar = "\n"
              if index < input.count, input[index] == 0x0A { index += 1 }
            }
            scalars.initializeElement(at: count, to: scalar ?? "\u{FFFD}")
            count += 1
          }
          offsets.initializeElement(at: count, to: UInt32(truncatingIfNeeded: input.count))
          offsetCount = count + 1
        }
      }
    }
    if overflow { return nil }
    if bytes.count > Int(UInt32.max) { offsets = [] }
    return DecodedText(
      encoding: .utf8, scalars: scalars, byteOffsets: offsets, firstReplacement: firstReplacement)
  }

  /// Reads one character and moves `index` behind it; nil for malformed bytes, of which it skips the
  /// longest stretch that began like a character (as the Unicode standard recommends).
  @inline(__always)
  static func next(in input: UnsafeBufferPointer<UInt8>, at index: inout Int) -> Unicode.Scalar? {
    let lead = input[index]
    index += 1
    if lead < 0x80 { return Unicode.Scalar(lead) }
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    var value: UInt32
    switch lead {
    case 0xC2...0xDF:
      length = 1
      value = UInt32(lead & 0x1F)
    case 0xE0...0xEF:
      length = 2
      value = UInt32(lead & 0x0F)
      if lead == 0xE0 { low = 0xA0 }
      if lead == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      length = 3
      value = UInt32(lead & 0x07)
      if lead == 0xF0 { low = 0x90 }
      if lead == 0xF4 { high = 0x8F }
    default: return nil
    }
    for _ in 0..<length {
      guard index < input.count, input[index] >= low, input[index] <= high else { return nil }
      value = value << 6 | UInt32(input[index] & 0x3F)
      index += 1
      low = 0x80
      high = 0xBF
    }
    return Unicode.Scalar(value)
  }
}
