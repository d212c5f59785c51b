extension Ontology {
  /// The places above `place`, nearest first. O(depth).
  public func ancestors(of place: Int) -> [Int] {
    var chain: [Int] = []
    var next = places[place].parent
    while let current = next, chain.count < 8 {
      chain.append(current)
      next = places[current].parent
    }
    return chain
  }

  /// Whether `ancestor` stands above `place` in the hierarchy (a place is not above itself).
  public func isAncestor(_ ancestor: Int, of place: Int) -> Bool {
    var next = places[place].parent
    var steps = 0
    while let current = next, steps < 8 {
      if current == ancestor { return true }
      next = places[current].parent
      steps += 1
    }
    return false
  }

  /// The province that holds `place` (itself when it is one).
  public func province(of place: Int) -> Int {
    var current = place
    var steps = 0
    while let parent = places[current].parent, steps < 8 {
      current = parent
      steps += 1
    }
    return current
  }

  /// The side tier of a place: 0 gives help only … 3 receives only; from the line in `sides.tsv` of the
  /// nearest unit that has one. O(depth).
  public func tier(of place: Int) -> Int {
    var next: Int? = place
    var steps = 0
    while let current = next, steps < 8 {
      if let tier = tiers[places[current].adcode] { return tier }
      next = places[current].parent
      steps += 1
    }
    return 1
  }

  /// The living unit that a place is today: itself, or the single successor, or of a split unit the
  /// successor that kept the name; the former unit itself when none did.
  public func living(_ place: Int) -> Int {
    var current = place
    var steps = 0
    while places[current].isFormer, !places[current].successors.isEmpty, steps < 8 {
      let successors = places[current].successors
      let base = places[current].shortNames.first ?? places[current].name
      guard
        let next = successors.count == 1
          ? successors[0]
          : successors.first(where: {
            places[$0].shortNames.first == base || places[$0].name == places[current].name
          })
      else { return current }
      current = next
      steps += 1
    }
    return current
  }

  /// Official names from the province down, joined: 云南省曲靖市会泽县.
  public func fullName(of place: Int) -> String {
    (ancestors(of: place).reversed() + [place]).map { places[$0].name }.joined()
  }
}
