import SourceText

/// Collects what a tool would trip over; of each kind the first places, and the number of the rest.
struct InteropFindings {
  let tool: InteropTool
  let file: String?
  private var found: [Diagnostic] = []
  private var counts: [InteropTrap: Int] = [:]
  private static let limit = 20

  init(tool: InteropTool, file: String?) {
    self.tool = tool
    self.file = file
  }

  /// Adds one, when it matters to the tool; `what` says what stands in the file.
  mutating func add(_ trap: InteropTrap, _ what: @autoclosure () -> String, at position: SourcePosition?) {
    guard let effect = trap.effect(in: tool) else { return }
    add(trap, isLoss: effect.isLoss, "\(what()); \(tool.name): \(effect.text)", at: position)
  }

  /// Adds one that no table knows.
  mutating func add(_ trap: InteropTrap, isLoss: Bool, _ message: String, at position: SourcePosition?) {
    counts[trap, default: 0] += 1
    if counts[trap, default: 0] > Self.limit { return }
    found.append(
      Diagnostic(
        isLoss ? .error : .warning, id: "interop.\(trap.rawValue)", file: file, position: position,
        message: message))
  }

  /// All, by place.
  var all: [Diagnostic] {
    let sorted = found.enumerated().sorted { a, b in
      let left = a.element.position ?? SourcePosition(line: .max, column: 1)
      let right = b.element.position ?? SourcePosition(line: .max, column: 1)
      return (left.line, left.column, a.offset) < (right.line, right.column, b.offset)
    }
    let rest = counts.filter { $0.value > Self.limit }.sorted { $0.key.rawValue < $1.key.rawValue }
    return sorted.map(\.element)
      + rest.map { trap, count in
        Diagnostic(
          .warning, id: "interop.\(trap.rawValue)", file: file,
          message: "and \(count - Self.limit) more of this kind")
      }
  }
}
