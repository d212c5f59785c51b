/// What people type, brought to one form; every scalar stays one scalar, so offsets hold.
enum TypedText {
  /// Full-width forms as ASCII, odd spaces as spaces, odd apostrophes as `'`.
  static func folded(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
      case 0x3000, 0xA0, 0x2009, 0x202F, 0x09, 0x0A, 0x0D: " "
      case 0x2019, 0x02BC, 0x60, 0xB4: "'"
      default: scalar
      }
    }
  }

  static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD: true
    default: false
    }
  }

  /// Whether a scalar is part of a word in Latin script, marks of tone included.
  static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x300...0x36F: scalar != "×" && scalar != "÷"
    default: false
    }
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

  /// Lower-case ASCII letters only: tones, spaces, digits of tones and apostrophes go, ü becomes `v`.
  static func latinKey(_ text: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in text {
      if scalar.value == 0x308, last == "u" {
        view.removeLast()
        view.append("v")
      } else if let letter = letter(scalar) {
        view.append(letter)
      }
      last = view.last
    }
    return String(view)
  }

  private static func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x61...0x7A: return scalar
    case 0x41...0x5A: return Unicode.Scalar(scalar.value + 32)
    default: break
    }
    for (letter, forms) in toned where forms.contains(scalar) { return letter }
    return nil
  }

  private static let toned: [(Unicode.Scalar, Set<Unicode.Scalar>)] = [
    ("a", Set("āáǎàăâäãåĀÁǍÀ".unicodeScalars)), ("e", Set("ēéěèêëĒÉĚÈ".unicodeScalars)),
    ("i", Set("īíǐìîïĪÍǏÌ".unicodeScalars)), ("o", Set("ōóǒòôöõŌÓǑÒ".unicodeScalars)),
    ("u", Set("ūúǔùûŪÚǓÙ".unicodeScalars)), ("v", Set("ǖǘǚǜüǕǗǙǛÜ".unicodeScalars)),
    ("n", Set("ñńňǹ".unicodeScalars)), ("c", Set("ç".unicodeScalars)),
  ]
}
