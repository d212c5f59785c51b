import Mentions

/// Years as a text states them.
enum Years {
  /// The span from the first to the last year stated (2016年, 2016—2018年, 2016年以来); nil without any. O(length).
  static func stated(in range: Range<Int>, of scalars: [Unicode.Scalar]) -> ClosedRange<Int>? {
    var low = Int.max
    var high = Int.min
    var index = range.lowerBound
    while index + 4 < range.upperBound {
      guard ScalarClass.isDigit(scalars[index]) else {
        index += 1
        continue
      }
      var end = index
      var value = 0
      while end < range.upperBound, ScalarClass.isDigit(scalars[end]), end - index < 9 {
        value = value * 10 + Int(scalars[end].value - 0x30)
        end += 1
      }
      if end - index == 4, (1949...2100).contains(value), end < range.upperBound {
        let next = scalars[end]
        let isSpan =
          "-—–~至到".unicodeScalars.contains(next) && end + 4 < range.upperBound
          && ScalarClass.isDigit(scalars[end + 1])
        if next == "年" || isSpan {
          low = min(low, value)
          high = max(high, value)
        }
      }
      index = end
    }
    return low <= high ? low...high : nil
  }
}
