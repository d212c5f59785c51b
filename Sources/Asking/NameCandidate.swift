public import GraphStore

/// Something that a typed name may mean.
public struct NameCandidate: Sendable, Hashable {
  /// How a name leads to it; the stronger ways come first.
  public enum Way: Int, Sendable, Hashable, Comparable {
    /// The entity id or the code.
    case code
    /// The full or the usual name.
    case name
    /// A form that a text of the graph uses, a short name, an abbreviation.
    case short
    /// The name with more or fewer places before it.
    case longer
    /// An English name, or pinyin.
    case latin

    /// Stronger ways come first.
    public static func < (a: Way, b: Way) -> Bool { a.rawValue < b.rawValue }
  }

  /// The entity's id.
  public let entityID: String
  /// The name that people say.
  public let label: String
  /// The full name.
  public let name: String
  /// The raw value of its type; empty in graphs that state none.
  public let type: String
  /// The node; nil when only the ontology knows it.
  public let node: NodeID?
  /// How the name led to it.
  public let way: Way

  /// Makes a candidate.
  public init(entityID: String, label: String, name: String, type: String, node: NodeID?, way: Way) {
    self.entityID = entityID
    self.label = label
    self.name = name
    self.type = type
    self.node = node
    self.way = way
  }

  /// The candidate of a node.
  public init(_ node: NodeID, in graph: Graph, way: Way) {
    self.init(
      entityID: graph.entityID(of: node), label: graph.label(of: node), name: graph.name(of: node),
      type: graph.type(of: node), node: node, way: way)
  }
}

/// What a typed name means.
public enum NameResolution: Sendable, Hashable {
  /// One thing.
  case one(NameCandidate)
  /// Several things; the caller has to ask back.
  case several([NameCandidate])
  /// Nothing in the graph.
  case unknown(NameSuggestions)
}

/// What a person may have meant by a name that the graph does not hold.
public struct NameSuggestions: Sendable, Hashable {
  /// Names of the graph that sound or look like it, the likeliest first.
  public let similar: [NameCandidate]
  /// What the ontology knows under exactly this name, though no text of the graph names it.
  public let elsewhere: [NameCandidate]

  /// Makes suggestions; both lists may be empty.
  public init(similar: [NameCandidate], elsewhere: [NameCandidate]) {
    self.similar = similar
    self.elsewhere = elsewhere
  }
}

/// What the user says beside a name to tell its meanings apart.
public struct NameConstraint: Sendable {
  /// Raw values of the types that are meant; all when empty.
  public var types: Set<String>
  /// Entity ids of places that hold it; anywhere when empty.
  public var places: Set<String>

  /// Makes a constraint.
  public init(types: Set<String> = [], places: Set<String> = []) {
    self.types = types
    self.places = places
  }
}
