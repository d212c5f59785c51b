/// Bytes that are gathered, used and forgotten millions of times: emptying it is a matter of one number, and
/// since it cannot be copied, nothing asks before each change whether somebody else looks on.
struct ByteScratch: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity = 256
  private(set) var count = 0

  init() { start = .allocate(capacity: capacity) }

  deinit { start.deallocate() }

  var isEmpty: Bool { count == 0 }

  mutating func removeAll() { count = 0 }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    let end = count + bytes.count
    if end > capacity { grow(end) }
    (start + count).initialize(from: source, count: bytes.count)
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

  var array: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

  var string: String { withBytes { String(decoding: $0, as: UTF8.self) } }

  private mutating func grow(_ wanted: Int) {
    let size = max(wanted, capacity * 2)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    larger.initialize(from: start, count: count)
    start.deallocate()
    start = larger
    capacity = size
  }
}
