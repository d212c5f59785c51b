/// What of a graph goes into a file.
public struct ExportOptions: Sendable {
  /// What one edge of the file stands for.
  public enum Edges: String, Sendable, CaseIterable {
    /// A relation, with all its statements.
    case relation
    /// A single statement; the id of the relation gets `.1`, `.2` ….
    case mention
  }

  /// Whom a GraphML file is for.
  public enum Flavor: String, Sendable, CaseIterable {
    /// Every reader of GraphML; valid by its schema.
    case plain
    /// yEd too, which then shows labels and colours; not valid by the schema, though other readers take it.
    case yed
  }

  /// What one edge of the file stands for.
  public var edges = Edges.relation
  /// GraphML only: whom the file is for.
  public var flavor = Flavor.plain
  /// Whether nodes that come from the ontology only are written, with `located_in` edges.
  public var withHierarchy = false
  /// Statements less sure than this are left out, and relations without any other.
  public var minCertainty = 0.0
  /// Title of the graph.
  public var title: String?
  /// DOT only: whether nodes without an edge are drawn.
  public var showsIsolated = false
  /// DOT only: with more nodes than this the layout is made for size rather than for reading.
  public var largeGraph = 150

  /// What differs from another graph: written as the attribute `change`, and in DOT as colours.
  public var changes: GraphChanges?

  /// One edge for each relation, no hierarchy, every certainty.
  public init() {}
}
