/// A unit of the administrative division, living or former.
public struct Place: Sendable, Hashable {
  /// Where a unit stands in the hierarchy.
  public enum Level: Int, Sendable, Hashable, Comparable {
    /// 省, 自治区, 直辖市, 特别行政区.
    case province
    /// 地级市, 自治州, 地区, 盟.
    case prefecture
    /// 县, 县级市, 市辖区, 旗.
    case county
    /// 乡, 镇, 街道.
    case township
    /// 村, 社区.
    case village

    /// Higher units come first.
    public static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
  }

  /// Position in `Ontology.places`.
  public let index: Int
  /// `place:` and the code of GB/T 2260, or the county's code and the name: `place:540222/年堆乡`; of a
  /// village whose name stands twice in its county `place:530326/以礼街道/中河社区`. A former unit keeps
  /// its former code.
  public var entityID: String {
    if !givenID.isEmpty { return givenID }
    return level < .township ? "place:\(adcode)" : "place:\(adcode)/\(name)"
  }
  /// The six-digit code; for townships and villages the code of their county.
  public let adcode: String
  /// The official name.
  public let name: String
  /// Names as people shorten them: the bare one first where it exists (会泽), then the others, those of
  /// `fullForms` included; may be empty. Of a township the name without 镇, 乡, 街道 ….
  public let shortNames: [String]
  /// Where the unit stands.
  public let level: Level
  /// The type that an entity of this place has.
  public let type: EntityType
  /// Position of the unit above; nil for provinces.
  public let parent: Int?
  /// Forms that end in an administrative word and need no more care than the name itself: the name,
  /// then shorter ones such as 红河州, 寻甸县, 道真自治县.
  public var fullForms: [String] { [name] + otherFullForms }
  /// Degrees in WGS-84, where known.
  public let coordinate: Coordinate?
  /// Years in which the name was in use, half open: gone in `upperBound`.
  public let years: Range<Int>
  /// The units that took the place of a former one, which may be former in their turn (see
  /// `Ontology.living(_:)`); empty for living units and where nobody knows.
  public let successors: [Int]
  /// Pinyin of the official name without tones, syllables separated by spaces.
  public let pinyin: String
  /// English or romanised names.
  public let english: [String]

  let otherFullForms: [String]
  /// The id where it does not follow from code and name.
  let givenID: String

  /// Whether the unit (or its name) is no longer in use.
  public var isFormer: Bool { years.upperBound != Int.max }

  /// A point in degrees, WGS-84.
  public struct Coordinate: Sendable, Hashable {
    /// Degrees east.
    public let longitude: Double
    /// Degrees north.
    public let latitude: Double

    /// Makes a point.
    public init(longitude: Double, latitude: Double) {
      self.longitude = longitude
      self.latitude = latitude
    }
  }

  /// Makes a place whose id follows from code and name unless `givenID` says otherwise; fast.
  init(
    index: Int, adcode: String, name: String, givenID: String = "", shortNames: [String],
    fullForms: [String], level: Level, type: EntityType, parent: Int?, coordinate: Coordinate?,
    years: Range<Int>, successors: [Int], pinyin: String, english: [String]
  ) {
    self.index = index
    self.givenID = givenID
    self.adcode = adcode
    self.name = name
    self.shortNames = shortNames
    otherFullForms = fullForms
    self.level = level
    self.type = type
    self.parent = parent
    self.coordinate = coordinate
    self.years = years
    self.successors = successors
    self.pinyin = pinyin
    self.english = english
  }

  /// Makes a place; for tests and for places that a caller adds.
  ///
  /// - Parameter fullForms: strong forms beside the name.
  public init(
    index: Int, entityID: String, adcode: String, name: String, shortNames: [String],
    fullForms: [String] = [], level: Level, type: EntityType, parent: Int?, coordinate: Coordinate? = nil,
    years: Range<Int> = 0..<Int.max, successors: [Int] = [], pinyin: String = "", english: [String] = []
  ) {
    let derived = level < .township ? "place:\(adcode)" : "place:\(adcode)/\(name)"
    self.init(
      index: index, adcode: adcode, name: name, givenID: entityID == derived ? "" : entityID,
      shortNames: shortNames, fullForms: fullForms.filter { $0 != name }, level: level, type: type,
      parent: parent, coordinate: coordinate, years: years, successors: successors, pinyin: pinyin,
      english: english)
  }
}
