import Foundation

/// The built command, run as a child process.
enum Program {
  /// What a run gave.
  struct Result {
    let status: Int32
    let output: String
    let errors: String

    /// Standard output as a JSON array of objects.
    func objects() throws -> [[String: Any]] {
      let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
      guard let objects = value as? [[String: Any]] else {
        throw NotFound(description: "no array: \(output)")
      }
      return objects
    }
  }

  /// Something that the tests need is not there.
  struct NotFound: Error, CustomStringConvertible {
    let description: String
  }

  /// The package's folder.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// `$DUIKOU`, or the program beside the test bundle.
  static func path() throws -> String {
    if let named = ProcessInfo.processInfo.environment["DUIKOU"], !named.isEmpty { return named }
    let places: [String?] = [CommandLine.arguments.first, Bundle.main.executablePath] + CommandLine.arguments
    for case let place? in places {
      var folder = URL(fileURLWithPath: place).resolvingSymlinksInPath()
      // Of a bundle on macOS the program stands some folders higher.
      for _ in 0..<4 {
        folder.deleteLastPathComponent()
        let candidate = folder.appendingPathComponent("duikou").path
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder), !isFolder.boolValue,
          FileManager.default.isExecutableFile(atPath: candidate)
        {
          return candidate
        }
      }
    }
    throw NotFound(description: "the program “duikou” is not beside the tests; swift build makes it")
  }

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - arguments: What follows the program's name.
  ///   - input: Standard input.
  ///   - folder: The working folder; the package's when nil.
  ///   - environment: Variables to set; the program finds the checkout's ontology unless told otherwise.
  ///   - program: Another program to run instead.
  static func run(
    _ arguments: [String], input: String = "", in folder: String? = nil, environment: [String: String] = [:],
    program: String? = nil
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try program ?? path())
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder ?? root)
    var variables = ProcessInfo.processInfo.environment
    variables["DUIKOU_ONTOLOGY"] = root + "/Ontology"
    variables.merge(environment) { $1 }
    process.environment = variables.filter { !$0.value.isEmpty }

    // Files, not pipes: a pipe that nobody empties would stop the program.
    let base = FileManager.default.temporaryDirectory.appendingPathComponent(
      "duikou-run-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: base, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: base) }
    let files = try ["in", "out", "err"].map { name in
      let url = base.appendingPathComponent(name)
      try Data(name == "in" ? Array(input.utf8) : []).write(to: url)
      return try FileHandle(forUpdating: url)
    }
    process.standardInput = files[0]
    process.standardOutput = files[1]
    process.standardError = files[2]
    try process.run()
    process.waitUntilExit()
    func text(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: base.appendingPathComponent(name)), as: UTF8.self)
    }
    return Result(status: process.terminationStatus, output: try text("out"), errors: try text("err"))
  }
}

/// Calls `body` with the path of a new folder, which is gone afterwards.
func withFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("duikou-" + UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder.path)
}

/// Writes a file and the folders above it.
func write(_ bytes: some Sequence<UInt8>, to path: String) throws {
  let url = URL(fileURLWithPath: path)
  try FileManager.default.createDirectory(
    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
  try Data(bytes).write(to: url)
}

/// The names in a folder, sorted.
func names(in folder: String) -> [String] {
  ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
}
