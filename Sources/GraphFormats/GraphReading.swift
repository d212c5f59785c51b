public import GraphStore
public import SourceText

/// A graph that was read from a file, and what the reader had to leave out.
public struct GraphReading: Sendable {
  /// The graph.
  public let graph: Graph
  /// The title that the file gives it.
  public let title: String?
  /// What was not understood or not used, in the order of the file.
  public let warnings: [Diagnostic]

  init(graph: Graph, title: String?, warnings: [Diagnostic]) {
    self.graph = graph
    self.title = title
    self.warnings = warnings
  }
}

/// Collects the problems of one file; after a hundred the rest is only counted.
struct ProblemLog {
  let file: String?
  private(set) var problems: [Diagnostic] = []
  private(set) var hasErrors = false
  private var dropped = 0
  private static let limit = 100

  init(file: String?) { self.file = file }

  mutating func note(
    _ severity: Diagnostic.Severity, _ id: String, _ position: SourcePosition?, _ message: String
  ) {
    if severity == .error { hasErrors = true }
    if problems.count == Self.limit {
      dropped += 1
      return
    }
    problems.append(Diagnostic(severity, id: id, file: file, position: position, message: message))
  }

  /// All problems, with a last one that says how many more there are.
  var all: [Diagnostic] {
    guard dropped > 0 else { return problems }
    let rest = Diagnostic(
      hasErrors ? .error : .warning, id: "file.more-problems", file: file,
      message: "and \(dropped) more problems")
    return problems + [rest]
  }
}
