/// What the outline needs to know about a character; half-width and full-width forms count alike.
enum CharacterTraits {
  /// White space that may surround a line, the ideographic space and the byte order mark included.
  @inline(__always)
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09, 0x0B, 0x0C, 0xA0, 0x3000, 0xFEFF, 0x2000...0x200B, 0x85, 0x2028, 0x2029, 0x202F: true
    default: false
    }
  }

  /// Marks that end a sentence, or a clause as long as one; a line that ends with one is no heading.
  @inline(__always)
  static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "！", "？", "；", "…", "：", ".", "!", "?", ";", ":", "｡", "．": true
    default: false
    }
  }

  /// Marks that show running text when they stand inside a line.
  @inline(__always)
  static func marksRunningText(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "；", "｡": true
    default: false
    }
  }

  /// Marks after which a sentence goes on.
  @inline(__always)
  static func isComma(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "，", ",", "、", "﹐", "､": true
    default: false
    }
  }

  /// Closing quotation marks and brackets: what stands before them decides whether a sentence ends.
  static func closes(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "”", "’", "」", "』", "）", ")", "】", "》", "〉", "\"", "'", "]", "］": true
    default: false
    }
  }

  /// Letters, digits and ideographs.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
    default: isHan(scalar)
    }
  }

  /// Ideographs of every block.
  @inline(__always)
  static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x3FFFF, 0xF900...0xFAFF, 0x3007: true
    default: false
    }
  }

  /// Numerals as Chinese headings count them.
  static func isChineseNumeral(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "零", "〇", "两": true
    default: false
    }
  }

  /// 0-9, also in full width.
  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
  }

  /// Signs that open a line of a list without a number.
  static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "●", "•", "·", "▪", "■", "◆", "◇", "○", "▶", "►", "★", "☆", "※", "➢", "✓", "□", "–": true
    default: false
    }
  }
}
