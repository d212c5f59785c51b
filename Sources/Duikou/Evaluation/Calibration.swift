/// How the certainty of relations goes together with how often they are right.
public struct Calibration: Sendable, Hashable {
  /// The relations of one tenth of the scale.
  public struct Bin: Sendable, Hashable {
    /// Where it begins; a certainty of 1 belongs to the last bin.
    public let lowerBound: Double
    /// Where it ends.
    public let upperBound: Double
    /// How many relations are right, of those that are right or wrong.
    public fileprivate(set) var right = Share()
    fileprivate var certaintySum = 0.0

    /// The mean certainty of its relations; nil for an empty bin.
    public var meanCertainty: Double? { right.total > 0 ? certaintySum / Double(right.total) : nil }

    /// How far the share that is right lies from the mean certainty; nil for an empty bin.
    public var gap: Double? {
      guard let meanCertainty, let value = right.value else { return nil }
      return abs(value - meanCertainty)
    }
  }

  /// The ten bins, from 0 to 1.
  public private(set) var bins: [Bin]

  /// Counts relations that are right or wrong; debatable ones count neither way.
  public init(_ judgements: [Judgement]) {
    bins = (0..<10).map { Bin(lowerBound: Double($0) / 10, upperBound: Double($0 + 1) / 10) }
    for judgement in judgements where judgement.verdict != .debatable {
      let certainty = min(1, max(0, judgement.edge.certainty))
      let bin = min(9, Int(certainty * 10))
      bins[bin].right.count(judgement.verdict == .right)
      bins[bin].certaintySum += certainty
    }
  }

  /// How many relations were counted.
  public var count: Int { bins.reduce(0) { $0 + $1.right.total } }

  /// The mean of the gaps, each bin by its number of relations; 0 without any.
  public var meanGap: Double {
    let sum = bins.reduce(0) { $0 + ($1.gap ?? 0) * Double($1.right.total) }
    return count > 0 ? sum / Double(count) : 0
  }

  /// The mean of the gaps, all bins that hold something alike; 0 without any.
  public var meanGapOfBins: Double {
    let gaps = bins.compactMap(\.gap)
    return gaps.isEmpty ? 0 : gaps.reduce(0, +) / Double(gaps.count)
  }
}
