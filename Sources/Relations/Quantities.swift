import Mentions

/// Numbers with units as a text states them: 1.63亿元, 506户, 三十多名教师, 1520多人次.
enum Quantities {
  private static let units: [[Unicode.Scalar]] = [
    "人次", "批次", "平方米", "公里", "万元", "公斤", "千克", "元", "户", "人", "名", "亩", "吨", "个", "所", "座", "场", "台", "批",
    "家", "件", "套", "间", "例", "位", "辆", "棟", "栋", "头", "只", "盏", "节", "期", "册", "种", "村", "项", "支", "米",
  ].map { Array($0.unicodeScalars) }

  /// All quantities in a stretch of text, in order; years, dates and ordinals are none. O(length).
  static func stated(in range: Range<Int>, of scalars: [Unicode.Scalar]) -> [Relation.Quantity] {
    var result: [Relation.Quantity] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard let number = Numeral.read(scalars, at: index, until: range.upperBound) else {
        index += 1
        continue
      }
      var end = number.end
      var isAtLeast = isOver(before: index, scalars, range)
      while end < range.upperBound, "余多".unicodeScalars.contains(scalars[end]) {
        isAtLeast = true
        end += 1
      }
      var value = number.value
      var scaled = true
      while scaled, end < range.upperBound {
        switch scalars[end] {
        case "万": value *= 1e4
        case "亿": value *= 1e8
        default: scaled = false
        }
        if scaled { end += 1 }
        while end < range.upperBound, "余多".unicodeScalars.contains(scalars[end]) {
          isAtLeast = true
          end += 1
        }
      }
      let isOrdinal = index > range.lowerBound && scalars[index - 1] == "第"
      if !isOrdinal,
        let unit = units.first(where: { unit in
          end + unit.count <= range.upperBound && scalars[end..<end + unit.count].elementsEqual(unit)
        })
      {
        end += unit.count
        var what = String.UnicodeScalarView()
        var at = end
        while at < range.upperBound, what.count < 8, ScalarClass.isHan(scalars[at]),
          !"的和与及、到来往在为给由，".unicodeScalars.contains(scalars[at])
        {
          what.append(scalars[at])
          at += 1
        }
        // 20场 alone counts nothing that is named after it unless the clause goes on.
        var name = String(String.UnicodeScalarView(unit))
        if name == "万元" {
          name = "元"
          value *= 1e4
        }
        result.append(.init(value: value, unit: name, what: String(what), isAtLeast: isAtLeast))
      }
      index = max(end, index + 1)
    }
    return result
  }

  private static func isOver(before index: Int, _ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    for word in ["超过", "逾", "超", "突破", "至少", "近万"] {
      let form = Array(word.unicodeScalars)
      let start = index - form.count
      if start >= range.lowerBound, scalars[start..<index].elementsEqual(form), word != "近万" { return true }
    }
    return false
  }
}
