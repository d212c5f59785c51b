import Mentions

/// A number in digits or in Chinese characters.
enum Numeral {
  /// The number that starts at `start`; nil when none does. Chinese numbers reach to 千.
  static func read(_ scalars: [Unicode.Scalar], at start: Int, until end: Int) -> (value: Double, end: Int)? {
    if ScalarClass.isDigit(scalars[start]) { return digits(scalars, start, end) }
    return characters(scalars, start, end)
  }

  /// The factor of a scale that follows a number (万, 亿).
  static func scale(_ scalar: Unicode.Scalar) -> Double? {
    switch scalar {
    case "万": 1e4
    case "亿": 1e8
    default: nil
    }
  }

  private static func digits(_ scalars: [Unicode.Scalar], _ start: Int, _ end: Int) -> (Double, Int)? {
    var index = start
    var value = 0.0
    var scale = 0.0
    while index < end {
      let scalar = scalars[index]
      if ScalarClass.isDigit(scalar) {
        let digit = Double(scalar.value - 0x30)
        if scale == 0 {
          value = value * 10 + digit
        } else {
          value += digit * scale
          scale /= 10
        }
      } else if scalar == ".", scale == 0, index + 1 < end, ScalarClass.isDigit(scalars[index + 1]) {
        scale = 0.1
      } else if scalar == ",", index + 3 < end,
        (1...3).allSatisfy({ ScalarClass.isDigit(scalars[index + $0]) })
      {
        // A thousands separator.
      } else {
        break
      }
      index += 1
    }
    return (value, index)
  }

  private static func characters(_ scalars: [Unicode.Scalar], _ start: Int, _ end: Int) -> (Double, Int)? {
    var index = start
    var total = 0.0
    var pending: Double?
    while index < end {
      if let digit = digit(scalars[index]) {
        pending = digit
      } else if let scale = smallScale(scalars[index]) {
        total += (pending ?? 1) * scale
        pending = nil
      } else {
        break
      }
      index += 1
    }
    guard index > start else { return nil }
    return (total + (pending ?? 0), index)
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Double? {
    switch scalar {
    case "零", "〇": 0
    case "一": 1
    case "二", "两": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: nil
    }
  }

  private static func smallScale(_ scalar: Unicode.Scalar) -> Double? {
    switch scalar {
    case "十": 10
    case "百": 100
    case "千": 1000
    default: nil
    }
  }
}
