extension Graph {
  /// Both graphs in one: entities by id, statements of an edge united, nothing lost.
  ///
  /// Associative, commutative and idempotent: `merge(a, b) == merge(b, a)`, `merge(a, a) == a`.
  ///
  /// - Complexity: O(n log n) in both graphs together.
  public static func merge(_ a: Graph, _ b: Graph) -> Graph { merge([a, b]) }

  /// All graphs in one, in whatever order; the empty graph of none.
  public static func merge(_ graphs: [Graph]) -> Graph {
    var builder = GraphBuilder()
    for graph in graphs { builder.add(graph) }
    return builder.build()
  }
}
