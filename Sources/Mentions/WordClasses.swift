import OntologyModel

/// What the word lists say of a word; a word may be in several lists.
public struct WordClasses: OptionSet, Sendable, Hashable {
  /// One bit a list.
  public let rawValue: UInt32

  /// Makes a set from its bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Names never run across it.
  public static let hardBorder = WordClasses(rawValue: 1)
  /// Names do not run across it when a known name follows at once.
  public static let softBorder = WordClasses(rawValue: 2)
  /// A character that links two known names but stands inside many names.
  public static let linkBorder = WordClasses(rawValue: 4)
  /// Part of descriptions that is a name after a place.
  public static let genericPart = WordClasses(rawValue: 8)
  /// Part of descriptions, even after a place.
  public static let descriptor = WordClasses(rawValue: 16)
  /// An ending of organizations that may follow any stem.
  public static let strongSuffix = WordClasses(rawValue: 32)
  /// An ending that needs a known name in front.
  public static let weakSuffix = WordClasses(rawValue: 64)
  /// An ending that needs a place or a word standing for one.
  public static let relativeSuffix = WordClasses(rawValue: 128)
  /// A head noun of programmes that may belong to the name.
  public static let programmeHead = WordClasses(rawValue: 256)
  /// A head noun that only hints at a programme.
  public static let weakHead = WordClasses(rawValue: 512)
  /// Makes a bare short name before it part of another name.
  public static let blockerAfter = WordClasses(rawValue: 1024)
  /// A common word that is also a place name.
  public static let commonWord = WordClasses(rawValue: 2048)

  /// A fixed phrase in which no names are to be found.
  public static let mask = WordClasses(rawValue: 4096)

  /// A verb that, right before a quotation, hints at a programme (推出“防贫保”).
  public static let programmeOpener = WordClasses(rawValue: 8192)
  /// A noun that makes a quoted string before it the name of a company (品牌).
  public static let bodyNoun = WordClasses(rawValue: 16384)

  /// An ending of companies after a short stem that stands free (雷允上药业).
  public static let brandSuffix = WordClasses(rawValue: 32768)

  /// A noun after which names of companies start.
  public static let companyBorder = WordClasses(rawValue: 65536)
  /// What may stand before a place at the head of an organization's name.
  public static let namePrefix = WordClasses(rawValue: 131072)

  /// Joins the place that helps to the one helped in the name of a body (对口支援).
  public static let jointWord = WordClasses(rawValue: 524288)

  /// An ending of companies after a place and a short stem (福建鼎立石业).
  public static let placedSuffix = WordClasses(rawValue: 262144)

  /// A kind of body that stands for one named elsewhere before an inner ending (集团 in 集团工会).
  public static let ownerNoun = WordClasses(rawValue: 1_048_576)
  /// An ending of bodies inside another body (工会); it comes on top of a class of `suffix`.
  public static let innerSuffix = WordClasses(rawValue: 2_097_152)

  /// Any ending of organizations.
  public static let suffix: WordClasses = [
    .strongSuffix, .weakSuffix, .relativeSuffix, .brandSuffix, .placedSuffix,
  ]
  /// Any border.
  public static let border: WordClasses = [.hardBorder, .softBorder, .linkBorder, .companyBorder]
}
