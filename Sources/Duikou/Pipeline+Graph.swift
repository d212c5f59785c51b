public import GraphStore

extension Pipeline {
  /// Unites what was read; the order of the documents does not matter.
  ///
  /// - Parameter withHierarchy: Whether the places above those named are added, as implicit nodes.
  public func graph(of documents: [ReadDocument], withHierarchy: Bool = false) -> Graph {
    var builder = GraphBuilder()
    for document in documents { builder.add(document, of: ontology) }
    if withHierarchy { builder.addHierarchy(from: ontology) }
    return builder.build()
  }
}
