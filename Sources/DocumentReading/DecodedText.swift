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
}
