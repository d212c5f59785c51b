import Duikou
import Foundation

/// Writes a graph as files of several formats.
struct GraphFiles {
  let formats: [FileFormat]
  var options = ExportOptions()
  var style = GraphStyle.builtIn
  /// What JSON Lines leave out: nothing unless the user asked for it, since they are the lossless form.
  var losslessMinCertainty = 0.0

  /// Writes `FOLDER/NAME.FORMAT` for each format, each file as a whole or not at all.
  ///
  /// - Returns: The paths.
  func write(_ graph: Graph, in folder: String, name: String) async throws -> [String] {
    let base = folder == "." || folder.isEmpty ? name : (folder.hasSuffix("/") ? folder : folder + "/") + name
    var paths: [String] = []
    for format in formats {
      let path = "\(base).\(format.rawValue)"
      try await write(graph, as: format, to: path)
      paths.append(path)
    }
    return paths
  }

  /// Writes one file; `-` stands for standard output.
  func write(_ graph: Graph, as format: FileFormat, to path: String) async throws {
    var options = options
    if format == .jsonl { options.minCertainty = losslessMinCertainty }
    let writer = format.writer(options: options, style: style)
    if format.isDrawn {
      let picture = try await Graphviz.draw(writer.bytes(graph), as: format)
      if path == "-" { Console.write(picture) } else { try AtomicFile.write(picture, to: path) }
    } else if path == "-" {
      try writer.write(graph) { (piece) throws(Diagnostic) in Console.write(piece) }
    } else {
      try writer.write(graph, toFile: path)
    }
  }

  /// Makes a folder and those above it where they are missing.
  ///
  /// - Throws: `output.not-writable`.
  static func makeFolder(_ folder: String) throws(Diagnostic) {
    let folder = folder.isEmpty ? "." : folder
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Diagnostic(
        .error, id: "output.not-writable", file: folder,
        message: "the folder cannot be made: \(reason(error))")
    }
    guard FileManager.default.isWritableFile(atPath: folder) else {
      throw Diagnostic(
        .error, id: "output.not-writable", file: folder, message: "the folder cannot be written to")
    }
  }

  private static func reason(_ error: any Error) -> String {
    let inner = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError ?? error as NSError
    return inner.domain == NSPOSIXErrorDomain
      ? String(cString: strerror(Int32(inner.code))) : inner.localizedDescription
  }
}
