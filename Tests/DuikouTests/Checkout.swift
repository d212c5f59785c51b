import Duikou
import Foundation

/// The files of the package, and a pipeline that all tests share.
enum Checkout {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  static func path(_ relative: String) -> String { root + "/" + relative }

  /// Loaded once: it takes longer than most tests.
  static let pipeline = Result { try Pipeline(ontology: .load(directory: path("Ontology"))) }

  /// The example reports with their metadata.
  static func examples() throws -> Corpus {
    let bytes = try InputFiles.bytes(of: InputFiles.Input(path: path("Examples/metadata.csv")))
    let metadata = MetadataTable.reading(bytes, name: "metadata.csv").table
    return Corpus(InputFiles([path("Examples/reports")]), metadata: metadata)
  }

  /// The example reports as read; once for all tests.
  static let readExamples = Result { () throws -> [ReadDocument] in
    let shared = try pipeline.get()
    return try examples().documents.map { shared.read($0) }
  }

  /// A document of plain text.
  static func document(_ text: String, id: String = "test") -> Document {
    let reading = DocumentReader().read(bytes: Array(text.utf8), name: id + ".txt")
    return reading.documents.first ?? Document(id: id, scalars: [], blocks: [])
  }
}
