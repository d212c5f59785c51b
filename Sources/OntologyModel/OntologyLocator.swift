import SourceText

/// Finds the ontology folder, so that an installed tree can be moved anywhere.
public struct OntologyLocator: Sendable {
  /// The places looked at, in order; the first that holds an ontology wins.
  public let candidates: [String]

  /// Collects the places to look at: `explicit` alone when it is given, else `$DUIKOU_ONTOLOGY` alone when it
  /// is set, else `../share/duikou/Ontology` beside the executable, then `Ontology` in the folders above the
  /// executable (a checkout), then in the current folder and those above it.
  ///
  /// - Parameters:
  ///   - explicit: what the user named.
  ///   - executable: the program's path; links are resolved. The running program when nil.
  ///   - environment: the value of `$DUIKOU_ONTOLOGY`; asked of the environment when nil.
  ///   - currentDirectory: where to look last; the process's own when nil.
  public init(
    explicit: String? = nil, executable: String? = nil, environment: String? = nil,
    currentDirectory: String? = nil
  ) {
    if let named = explicit ?? environment ?? FileSystem.environment("DUIKOU_ONTOLOGY") {
      candidates = [named]
      return
    }
    var candidates: [String] = []
    if let path = executable.map({ FileSystem.resolved($0) ?? $0 }) ?? FileSystem.executablePath() {
      let folders = OntologyLocator.parents(of: path)
      if folders.count > 1 { candidates.append(OntologyLocator.join(folders[1], "share/duikou/Ontology")) }
      candidates += folders.map { OntologyLocator.join($0, "Ontology") }
    }
    if let current = currentDirectory ?? FileSystem.resolved(".") {
      candidates += ([current] + OntologyLocator.parents(of: current)).map {
        OntologyLocator.join($0, "Ontology")
      }
    }
    self.candidates = candidates.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The first candidate that is a folder with `places.tsv` and `duikou.rdf`.
  ///
  /// - Throws: `ontology.not-found`, with the places looked at and what to do.
  public func find() throws(Diagnostics) -> String {
    for candidate in candidates
    where FileSystem.isFile(candidate + "/places.tsv") && FileSystem.isFile(candidate + "/duikou.rdf") {
      return candidate
    }
    throw Diagnostics([
      Diagnostic(
        .error, id: "ontology.not-found",
        message: "no ontology (places.tsv, duikou.rdf) in \(candidates.joined(separator: ", ")); "
          + "give its folder with --ontology or $DUIKOU_ONTOLOGY")
    ])
  }

  /// The folders above a path, nearest first.
  private static func parents(of path: String) -> [String] {
    var folders: [String] = []
    var rest = Substring(path)
    while let slash = rest.lastIndex(of: "/") {
      rest = rest[..<slash]
      folders.append(rest.isEmpty ? "/" : String(rest))
    }
    return folders
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
