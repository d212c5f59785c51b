import OntologyModel

/// Maps a scalar to the form in which names and rules are written.
///
/// Full-width letters and digits become ASCII, half-width punctuation between Chinese becomes Chinese,
/// Japanese and Taiwanese quotation marks become “ ” ‘ ’, traditional characters become simplified.
struct CharacterFolding {
  private let simplified: [Unicode.Scalar: Unicode.Scalar]
  private let protected: [[Unicode.Scalar]]
  private let isTraditional: Bool

  /// Decides once for the text whether it is in traditional script: at least one Han character in twelve
  /// is one that simplified script does not have (traditional texts hold about four in twelve).
  init(text: [Unicode.Scalar], ontology: Ontology) {
    simplified = ontology.simplified
    protected = ontology.protectedNames.map { Array($0.unicodeScalars) }
    var han = 0
    var traditional = 0
    for scalar in text where ScalarClass.isHan(scalar) {
      han += 1
      if ontology.simplified[scalar] != nil { traditional += 1 }
    }
    isTraditional = traditional * 12 >= han && (traditional >= 2 || han <= 6 && traditional > 0)
  }

  /// The folded scalar at `index` of `text`; `opensQuote` keeps the state of straight quotation marks.
  func fold(_ text: [Unicode.Scalar], at index: Int, opensQuote: inout Bool) -> Unicode.Scalar {
    let scalar = text[index]
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF:
      guard isTraditional, let simple = simplified[scalar] else { return scalar }
      return isProtected(text, at: index) ? scalar : simple
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF0B, 0xFF0E, 0xFF0D, 0xFF05:
      return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000, 0xA0: return " "
    default: break
    }
    switch scalar {
    case "「": return "“"
    case "」": return "”"
    case "『": return "‘"
    case "』": return "’"
    case "\"":
      opensQuote.toggle()
      return opensQuote ? "“" : "”"
    case "﹑", "､": return "、"
    case "•", "‧", "∙", "・": return "·"
    case ",": return isBetweenASCII(text, index) ? scalar : "，"
    case ":": return isBetweenASCII(text, index) ? scalar : "："
    case ";": return "；"
    case "!": return "！"
    case "?": return "？"
    case "(": return "（"
    case ")": return "）"
    case "[": return "【"
    case "]": return "】"
    case "｡": return "。"
    default: return scalar
    }
  }

  private func isBetweenASCII(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index > 0, index + 1 < text.count else { return false }
    return text[index - 1].isASCII && text[index + 1].isASCII && !ScalarClass.isSpace(text[index + 1])
  }

  private func isProtected(_ text: [Unicode.Scalar], at index: Int) -> Bool {
    protected.contains { name in
      name.indices.contains { offset in
        name[offset] == text[index] && index >= offset && index - offset + name.count <= text.count
          && text[(index - offset)..<(index - offset + name.count)].elementsEqual(name)
      }
    }
  }
}
