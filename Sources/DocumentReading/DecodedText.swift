import SourceText

/// A text as Unicode scalars, with the place of each in the bytes it came from.
///
/// A byte order mark is left out; CR LF and CR became LF.
public struct DecodedText: Sendable {
  /// The encoding that was used.
  public let encoding: TextEncoding
  /// The text.
  public let scalars: [Unicode.Scalar]
  /// Byte offset of every scalar, then of the end; empty when the input is larger than 4 GiB.
  public let byteOffsets: [UInt32]
  /// Position in `scalars` of the first U+FFFD that stands for bytes which are no text.
  public let firstReplacement: Int?

  /// Line and column of a scalar. O(offset).
  func position(of offset: Int) -> SourcePosition {
    let before = scalars[..<offset]
    let start = before.lastIndex(of: "\n").map { $0 + 1 } ?? 0
    return SourcePosition(line: before.count { $0 == "\n" } + 1, column: offset - start + 1)
  }
}

/// Collects scalars and their byte offsets, reading CR LF and CR as LF.
struct ScalarCollector {
  private var scalars: [Unicode.Scalar] = []
  private var offsets: [UInt32] = []
  private var firstReplacement: Int?
  private var followsCR = false
  /// Number of places where bytes were no text.
  private(set) var malformedCount = 0

  init(capacity: Int) {
    scalars.reserveCapacity(capacity)
    offsets.reserveCapacity(capacity + 1)
  }

  /// Adds a character whose bytes begin at `offset`.
  mutating func append(_ scalar: Unicode.Scalar, at offset: Int) {
    defer { followsCR = scalar == "\r" }
    if scalar == "\n", followsCR { return }
    scalars.append(scalar == "\r" ? "\n" : scalar)
    offsets.append(UInt32(truncatingIfNeeded: offset))
  }

  /// Adds U+FFFD for bytes that are no text.
  mutating func appendMalformed(at offset: Int) {
    if firstReplacement == nil { firstReplacement = scalars.count }
    malformedCount += 1
    append("\u{FFFD}", at: offset)
  }

  /// The text, when all bytes are read.
  func text(_ encoding: TextEncoding, byteCount: Int) -> DecodedText {
    let fits = byteCount <= Int(UInt32.max)
    return DecodedText(
      encoding: encoding, scalars: scalars, byteOffsets: fits ? offsets + [UInt32(byteCount)] : [],
      firstReplacement: firstReplacement)
  }
}
