import GraphStore
import Linking
public import OntologyModel
public import Relations
public import SourceText

/// From documents to a graph: link the names, read the relations, unite what all documents say.
///
/// A pipeline is immutable and may be used from several threads at once.
///
/// ```swift
/// let ontology = try Ontology.load(directory: "Ontology")
/// let pipeline = try Pipeline(ontology: ontology)
/// var builder = GraphBuilder()
/// builder.add(pipeline.read(document), of: ontology)
/// let graph = builder.build()
/// ```
public struct Pipeline: Sendable {
  /// What is known before reading.
  public let ontology: Ontology
  private let linker: Linker
  private let reader: RelationReader

  /// The rules that read relations, in order.
  public var rules: [RelationRule] { reader.rules }

  /// Prepares lexicon, rules and tables; some hundred milliseconds.
  ///
  /// - Throws: every fault of the word lists and rules, with file, line and column.
  public init(ontology: Ontology) throws(Diagnostics) {
    self.ontology = ontology
    linker = try Linker(ontology: ontology)
    do {
      reader = try RelationReader(ontology: ontology)
    } catch let problems as Diagnostics {
      throw problems
    } catch {
      throw Diagnostics([Diagnostic(.error, id: "rules.unreadable", message: "\(error)")])
    }
  }

  /// Reads one document. Any text is valid input; about linear in its length.
  public func read(_ document: Document) -> ReadDocument {
    let linked = linker.link(document)
    return ReadDocument(linked: linked, relations: reader.relations(in: linked))
  }

  /// How the sentences of a document look to the rules: a line each, for people who write rules.
  ///
  /// `[H …]`, `[R …]`, `[P …]` are names, `word<classes>` words of cues.tsv, `|` borders between clauses.
  public func trace(_ document: Document) -> [String] { reader.trace(linker.link(document)) }

  /// Reads many documents on several threads; the results stand in the order of the documents.
  ///
  /// - Parameters:
  ///   - jobs: How many documents are read at once, at least 1.
  ///   - progress: Called after each document with how many are done; may be called from any thread.
  public func read(
    _ documents: [Document], jobs: Int, progress: @escaping @Sendable (_ done: Int) -> Void = { _ in }
  ) async -> [ReadDocument] {
    await withTaskGroup(of: (Int, ReadDocument).self) { group in
      var results: [ReadDocument?] = Array(repeating: nil, count: documents.count)
      var next = 0
      var done = 0
      func submit() {
        guard next < documents.count else { return }
        let index = next
        next += 1
        group.addTask { (index, read(documents[index])) }
      }
      for _ in 0..<max(1, jobs) { submit() }
      while let (index, result) = await group.next() {
        results[index] = result
        done += 1
        progress(done)
        submit()
      }
      return results.compactMap { $0 }
    }
  }
}
