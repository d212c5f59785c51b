public import GraphStore
import Linking
public import OntologyModel

extension GraphBuilder {
  /// Adds the places above every place that a document names, up to the province, as implicit nodes.
  ///
  /// Nodes that texts name stay as they are. Exports show the implicit ones only on request.
  public mutating func addHierarchy(of read: ReadDocument, in ontology: Ontology) {
    var seen: Set<Int> = []
    for entity in read.linked.entities {
      guard let home = entity.home else { continue }
      var next: Int? = home
      while let index = next, seen.insert(index).inserted {
        let place = ontology.places[index]
        let parent = place.parent.map { ontology.places[$0].entityID }
        add(
          GraphNode(
            entityID: place.entityID, label: place.name, name: ontology.fullName(of: index), type: place.type,
            adcode: place.adcode, latitude: place.coordinate?.latitude,
            longitude: place.coordinate?.longitude,
            isImplicit: true, parent: parent))
        next = place.parent
      }
    }
  }
}
