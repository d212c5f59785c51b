/// Classes of scalars that reading needs; all tests are branch-light and O(1).
public enum ScalarClass {
  /// Whether the scalar is a Han character (the blocks that names use).
  public static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x323AF, 0x3007: true
    default: false
    }
  }

  /// Whether the scalar is an ASCII digit.
  public static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

  /// Whether the scalar is an ASCII letter.
  public static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    (0x41...0x5A).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
  }

  /// Whether the scalar is white space or a line break of any script.
  public static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09, 0x0A, 0x0D, 0x0B, 0x0C, 0x85, 0xA0, 0x3000, 0x2028, 0x2029, 0xFEFF: true
    case 0x2000...0x200B: true
    default: false
    }
  }

  /// Whether the scalar parts the cells of a table row: a tab or a bar.
  public static func partsCells(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\t", "|", "｜": true
    default: false
    }
  }

  /// Whether the scalar ends a sentence.
  public static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "！", "？", "…": true
    default: false
    }
  }

  /// Whether the scalar closes a quotation or a bracket.
  public static func closes(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "”", "’", "）", "》", "】", "〉", "〕": true
    default: false
    }
  }

  /// Whether a name may hold the scalar: Han characters, letters, digits and the middle dot.
  public static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    isHan(scalar) || isDigit(scalar) || isLatin(scalar) || scalar == "·"
  }
}
