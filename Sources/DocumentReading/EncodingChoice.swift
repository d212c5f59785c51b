/// Chooses among damaged UTF-8, GB 18030 and Big5 by how much a reading looks like Chinese.
enum EncodingChoice {
  /// The most frequent characters of Chinese in both scripts: about a third of any text, and hardly ever
  /// met in a text that is decoded wrongly.
  private static let frequent: Set<Unicode.Scalar> = Set(
    ("的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們生到作地于出就分对對成会會可主发發年动動同工也能下过過"
      + "子说說产產种種面而方后後多定行学學法所民得经經十三之进進着等部度家电電力里如水化高自二理起小物现現实實加量都两兩"
      + "区區县縣市省村镇鎮上海扶贫貧支援帮幫结結，。、")
      .unicodeScalars)

  private static let sampleLength = 1 << 16

  /// The reading with the largest share of frequent characters; UTF-8 when none is convincing.
  static func best(of bytes: [UInt8], utf8: DecodedText) -> DecodedText? {
    let replaced = utf8.scalars.count { $0 == "\u{FFFD}" }
    let wellFormed = utf8.scalars.count { $0.value >= 0x80 } - replaced
    if wellFormed >= replaced * 10 { return utf8 }

    // A part is enough to tell; most files are smaller than that.
    let sample = Array(bytes.prefix(sampleLength))
    let scores = [DoubleByteDecoding.gb18030, .big5].map { decoding in
      let reading = decoding.decode(sample)
      return (decoding: decoding, score: score(reading.text, malformed: reading.malformedCount))
    }
    // Of equals, such as texts of a few rare characters, GB 18030 is the likelier.
    let best = scores[1].score > scores[0].score ? scores[1] : scores[0]
    if best.score > 0 { return best.decoding.decode(bytes).text }
    return isBinary(utf8) ? nil : utf8
  }

  /// Share of frequent characters among those beyond ASCII, in thousandths; 0 when too much is malformed.
  private static func score(_ text: DecodedText, malformed: Int) -> Int {
    var wide = 0
    var known = 0
    for scalar in text.scalars where scalar.value >= 0x80 {
      wide += 1
      if frequent.contains(scalar) { known += 1 }
    }
    guard wide > 0, malformed * 20 <= wide else { return 0 }
    let share = (known - malformed) * 1000 / wide
    // A title of a few characters may hold none of the frequent ones.
    if wide < 30 { return malformed == 0 ? max(1, share) : max(0, share) }
    return share >= 50 ? share : 0
  }

  /// Control characters in number are a sign of something else than text.
  private static func isBinary(_ text: DecodedText) -> Bool {
    let controls = text.scalars.count { scalar in
      scalar.value < 0x20 && !(9...13).contains(scalar.value) && scalar.value != 0x1B
    }
    return controls * 20 > text.scalars.count
  }
}
