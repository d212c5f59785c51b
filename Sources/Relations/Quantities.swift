import Mentions

/// Numbers with units as a text states them: 1.63亿元, 506户, 三十多名教师, 1520多人次.
enum Quantities {
  /// All quantities in a stretch of text, in order; years, dates and ordinals are none. O(length).
  static func stated(in range: Range<Int>, of scalars: [Unicode.Scalar], words: WordTables) -> [Relation
    .Quantity]
  {
    var result: [Relation.Quantity] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard let number = Numeral.read(scalars, at: index, until: range.upperBound) else {
        index += 1
        continue
      }
      var end = number.end
      var isAtLeast = index > range.lowerBound && words.holds(.overBefore, scalars[index - 1])
      var value = number.value
      func passOver() {
        while end < range.upperBound, words.holds(.overAfter, scalars[end]) {
          isAtLeast = true
          end += 1
        }
      }
      passOver()
      while end < range.upperBound, let scale = Numeral.scale(scalars[end]) {
        value *= scale
        end += 1
        passOver()
      }
      let isOrdinal = index > range.lowerBound && words.holds(.ordinal, scalars[index - 1])
      let unit = words.units.first { unit in
        end + unit.form.count <= range.upperBound
          && scalars[end..<end + unit.form.count].elementsEqual(unit.form)
      }
      if !isOrdinal, let unit {
        end += unit.form.count
        var what = String.UnicodeScalarView()
        var at = end
        while at < range.upperBound, what.count < 6, ScalarClass.isHan(scalars[at]),
          !words.holds(.whatEnd, scalars[at])
        {
          what.append(scalars[at])
          at += 1
        }
        result.append(
          .init(value: value * unit.factor, unit: unit.base, what: String(what), isAtLeast: isAtLeast))
      }
      index = max(end, index + 1)
    }
    return result
  }
}
