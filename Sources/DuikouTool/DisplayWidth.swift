/// How many cells of a terminal a text takes: Chinese characters and full-width forms take two.
enum DisplayWidth {
  /// Cells of a text without control characters. O(length).
  static func of(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// Cells of one scalar; marks that combine take none.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value < 0x20 || value == 0x7F ? 0 : 1 }
    switch value {
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F, 0x20D0...0x20FF: return 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
      0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// The text with spaces added up to `width` cells.
  static func pad(_ text: String, to width: Int, alignRight: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - of(text)))
    return alignRight ? space + text : text + space
  }

  /// The text cut to `width` cells, with `…` where something was cut.
  static func cut(_ text: String, to width: Int) -> String {
    if of(text) <= width { return text }
    var result = String.UnicodeScalarView()
    var used = 1
    for scalar in text.unicodeScalars {
      let cells = of(scalar)
      if used + cells > width { break }
      used += cells
      result.append(scalar)
    }
    return String(result) + "…"
  }
}
