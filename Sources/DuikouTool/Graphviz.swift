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

  /// The numbers of nodes and edges of a DOT file, as Graphviz understands it.
  ///
  /// - Throws: `graphviz.failed` with what `dot` says.
  static func canonical(_ dot: [UInt8]) async throws(Diagnostic) -> (nodes: Int, edges: Int) {
    // Without layout, which could take long.
    let json = try await run(dot, "-Tdot_json", "-Knop2")
    let text = String(decoding: json, as: UTF8.self)
    let members = text.split(separator: "\n").map { $0.drop(while: \.isWhitespace) }
    let edges = members.count { $0.hasPrefix("\"tail\":") }
    let objects = members.count { $0.hasPrefix("\"name\":") && !$0.hasPrefix("\"name\": \"cluster") }
    return (max(0, objects - 1), edges)
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
