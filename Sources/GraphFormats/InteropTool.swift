/// A program that people load graph files into, and whose reader was tried with files of every kind.
public enum InteropTool: String, Sendable, CaseIterable {
  case networkx, igraph, rustworkx, gephi, cytoscape, yed, graphviz

  /// Its name as it is written.
  public var name: String {
    switch self {
    case .networkx, .igraph, .rustworkx: rawValue
    case .gephi: "Gephi"
    case .cytoscape: "Cytoscape"
    case .yed: "yEd"
    case .graphviz: "Graphviz"
    }
  }
}
