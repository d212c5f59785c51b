import Foundation

/// An import statement of a source file.
struct ImportLine {
  /// The file, from the package's folder.
  let file: String
  /// The folder below `Sources`.
  let module: String
  /// What it imports.
  let imported: String
  /// The words before `import`, such as `public` or `internal`.
  let modifiers: [String]

  /// Every import statement below `Sources`.
  static func all() throws -> [ImportLine] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let sources = root.appendingPathComponent("Sources")
    var lines: [ImportLine] = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: sources.path)
    where path.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
      let module = path.split(separator: "/").first.map(String.init) ?? ""
      for line in text.split(separator: "\n") {
        if let found = ImportLine(String(line), file: "Sources/" + path, module: module) {
          lines.append(found)
        }
      }
    }
    return lines
  }

  /// Reads a line; nil when it imports nothing.
  init?(_ line: String, file: String, module: String) {
    var words = line.split(separator: " ").map(String.init)
    guard let position = words.firstIndex(of: "import"), position + 1 < words.count,
      words[..<position].allSatisfy({ $0.hasPrefix("@") || Self.access.contains($0) })
    else { return nil }
    modifiers = Array(words[..<position])
    words.removeFirst(position + 1)
    if words.count > 1, Self.kinds.contains(words[0]) { words.removeFirst() }
    imported = words[0].split(separator: ".").first.map(String.init) ?? words[0]
    self.file = file
    self.module = module
  }

  private static let access: Set = ["public", "package", "internal", "private", "fileprivate"]
  private static let kinds: Set = ["struct", "class", "enum", "protocol", "typealias", "func", "var", "let"]
}
