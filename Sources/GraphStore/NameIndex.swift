/// Nodes by the strings that name them exactly.
struct NameIndex: Sendable {
  /// What a string is to a node; lower is stronger.
  enum Kind: UInt8 {
    case entity, name, label, alias, code
  }

  struct Entry {
    var string: UInt32
    var node: UInt32
    var kind: UInt8
  }

  private let entries: [Entry]

  /// Indexes entity ids, names, labels, aliases and codes. O(n log n).
  init(_ parts: borrowing GraphParts) {
    var entries: [Entry] = []
    entries.reserveCapacity(parts.nodes.count * 4)
    for (index, row) in parts.nodes.enumerated() {
      let node = UInt32(index)
      func add(_ string: UInt32, _ kind: Kind) {
        if string != 0 { entries.append(Entry(string: string, node: node, kind: kind.rawValue)) }
      }
      add(row.entity, .entity)
      add(row.name, .name)
      if row.label != row.name { add(row.label, .label) }
      add(row.adcode, .code)
      if row.aliases != 0 {
        for alias in parts.lists.list(row.aliases) where alias != row.name && alias != row.label {
          add(alias, .alias)
        }
      }
    }
    entries.sort { ($0.string, $0.kind, $0.node) < ($1.string, $1.kind, $1.node) }
    self.entries = entries
  }

  /// The entries of a string, strongest first. O(log n + hits).
  func entries(of string: UInt32) -> ArraySlice<Entry> {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].string < string { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < entries.count, entries[end].string == string { end += 1 }
    return entries[low..<end]
  }
}
