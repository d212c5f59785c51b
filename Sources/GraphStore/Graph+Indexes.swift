/// Nodes and edges by what they have in common, from lists made once with the graph.
extension Graph {
  /// The node types that occur, sorted.
  public var nodeTypes: [String] {
    storage.postings.nodeTypes.filter { $0 != 0 }.map { storage.strings.string($0) }
  }

  /// The relation types that occur, sorted.
  public var edgeTypes: [String] { storage.types.map { storage.strings.string($0) } }

  /// The fields of help that occur, sorted.
  public var fields: [String] { storage.fields.map { storage.strings.string($0) } }

  /// Nodes whose type has this raw value. O(hits).
  public func nodes(ofType type: String) -> [NodeID] {
    guard let string = storage.strings.id(of: type),
      let position = storage.postings.nodeTypes.firstIndex(of: string)
    else { return [] }
    return storage.postings.nodesByType.members(of: position).map { NodeID($0) }
  }

  /// Edges whose type has this raw value. O(hits).
  public func edges(ofType type: String) -> [EdgeID] {
    guard let string = storage.strings.id(of: type), let position = storage.types.firstIndex(of: string)
    else { return [] }
    return storage.postings.edgesByType.members(of: position).map { EdgeID($0) }
  }

  /// Edges of a field of help. O(hits).
  public func edges(inField field: String) -> [EdgeID] {
    guard let string = storage.strings.id(of: field), let position = storage.fields.firstIndex(of: string)
    else { return [] }
    return storage.postings.edgesByField.members(of: position).map { EdgeID($0) }
  }

  /// Edges whose years include this one, within 1900...2200. O(hits).
  public func edges(inYear year: Int) -> [EdgeID] {
    let position = year - storage.postings.firstYear
    guard position >= 0, position + 1 < storage.postings.edgesByYear.offsets.count else { return [] }
    return storage.postings.edgesByYear.members(of: position).map { EdgeID($0) }
  }

  /// Edges that a document states. O(log documents + hits).
  public func edges(inDocument id: String) -> [EdgeID] {
    guard let string = storage.strings.id(of: id) else { return [] }
    var low = 0
    var high = storage.documents.count
    while low < high {
      let middle = (low + high) / 2
      if storage.strings.compare(storage.documents[middle].id, string) < 0 {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < storage.documents.count, storage.documents[low].id == string else { return [] }
    return storage.postings.edgesByDocument.members(of: low).map { EdgeID($0) }
  }
}
