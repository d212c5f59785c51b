/// Which edges a query looks at.
public struct EdgeFilter: Sendable, Hashable {
  /// Relation types by raw value; all when empty. Queries for help look at `assists` whatever this says.
  public var relations: [String]
  /// Only edges with this field of help.
  public var field: String?
  /// Only edges whose other end has this type (raw value).
  public var type: String?
  /// Only edges whose years include this one; an edge without years has none.
  public var year: Int?
  /// Only edges at least this sure.
  public var minCertainty: Double
  /// Whether edges that are only denied count too.
  public var includesNegated: Bool

  /// Makes a filter that lets everything pass but what it is told.
  public init(
    relations: [String] = [], field: String? = nil, type: String? = nil, year: Int? = nil,
    minCertainty: Double = 0, includesNegated: Bool = false
  ) {
    self.relations = relations
    self.field = field
    self.type = type
    self.year = year
    self.minCertainty = minCertainty
    self.includesNegated = includesNegated
  }
}

/// A filter with its names looked up in one graph: tests an edge by comparing numbers.
struct EdgeMatcher {
  /// Set when a name does not occur in the graph, so that nothing can match.
  var isImpossible = false
  private var types: [UInt32] = []
  private var fieldBits = UInt32.max
  /// Set when the field shares its bit with others.
  private var exactField: UInt32?
  private var nodeType: UInt32?
  private var year: Int16?
  private var certainty: Float
  private var leastStatus: UInt8
  private let storage: GraphStorage

  init(_ filter: EdgeFilter, _ graph: Graph, relations: [String]? = nil) {
    storage = graph.storage
    certainty = Float(filter.minCertainty)
    leastStatus = filter.includesNegated ? 0 : 1
    let wanted = relations ?? filter.relations
    if !wanted.isEmpty {
      for type in wanted {
        if let string = storage.strings.id(of: type), let rank = storage.types.firstIndex(of: string) {
          types.append(UInt32(rank))
        }
      }
      if types.isEmpty { isImpossible = true }
    }
    if let field = filter.field {
      if let string = storage.strings.id(of: field), let rank = storage.fields.firstIndex(of: string) {
        fieldBits = 1 << UInt32(min(rank, GraphParts.sharedFieldBit))
        if rank >= GraphParts.sharedFieldBit { exactField = string }
      } else {
        isImpossible = true
      }
    }
    if let type = filter.type {
      nodeType = storage.strings.id(of: type)
      if nodeType == nil { isImpossible = true }
    }
    if let year = filter.year {
      self.year = Int16(exactly: year)
      if self.year == nil { isImpossible = true }
    }
  }

  /// Whether an edge, seen from one of its ends, passes.
  func matches(_ hop: Hop) -> Bool {
    if hop.status < leastStatus || hop.certainty < certainty { return false }
    if fieldBits != .max {
      if hop.fields & fieldBits == 0 { return false }
      if let exactField,
        !storage.lists.list(storage.edges[Int(hop.edge)].fields).contains(exactField)
      {
        return false
      }
    }
    if let year, hop.yearFrom == EvidenceRow.noYear || year < hop.yearFrom || year > hop.yearTo {
      return false
    }
    if !types.isEmpty, !hasType(hop) { return false }
    if let nodeType, storage.nodes[Int(hop.other)].type != nodeType { return false }
    return true
  }

  private func hasType(_ hop: Hop) -> Bool {
    let type = hop.type == UInt16.max ? storage.edges[Int(hop.edge)].type : UInt32(hop.type)
    for wanted in types where wanted == type { return true }
    return false
  }
}
