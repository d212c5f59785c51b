import Duikou
import Foundation

/// What a build did, as a table.
struct BuildSummary {
  /// The graph as exported.
  let graph: Graph
  let style: GraphStyle
  let fileCount: Int
  let skipped: Int
  let characters: Int
  let time: Duration
  let paths: [String]

  func print() {
    var table = TextTable(numeric: [1])
    table.add([
      "documents", "\(graph.documents.count)",
      "\(fileCount) \(fileCount == 1 ? "file" : "files"), \(characters) characters",
    ])
    if skipped > 0 { table.add(["passed over", "\(skipped)", "see the messages above"]) }
    table.add(["mentions", "\(graph.mentionCount)", ""])
    let nodes = graph.nodeIDs.filter { !graph.isImplicit($0) }
    table.add(["entities", "\(nodes.count)", ""])
    for type in EntityType.allCases {
      let count = nodes.count { graph.type(of: $0) == type.rawValue }
      if count > 0 { table.add(["  \(type.rawValue)", "\(count)", style.entityLabels[type.rawValue] ?? ""]) }
    }
    let edges = graph.edgeIDs.filter { graph.status(of: $0) != .negated }
    table.add(["relations", "\(edges.count)", ""])
    for type in RelationType.allCases {
      let count = edges.count { graph.type(of: $0) == type.rawValue }
      if count > 0 {
        table.add(["  \(type.rawValue)", "\(count)", style.relationLabels[type.rawValue] ?? ""])
      }
    }
    table.add(["seconds", seconds, ""])
    for line in table.lines() { Console.print(line.trimmingTrailingSpaces) }
    Console.print()
    let shown = paths.count > 12 ? Array(paths.prefix(10)) : paths
    for path in shown { Console.print("wrote \(path) (\(Self.size(path)))") }
    if shown.count < paths.count { Console.print("… and \(paths.count - shown.count) more files") }
  }

  private var seconds: String {
    let (whole, fraction) = time.components
    let hundredths = fraction / 10_000_000_000_000_000
    return "\(whole).\(hundredths < 10 ? "0" : "")\(hundredths)"
  }

  private static func size(_ path: String) -> String {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let bytes = (attributes?[.size] as? NSNumber)?.intValue ?? 0
    if bytes < 1000 { return "\(bytes) bytes" }
    if bytes < 1_000_000 { return "\(bytes / 1000) kB" }
    return "\(bytes / 1_000_000).\(bytes / 100_000 % 10) MB"
  }
}

extension String {
  /// The text without spaces at its end.
  var trimmingTrailingSpaces: String {
    var view = self[...]
    while view.last == " " { view.removeLast() }
    return String(view)
  }
}
