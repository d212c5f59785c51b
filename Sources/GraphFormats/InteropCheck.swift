public import SourceText
import XMLStream

/// Tells what a program would make of a graph file: what it cannot read, loses or takes for something else.
///
/// The rules are those that were measured with networkx 3.6.1, igraph 1.0.0, rustworkx 0.18.1, Gephi's importer and
/// Graphviz 2.43, and for Cytoscape and yEd read in their sources and manuals. Ids begin with `interop.`; an error
/// means that the file or a part of it is not read, a warning that it is read otherwise than meant.
public struct InteropCheck: Sendable {
  /// The program.
  public var tool: InteropTool

  /// Makes a check.
  public init(for tool: InteropTool) { self.tool = tool }

  /// Checks GraphML; `file` names it in diagnostics.
  ///
  /// - Throws: The errors of `XMLReader`, for a file that nothing can read.
  /// - Complexity: O(size of the file); ids of nodes and edges are held.
  public func problems(inGraphML bytes: [UInt8], file: String? = nil) throws(Diagnostics) -> [Diagnostic] {
    let handler = GraphMLInteropHandler(InteropFindings(tool: tool, file: file))
    if tool == .graphviz {
      handler.findings.add(
        .format, isLoss: true, "Graphviz reads DOT: convert the file with --to dot",
        at: SourcePosition(line: 1, column: 1))
      return handler.findings.all
    }
    InteropBytes(bytes).findMarks(&handler.findings)
    try XMLReader().read(bytes: bytes, file: file, handler: handler)
    handler.finish()
    return handler.findings.all
  }

  /// Checks DOT; whether its syntax is right only Graphviz itself can tell.
  ///
  /// - Complexity: O(size of the file).
  public func problems(inDOT bytes: [UInt8], file: String? = nil) -> [Diagnostic] {
    var findings = InteropFindings(tool: tool, file: file)
    if tool == .graphviz {
      InteropBytes(bytes).findDOTTraps(&findings)
    } else {
      let reason =
        tool == .gephi
        ? "takes defaults of DOT for nodes, and colours as transparent" : "is not known to read DOT like this"
      findings.add(
        .format, isLoss: true, "\(tool.name) \(reason): write GraphML", at: SourcePosition(line: 1, column: 1)
      )
    }
    return findings.all
  }

  /// What to say of a file in a format that no program but ours reads.
  public func problems(inJSONLinesOf file: String?) -> [Diagnostic] {
    var findings = InteropFindings(tool: tool, file: file)
    let format = tool == .graphviz ? "dot" : "graphml"
    findings.add(
      .format, isLoss: true,
      "\(tool.name) does not read these JSON Lines: convert the file with --to \(format)",
      at: SourcePosition(line: 1, column: 1))
    return findings.all
  }
}
