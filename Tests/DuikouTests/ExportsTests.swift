import Duikou
import Foundation
import Testing

/// The committed files of `Exports` are what the main job makes of `Examples` today.
@Suite struct ExportsTests {
  static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"

  /// A file as `duikou build` writes it with default options.
  static func fresh(_ format: FileFormat) throws -> [UInt8] {
    let pipeline = try Checkout.pipeline.get()
    var options = ExportOptions()
    if format != .jsonl { options.minCertainty = 0.5 }
    return format.writer(options: options, style: GraphStyle(pipeline.ontology)).bytes(
      pipeline.graph(of: try Checkout.readExamples.get()))
  }

  @Test("GraphML, DOT and JSON Lines, byte for byte", arguments: [FileFormat.graphml, .dot, .jsonl])
  func files(format: FileFormat) throws {
    let path = Checkout.path("Exports/assistance.\(format.rawValue)")
    let fresh = try Self.fresh(format)
    if Self.isRecording {
      try AtomicFile.write(fresh, to: path)
      Issue.record("recorded \(path); look at the difference and run again without RECORD_GOLDEN")
      return
    }
    let committed = try InputFiles.bytes(of: InputFiles.Input(path: path))
    if committed != fresh {
      Issue.record("\(Self.difference(committed, fresh)); “make run” writes \(path) anew")
    }
  }

  /// Graphviz writes its version and the widths of fonts into SVG, so only what it shows is compared.
  @Test("the SVG shows the nodes and edges of the DOT file")
  func picture() throws {
    let svg = try String(contentsOfFile: Checkout.path("Exports/assistance.svg"), encoding: .utf8)
    let dot = String(decoding: try Self.fresh(.dot), as: UTF8.self)
    let shown = Self.values(in: svg, between: "<title>", "</title>").map(Self.unescaped)
    let nodes = Set(dot.split(separator: "\n").compactMap(Self.node))
    let edges = Set(dot.split(separator: "\n").compactMap(Self.edge))
    #expect(nodes.count > 30 && edges.count > 30)
    let missing = nodes.union(edges).subtracting(shown).sorted()
    #expect(missing.isEmpty, "“make run” draws the picture anew: it lacks \(missing.prefix(5))")
    let gone = Set(shown.filter { $0.contains("->") }).subtracting(edges).filter { !$0.contains("legend") }
    #expect(gone.isEmpty, "“make run” draws the picture anew: it still shows \(gone.sorted().prefix(5))")
  }

  private static func values(in text: String, between start: String, _ end: String) -> Set<String> {
    Set(
      text.components(separatedBy: start).dropFirst().compactMap { $0.components(separatedBy: end).first })
  }

  private static func unescaped(_ text: String) -> String {
    var text = text
    for (entity, character) in [
      ("&#45;", "-"), ("&gt;", ">"), ("&lt;", "<"), ("&quot;", "\""), ("&amp;", "&"),
    ] {
      text = text.replacingOccurrences(of: entity, with: character)
    }
    return text
  }

  private static func node(_ line: Substring) -> String? {
    guard line.hasPrefix("  \""), line.contains("\" [label="), !line.contains("\" -> \"") else { return nil }
    return line.dropFirst(3).components(separatedBy: "\"").first
  }

  private static func edge(_ line: Substring) -> String? {
    guard line.hasPrefix("  \""), line.contains("\" -> \"") else { return nil }
    let parts = line.components(separatedBy: "\"")
    return parts.count > 3 ? "\(parts[1])->\(parts[3])" : nil
  }

  private static func difference(_ a: [UInt8], _ b: [UInt8]) -> String {
    let left = a.split(separator: 0x0A)
    let right = b.split(separator: 0x0A)
    let line = zip(left, right).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    guard let line else { return "\(left.count) lines are committed, \(right.count) are made" }
    func show(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes.prefix(300), as: UTF8.self) }
    return "line \(line + 1) was\n\(show(left[line]))\nand is\n\(show(right[line]))"
  }
}
