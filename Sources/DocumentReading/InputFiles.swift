import Foundation
import SourceText

/// Finds the files that a user's arguments stand for, and reads them.
public struct InputFiles: Sendable {
  /// One file to read.
  public struct Input: Sendable, Hashable {
    /// The path, `-` for standard input.
    public let path: String
    /// The user named a folder that holds the file, not the file; problems with it are warnings then.
    public let isFromFolder: Bool

    /// Makes an input.
    public init(path: String, isFromFolder: Bool = false) {
      self.path = path
      self.isFromFolder = isFromFolder
    }
  }

  /// The files in the order of the arguments, those of a folder sorted by path; each once.
  public let inputs: [Input]
  /// What could not be found or entered: `input.unreadable`, an error for what the user named and a warning
  /// inside folders; `input.unsupported`, a warning, for word processor and PDF files in folders.
  public let diagnostics: [Diagnostic]

  /// Looks up files and folders, these with all folders inside.
  ///
  /// Of folders, files are taken whose extension stands for a format of documents; JSON Lines files only if
  /// their first record has a text. Hidden files and links to folders are passed over.
  public init(_ arguments: [String]) {
    var finder = Finder()
    for argument in arguments { finder.add(argument) }
    inputs = finder.inputs
    diagnostics = finder.diagnostics
  }

  /// Reads all bytes of an input.
  ///
  /// - Throws: `input.unreadable` with the reason.
  public static func bytes(of input: Input) throws(Diagnostic) -> [UInt8] {
    do {
      if input.path == "-" { return [UInt8](try FileHandle.standardInput.readToEnd() ?? Data()) }
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: input.path)))
    } catch {
      throw unreadable(input.path, isFromFolder: input.isFromFolder, error)
    }
  }

  fileprivate static func unreadable(_ path: String, isFromFolder: Bool, _ error: any Error) -> Diagnostic {
    let reason = ((error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError ?? error as NSError)
      .localizedDescription
    return Diagnostic(
      isFromFolder ? .warning : .error, id: "input.unreadable", file: path,
      message: "cannot be read: \(reason)")
  }
}

extension InputFiles {
  /// Collects the files of the arguments.
  private struct Finder {
    var inputs: [Input] = []
    var diagnostics: [Diagnostic] = []
    private var seen: Set<String> = []

    /// Formats people may expect to be read.
    private static let unsupported: Set<String> = [
      "doc", "docx", "wps", "pdf", "rtf", "odt", "xls", "xlsx", "ppt", "pptx",
    ]

    mutating func add(_ argument: String) {
      var isFolder: ObjCBool = false
      if argument == "-" {
        take(Input(path: argument))
      } else if !FileManager.default.fileExists(atPath: argument, isDirectory: &isFolder) {
        diagnostics.append(
          Diagnostic(
            .error, id: "input.unreadable", file: argument, message: "there is no such file or folder"))
      } else if isFolder.boolValue {
        addFolder(argument, isNamed: true)
      } else {
        take(Input(path: argument))
      }
    }

    private mutating func take(_ input: Input) {
      if seen.insert(input.path).inserted { inputs.append(input) }
    }

    private mutating func addFolder(_ folder: String, isNamed: Bool) {
      let names: [String]
      do {
        names = try FileManager.default.contentsOfDirectory(atPath: folder)
      } catch {
        diagnostics.append(InputFiles.unreadable(folder, isFromFolder: !isNamed, error))
        return
      }
      let base = folder.hasSuffix("/") ? folder : folder + "/"
      // By bytes: the same order everywhere, whatever the language of the system.
      for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where !name.hasPrefix(".")
      {
        let path = base + name
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
        if isFolder.boolValue {
          let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
          if !isLink { addFolder(path, isNamed: false) }
        } else {
          addFile(path)
        }
      }
    }

    private mutating func addFile(_ path: String) {
      switch DocumentFormat(name: path) {
      case nil:
        let suffix = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard Self.unsupported.contains(suffix) else { return }
        diagnostics.append(
          Diagnostic(
            .warning, id: "input.unsupported", file: path,
            message: "files of this kind are not read; save it as text"))
      case .jsonLines where !holdsDocuments(path): return
      default: take(Input(path: path, isFromFolder: true))
      }
    }

    /// The first line is a record with a text; a line that cannot be read as a record is for the reader to
    /// report.
    private func holdsDocuments(_ path: String) -> Bool {
      guard let file = FileHandle(forReadingAtPath: path) else { return true }
      defer { try? file.close() }
      let start = (try? file.read(upToCount: 1 << 20)) ?? Data()
      guard let line = start.split(separator: 0x0A).first, let record = try? JSONRecord([UInt8](line)[...])
      else {
        return true
      }
      return record.bytes("text") != nil
    }
  }
}
