/// Bytes that are gathered, used and forgotten millions of times: emptying it is a matter of one number, and
/// since it cannot be copied, nothing asks before each change whether somebody else looks on.
struct ByteScratch: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity = 256
  private(set) var count = 0

  init() {
    start = .allocate(capacity: capacity)
    start.initialize(repeating: 0, count: capacity)
  }

  deinit { start.deallocate() }

  var isEmpty: Bool { count == 0 }

  mutating func removeAll() { count = 0 }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    let end = count + bytes.count
    if end > capacity { grow(end) }
    (start + count).update(from: source, count: bytes.count)
    count = end
  }

  mutating func append(_ other: borrowing ByteScratch) { other.withBytes { append($0) } }

  mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    body(UnsafeBufferPointer(start: start, count: count))
  }

  func isEqual(_ other: [UInt8]) -> Bool {
    if count != other.count { return false }
    for index in 0..<count where start[index] != other[index] { return false }
    return true
  }

  func isEqual(_ other: borrowing ByteScratch) -> Bool {
    if count != other.count { return false }
    for index in 0..<count where start[index] != other.start[index] { return false }
    return true
  }

  /// The first 24 bytes as three numbers, with zeros after the last byte.
  var words: ShortText { ShortText(first: word(0), second: word(1), third: word(2)) }

  var array: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

  var string: String { withBytes { String(decoding: $0, as: UTF8.self) } }

  // There is always room for three words, and all of it was written once.
  private func word(_ index: Int) -> UInt64 {
    let length = count - index * 8
    if length <= 0 { return 0 }
    let raw = UnsafeRawPointer(start).loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)
    return length >= 8 ? raw : UInt64(littleEndian: raw) & (1 << UInt64(length * 8) - 1)
  }

  private mutating func grow(_ wanted: Int) {
    let size = max(wanted, capacity * 2)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    larger.update(from: start, count: count)
    (larger + count).initialize(repeating: 0, count: size - count)
    start.deallocate()
    start = larger
    capacity = size
  }
}

/// Up to 24 bytes, compared in three steps.
struct ShortText: Equatable {
  static let capacity = 24

  var first: UInt64 = 0
  var second: UInt64 = 0
  var third: UInt64 = 0
}
