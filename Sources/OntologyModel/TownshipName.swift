/// How people shorten the names of townships: a rule with the endings of `name-endings.tsv` instead of
/// 40,000 cells.
struct TownshipName {
  /// 镇, 乡, 街道 …, the longer of two that end alike first.
  private let endings: [[UInt8]]
  /// Ethnic names that stand between the bare name and 乡, in the same order.
  private let peoples: [[UInt8]]

  init(endings: [String], peoples: [String]) {
    self.endings = TownshipName.ordered(endings)
    self.peoples = TownshipName.ordered(peoples)
  }

  private static func ordered(_ names: [String]) -> [[UInt8]] {
    names.map { Array($0.utf8) }.sorted { ($1.count, $0.last ?? 0) < ($0.count, $1.last ?? 0) }
  }

  /// The name without its kind and without ethnic names, when at least two characters are left.
  func shortNames(of name: String) -> [String] {
    parts(of: name).map { [$0.stem] } ?? []
  }

  /// The name without ethnic names where it has some, and with 民族乡 for 族乡: 五龙乡 and 五龙壮民族乡 for 五龙壮族乡.
  func fullForms(of name: String) -> [String] {
    guard let parts = parts(of: name), parts.isEthnic else { return [] }
    var forms = [parts.stem + (parts.ending.hasSuffix("乡") ? "乡" : parts.ending)]
    if name.hasSuffix("族乡"), !name.hasSuffix("民族乡") { forms.append(name.dropLast(2) + "民族乡") }
    return forms
  }

  private func parts(of name: String) -> (stem: String, ending: String, isEthnic: Bool)? {
    var name = name
    return name.withUTF8 { bytes in
      var count = bytes.count
      guard let ending = endings.first(where: { TownshipName.ends(bytes, count, with: $0) }) else {
        return nil
      }
      count -= ending.count
      let whole = count
      while let people = peoples.first(where: { TownshipName.ends(bytes, count, with: $0) }) {
        count -= people.count
      }
      return (
        String(decoding: bytes[..<count], as: UTF8.self), String(decoding: ending, as: UTF8.self),
        count < whole
      )
    }
  }

  /// Six bytes are two Chinese characters, the least that can be a name.
  private static func ends(_ name: UnsafeBufferPointer<UInt8>, _ count: Int, with ending: [UInt8]) -> Bool {
    guard count >= ending.count + 6 else { return false }
    var at = count
    for byte in ending.reversed() {
      at -= 1
      if name[at] != byte { return false }
    }
    return true
  }
}
