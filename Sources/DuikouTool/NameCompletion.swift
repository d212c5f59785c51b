import ArgumentParser
import Duikou
import Foundation

extension CompletionKind {
  /// Names of the entities of the graph that the command line names, else of the usual one.
  static let entityNames = CompletionKind.custom { words, index, prefix in
    NameCompletion.names(words, index, prefix)
  }
}

/// Completes names of entities in a shell.
enum NameCompletion {
  /// Labels that begin with what is typed; at most 200, since nobody reads more.
  static func names(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    guard let graph = graph(words) else { return [] }
    let typed = prefix.isEmpty && words.indices.contains(index) ? words[index] : prefix
    var names: Set<String> = []
    for node in graph.nodeIDs where !graph.isImplicit(node) {
      let label = graph.label(of: node)
      if typed.isEmpty || label.hasPrefix(typed) { names.insert(label) }
    }
    return Array(names.sorted().prefix(200))
  }

  private static func graph(_ words: [String]) -> Graph? {
    var paths = ["Exports/assistance.jsonl", "Exports/assistance.graphml"]
    if let option = words.firstIndex(of: "--graph"), words.indices.contains(option + 1) {
      paths = [words[option + 1]]
    }
    guard let path = paths.first(where: { FileManager.default.fileExists(atPath: $0) }) else { return nil }
    return try? GraphFile.read(path).graph
  }
}
