/// A text as it is compared with another: without white space, quotation marks, brackets and middle dots.
///
/// Equal only when all scalars are equal; strings also count canonical equivalents as equal, which would
/// join compatibility ideographs with others.
struct FoldedName: Hashable, Comparable, Sendable {
  let scalars: [Unicode.Scalar]

  init(_ text: String) { scalars = text.unicodeScalars.filter { !Self.isDropped($0) } }

  /// The names in one attribute value: parts between semicolons of both widths and bars.
  static func names(inList text: String) -> [FoldedName] {
    text.unicodeScalars.split(whereSeparator: { $0 == ";" || $0 == "；" || $0 == "|" })
      .filter { part in part.contains { !isSpace($0) } }
      .map { FoldedName(String($0)) }
  }

  static func < (a: FoldedName, b: FoldedName) -> Bool { a.scalars.lexicographicallyPrecedes(b.scalars) }

  var isEmpty: Bool { scalars.isEmpty }

  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Whether the other stands in this one as a whole. O(product of the lengths).
  func contains(_ other: FoldedName) -> Bool { Self.firstIndex(of: other.scalars, in: scalars) != nil }

  /// Where `wanted` begins in `scalars`.
  static func firstIndex(of wanted: [Unicode.Scalar], in scalars: [Unicode.Scalar]) -> Int? {
    guard let first = wanted.first else { return scalars.isEmpty ? nil : 0 }
    guard wanted.count <= scalars.count else { return nil }
    for start in 0...(scalars.count - wanted.count) where scalars[start] == first {
      if scalars[start..<start + wanted.count].elementsEqual(wanted) { return start }
    }
    return nil
  }

  /// Every two neighbouring scalars.
  var pairs: Set<[Unicode.Scalar]> { Set(zip(scalars, scalars.dropFirst()).map { [$0, $1] }) }

  static func isDropped(_ scalar: Unicode.Scalar) -> Bool { isSpace(scalar) || marks.contains(scalar) }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
  }

  private static let marks: Set<Unicode.Scalar> = [
    "“", "”", "\"", "'", "《", "》", "「", "」", "『", "』", "•", "·", "(", ")", "（", "）",
  ]
}
