import Foundation

/// A program outside the package that a test asks for a second opinion.
public struct OutsideTool {
  /// What a run gave.
  public struct Result {
    /// Exit status.
    public let status: Int32
    /// Standard output and standard error, as they came.
    public let output: String
  }

  private let path: String

  private init(path: String) { self.path = path }

  /// Finds a program on the search path; nil, with a line on the output, where it is missing.
  public init?(_ name: String) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let found = folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else {
      print("skipped: no \(name) on this machine")
      return nil
    }
    path = found
  }

  /// Finds a Python that has these modules: `$DUIKOU_PYTHON`, or the virtual environment of the checkout.
  public init?(pythonWith modules: [String], file: String = #filePath) {
    let root = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let candidates: [String?] = [
      ProcessInfo.processInfo.environment["DUIKOU_PYTHON"],
      root.appendingPathComponent(".venv/bin/python").path,
    ]
    for case let candidate? in candidates where FileManager.default.isExecutableFile(atPath: candidate) {
      let python = OutsideTool(path: candidate)
      let result = try? python.run(["-c", "import " + modules.joined(separator: ", ")])
      if let result, result.status == 0 {
        self = python
        return
      }
    }
    print("skipped: no Python with \(modules.joined(separator: ", "))")
    return nil
  }

  /// Runs the program to its end.
  public func run(_ arguments: [String]) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(status: process.terminationStatus, output: String(decoding: data, as: UTF8.self))
  }
}

/// Calls `body` with the path of a new folder, which is gone afterwards.
public func withTemporaryFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("duikou-" + UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder.path)
}
