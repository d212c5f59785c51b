/// Picks the best set of spans that do not overlap: weighted interval scheduling.
enum SpanSelection {
  /// Positions of the chosen spans, ascending by start; the total weight is the greatest possible.
  /// O(n log n).
  static func best(_ spans: [(range: Range<Int>, weight: Double)]) -> [Int] {
    let order = spans.indices.sorted {
      (spans[$0].range.upperBound, spans[$0].range.lowerBound, $0)
        < (spans[$1].range.upperBound, spans[$1].range.lowerBound, $1)
    }
    var totals: [Double] = [0]
    var previous: [Int] = []
    for (number, index) in order.enumerated() {
      let start = spans[index].range.lowerBound
      var low = 0
      var high = number
      while low < high {
        let middle = (low + high) / 2
        if spans[order[middle]].range.upperBound <= start { low = middle + 1 } else { high = middle }
      }
      previous.append(low)
      totals.append(max(totals[number], totals[low] + spans[index].weight))
    }
    var chosen: [Int] = []
    var number = order.count
    while number > 0 {
      if totals[number] > totals[number - 1] {
        chosen.append(order[number - 1])
        number = previous[number - 1]
      } else {
        number -= 1
      }
    }
    return chosen.reversed()
  }
}
