import GraphStore
public import SourceText

/// Takes the bytes of a file piece by piece, in order.
public typealias ByteConsumer = ([UInt8]) throws(Diagnostic) -> Void

/// Bytes on their way to a consumer, handed on in pieces of about a megabyte.
struct OutputBuffer {
  private(set) var bytes: [UInt8] = []
  private let consumer: ByteConsumer
  private static let pieceSize = 1 << 20

  init(_ consumer: @escaping ByteConsumer) {
    self.consumer = consumer
    bytes.reserveCapacity(Self.pieceSize + 4096)
  }

  /// Hands on what has gathered when it is enough for a piece.
  mutating func flushIfFull() throws(Diagnostic) {
    if bytes.count >= Self.pieceSize { try flush() }
  }

  /// Hands on everything.
  mutating func flush() throws(Diagnostic) {
    if bytes.isEmpty { return }
    try consumer(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func raw(_ piece: [UInt8]) { bytes.append(contentsOf: piece) }

  mutating func raw(_ piece: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: piece) }

  mutating func raw(byte: UInt8) { bytes.append(byte) }

  mutating func append(_ body: (inout [UInt8]) -> Void) { body(&bytes) }

  /// A whole number in decimal digits.
  mutating func integer(_ value: Int) {
    if value < 0 {
      bytes.append(contentsOf: String(value).utf8)
      return
    }
    let start = bytes.count
    var rest = value
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// The shortest digits that read back as the same number, always with a decimal point or exponent.
  mutating func double(_ value: Double) {
    if value >= 0, value < 1e9, value.rounded(.towardZero) == value {
      integer(Int(value))
      raw(".0")
    } else {
      raw(value.description)
    }
  }

  /// Like `double`, but whole numbers come without a decimal point.
  mutating func number(_ value: Double) {
    if abs(value) < 1e15, value.rounded(.towardZero) == value {
      integer(Int(value))
    } else {
      raw(value.description)
    }
  }
}
