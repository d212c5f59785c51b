public import OntologyModel

extension GraphBuilder {
  /// Adds the places above every place and every parent that was added so far, as implicit nodes with
  /// their names, codes and coordinates.
  ///
  /// - Complexity: O(nodes added × depth).
  public mutating func addHierarchy(from ontology: Ontology) {
    var seen: Set<String> = []
    for row in nodes {
      for string in [row.entity, row.parent] where string != 0 {
        let id = strings.string(string)
        if let place = place(id, ontology) {
          if string == row.parent { addImplicit(place, ontology, &seen) }
          for ancestor in ontology.ancestors(of: place) { addImplicit(ancestor, ontology, &seen) }
        }
      }
    }
  }

  /// The place of an id, or the nearest one above it that the ontology knows.
  private func place(_ id: String, _ ontology: Ontology) -> Int? {
    for candidate in [id] + PlaceID.ancestors(of: id) {
      if let place = ontology.placeByEntityID[candidate] { return place }
    }
    return nil
  }

  private mutating func addImplicit(_ index: Int, _ ontology: Ontology, _ seen: inout Set<String>) {
    let place = ontology.places[index]
    guard seen.insert(place.entityID).inserted else { return }
    add(
      GraphNode(
        entityID: place.entityID, label: place.name, name: ontology.fullName(of: index), type: place.type,
        adcode: place.adcode, latitude: place.coordinate?.latitude, longitude: place.coordinate?.longitude,
        isImplicit: true, parent: place.parent.map { ontology.places[$0].entityID }))
  }
}
