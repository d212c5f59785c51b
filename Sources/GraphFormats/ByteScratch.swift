/// Bytes that are gathered, used and forgotten millions of times: emptying it is a matter of one number.
struct ByteScratch {
  private var storage = [UInt8](repeating: 0, count: 256)
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  mutating func removeAll() { count = 0 }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    let end = count + bytes.count
    if end > storage.count {
      storage.append(contentsOf: repeatElement(0, count: max(end, storage.count * 2) - storage.count))
    }
    guard let source = bytes.baseAddress else { return }
    storage.withUnsafeMutableBytes { target in
      target.baseAddress?.advanced(by: count).copyMemory(from: source, byteCount: bytes.count)
    }
    count = end
  }

  mutating func append(_ other: ByteScratch) { other.withBytes { append($0) } }

  mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    storage.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
  }

  func isEqual(_ other: [UInt8]) -> Bool {
    if count != other.count { return false }
    for index in 0..<count where storage[index] != other[index] { return false }
    return true
  }

  func isEqual(_ other: ByteScratch) -> Bool {
    if count != other.count { return false }
    for index in 0..<count where storage[index] != other.storage[index] { return false }
    return true
  }

  var array: [UInt8] { Array(storage[..<count]) }

  var string: String { withBytes { String(decoding: $0, as: UTF8.self) } }
}
