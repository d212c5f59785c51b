import DocumentReading
public import GraphFormats
public import SourceText

/// Reads graph files, whichever of the readable formats they have.
public enum GraphFile {
  /// The format that a path's extension stands for; nil for other extensions and for none.
  public static func format(ofPath path: String) -> FileFormat? {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "gv": return .dot
    case "ndjson": return .jsonl
    case "xml": return .graphml
    case let suffix: return FileFormat(rawValue: suffix)
    }
  }

  /// The format of a file: by its extension, else by the first character that is no space.
  public static func format(ofPath path: String, bytes: [UInt8]) -> FileFormat? {
    if let known = format(ofPath: path) { return known }
    let first = bytes.first {
      !($0 == 0x20 || (0x09...0x0D).contains($0) || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF)
    }
    switch first {
    case UInt8(ascii: "<"): return .graphml
    case UInt8(ascii: "{"): return .jsonl
    default: return nil
    }
  }

  /// Reads GraphML or JSON Lines.
  ///
  /// - Parameter path: The file, or `-` for standard input.
  /// - Throws: `graph.unreadable-format` for another format, and the errors of the readers.
  public static func read(_ path: String) throws(Diagnostics) -> GraphReading {
    switch path == "-" ? nil : format(ofPath: path) {
    case .graphml: return try GraphMLReader().read(path: path)
    case .jsonl: return try JSONLinesReader().read(path: path)
    case .dot, .svg, .png: throw Diagnostics([unreadable(path)])
    case nil:
      let bytes: [UInt8]
      do {
        bytes = try InputFiles.bytes(of: InputFiles.Input(path: path))
      } catch {
        throw Diagnostics([error])
      }
      let name = path == "-" ? nil : path
      switch format(ofPath: path, bytes: bytes) {
      case .graphml: return try GraphMLReader().read(bytes: bytes, file: name)
      case .jsonl: return try JSONLinesReader().read(bytes: bytes, file: name)
      default: throw Diagnostics([unreadable(path)])
      }
    }
  }

  private static func unreadable(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, id: "graph.unreadable-format", file: path,
      message: "graphs are read from GraphML and JSON Lines only")
  }
}
