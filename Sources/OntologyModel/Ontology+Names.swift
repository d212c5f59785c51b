extension Ontology {
  /// Fills `placeByEntityID` after `places` was filled by hand; the loader has done it already. O(places).
  public mutating func indexPlaces() {
    entityPositions = [:]
    entityPositions.reserveCapacity(places.count)
    for index in places.indices where !places[index].isFormer {
      var hash = EntityHash()
      hash.combine(places[index].entityID)
      entityPositions[hash.value] = Int32(index)
    }
  }

  /// The unit that lives today under a six-digit code, as a position in `places`. O(1).
  public func place(code: String) -> Int? { placeByEntityID["place:" + code] }

  /// Positions of all places, former ones included, down to the county, that carry `name` as official
  /// name, full form or short name. O(places above township).
  public func placesNamed(_ name: String) -> [Int] {
    places.filter { $0.level < .township && ($0.name == name || $0.shortNames.contains(name)) }.map(\.index)
  }
}
