import Duikou

/// `duikou check FILE --for TOOL`: what a program would trip over.
struct ToolCheck {
  let tool: InteropTool
  let file: String
  let format: AnswerFormat

  /// - Throws: A failure with 1 when there is anything to report.
  func run(_ bytes: [UInt8], _ kind: FileFormat?) async throws {
    var problems: [Diagnostic]
    let check = InteropCheck(for: tool)
    switch kind {
    case .graphml:
      do throws(Diagnostics) {
        problems = try check.problems(inGraphML: bytes, file: file)
      } catch {
        problems = error.all
      }
    case .jsonl: problems = check.problems(inJSONLinesOf: file)
    case .dot:
      problems = check.problems(inDOT: bytes, file: file)
      if tool == .graphviz { problems += try await syntaxErrors(bytes) }
    default: throw CheckCommand.unknownFormat(file)
    }
    Console.report(problems)
    let losses = problems.count { $0.severity == .error }
    GridPrinter(format: format, header: ["what", "count"], numeric: [1]).print([
      ["errors", "\(losses)"], ["warnings", "\(problems.count - losses)"],
    ])
    if !problems.isEmpty {
      throw Failure.negative("\(file): \(tool.name) would trip in \(problems.count) places")
    }
  }

  private func syntaxErrors(_ dot: [UInt8]) async throws -> [Diagnostic] {
    try await Graphviz.check()
    do {
      _ = try await Graphviz.count(dot)
      return []
    } catch {
      return [error]
    }
  }
}
