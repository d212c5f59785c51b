import Duikou
import Subprocess

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Graphviz's `dot`, run as a program of its own.
enum Graphviz {
  /// Makes sure that pictures can be drawn; warns when Chinese would show as boxes.
  ///
  /// - Throws: `graphviz.missing`, with what to install.
  static func check() async throws(Diagnostic) {
    guard isOnPath("dot") else {
      throw Diagnostic(
        .error, id: "graphviz.missing",
        message: "SVG and PNG are drawn by Graphviz, whose program “dot” is not installed: "
          + "apt-get install graphviz fonts-noto-cjk (Debian, Ubuntu) or brew install graphviz (macOS)")
    }
    guard isOnPath("fc-list") else { return }
    let fonts = try? await Subprocess.run(
      .name("fc-list"), arguments: [":lang=zh", "family"], output: .string(limit: 1 << 20))
    if let fonts, fonts.terminationStatus.isSuccess, fonts.standardOutput.isEmpty {
      Console.report([
        Diagnostic(
          .warning, id: "graphviz.no-font",
          message: "no Chinese font is installed, so names may show as boxes: apt-get install fonts-noto-cjk")
      ])
    }
  }

  /// Draws a DOT file.
  ///
  /// - Throws: `graphviz.failed` with what `dot` says.
  static func draw(_ dot: [UInt8], as format: FileFormat) async throws(Diagnostic) -> [UInt8] {
    try await run(dot, "-T\(format.rawValue)")
  }

  /// Parses a DOT file without laying it out, and counts its nodes and edges.
  ///
  /// - Throws: `graphviz.failed` with what `dot` says.
  static func count(_ dot: [UInt8]) async throws(Diagnostic) -> (nodes: Int, edges: Int) {
    let canonical = String(decoding: try await run(dot, "-Tcanon"), as: UTF8.self)
    var nodes: Set<Substring> = []
    var edges = 0
    for line in canonical.split(separator: "\n") {
      let statement = line.drop { $0 == "\t" || $0 == " " }
      guard let id = identifier(statement) else { continue }
      let rest = statement[id.endIndex...].drop { $0 == " " }
      if rest.hasPrefix("->") || rest.hasPrefix("--") {
        edges += 1
      } else if !["graph", "node", "edge"].contains(id), rest.hasPrefix("[") || rest.hasPrefix(";") {
        nodes.insert(id)
      }
    }
    return (nodes.count, edges)
  }

  /// The quoted or bare id that a statement starts with.
  private static func identifier(_ statement: Substring) -> Substring? {
    guard statement.first == "\"" else {
      let bare = statement.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." || $0 == "-" }
      return bare.isEmpty ? nil : bare
    }
    var isEscaped = false
    for index in statement.indices.dropFirst() {
      if statement[index] == "\"", !isEscaped { return statement[...index] }
      isEscaped = statement[index] == "\\" && !isEscaped
    }
    return nil
  }

  private static func run(_ dot: [UInt8], _ options: String...) async throws(Diagnostic) -> [UInt8] {
    let result: ExecutionResult<Void, BytesOutput, StringOutput<UTF8>>
    do {
      result = try await Subprocess.run(
        .name("dot"), arguments: Arguments(options), input: .array(dot),
        output: .bytes(limit: 1 << 30), error: .string(limit: 1 << 20))
    } catch {
      throw Diagnostic(.error, id: "graphviz.failed", message: "dot could not be run: \(error)")
    }
    let messages = result.standardError.split(separator: "\n").map(String.init)
    guard result.terminationStatus.isSuccess else {
      throw Diagnostic(
        .error, id: "graphviz.failed",
        message: "dot failed: " + (messages.first ?? "\(result.terminationStatus)"))
    }
    for message in messages.prefix(5) {
      Console.report([Diagnostic(.warning, id: "graphviz.warning", message: "dot: \(message)")])
    }
    return result.standardOutput
  }

  private static func isOnPath(_ program: String) -> Bool {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    return path.split(separator: ":").contains { access("\($0)/\(program)", X_OK) == 0 }
  }
}
