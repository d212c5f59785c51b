public import DocumentReading
import Foundation
public import SourceText

/// The documents that a user's arguments stand for, file by file, with what was wrong on the way.
public struct Corpus: Sendable {
  /// One input file with its documents.
  public struct File: Sendable {
    /// The path as the user gave it or as it was found in a folder; `-` for standard input.
    public let path: String
    /// The name of the file without folders and extension; names the outputs made of this file alone.
    public let stem: String
    /// Its documents: one, or one for each record of a JSON Lines file.
    public var documents: [Document]
  }

  /// The files that could be read, in the order of the arguments.
  public private(set) var files: [File] = []
  /// Everything that was wrong; errors concern what the user named.
  public private(set) var diagnostics: [Diagnostic] = []
  /// How many files or records were passed over.
  public private(set) var skipped = 0

  /// All documents, file by file.
  public var documents: [Document] { files.flatMap(\.documents) }

  /// Whether something that the user named could not be read at all.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Reads all inputs into memory.
  ///
  /// Documents get ids of their own: where several share a stem, the file's name with its extension, else its
  /// path, whatever the order of the arguments. A broken record of a file that has sound ones is a warning.
  ///
  /// - Parameters:
  ///   - inputs: What the arguments stand for.
  ///   - metadata: What is known of the documents beside their text.
  public init(_ inputs: InputFiles, metadata: MetadataTable = MetadataTable()) {
    note(inputs.diagnostics)
    let reader = DocumentReader()
    var seen: Set<String> = []
    for input in inputs.inputs {
      // `a.txt` and `./a.txt` are one file, whose statements must not count twice.
      guard input.path == "-" || seen.insert(Self.canonical(input.path)).inserted else { continue }
      var (documents, problems) = reader.read(input, metadata: metadata)
      if !documents.isEmpty {
        problems = problems.map { problem in
          Diagnostic(
            .warning, id: problem.id, file: problem.file, position: problem.position, message: problem.message
          )
        }
      }
      note(problems)
      if documents.isEmpty, !problems.isEmpty { continue }
      files.append(File(path: input.path, stem: DocumentReader.stem(of: input.path), documents: documents))
    }
    makeIDsUnique()
  }

  private mutating func note(_ problems: [Diagnostic]) {
    diagnostics += problems
    skipped += problems.count { $0.id != "document.malformed-text" }
  }

  private mutating func makeIDsUnique() {
    typealias Naming = (_ file: File, _ document: Document, _ position: Int) -> String
    let namings: [Naming] = [
      { file, document, _ in
        document.id == file.stem ? Self.name(file.path) : Self.name(file.path) + ":" + document.id
      },
      { file, document, _ in document.id == file.stem ? file.path : file.path + ":" + document.id },
      { file, _, position in "\(file.path)#\(position + 1)" },
    ]
    let given = files.map { $0.documents.map(\.id) }
    var ids = given
    for naming in namings {
      let shared = Self.repeated(ids)
      if shared.isEmpty { break }
      for (number, file) in files.enumerated() {
        for (position, document) in file.documents.enumerated() where shared.contains(ids[number][position]) {
          ids[number][position] = naming(file, document, position)
        }
      }
    }
    for (number, own) in ids.enumerated() where own != given[number] {
      for (position, id) in own.enumerated() {
        files[number].documents[position] = files[number].documents[position].renamed(id)
      }
    }
  }

  private static func repeated(_ ids: [[String]]) -> Set<String> {
    var seen: Set<String> = []
    var shared: Set<String> = []
    for id in ids.joined() where !seen.insert(id).inserted { shared.insert(id) }
    return shared
  }

  private static func canonical(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  private static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

extension Document {
  /// The same document under another id.
  func renamed(_ id: String) -> Document {
    Document(
      id: id, file: file, metadata: metadata, scalars: scalars, byteOffsets: byteOffsets, blocks: blocks)
  }
}
