import Duikou

/// Any bytes are a document: they are decoded, read, linked and written, and the file reads back the same.
enum FuzzPipeline {
  static let pipeline: Pipeline? = {
    guard let folder = try? OntologyLocator().find(), let ontology = try? Ontology.load(directory: folder)
    else { return nil }
    return try? Pipeline(ontology: ontology)
  }()

  /// The first byte draws the format.
  static let names = ["t.txt", "t.md", "t.html", "t.jsonl"]

  static func run(_ bytes: [UInt8]) {
    guard let pipeline else { fatalError("the ontology is not found: run from the package folder") }
    guard let first = bytes.first else { return }
    let reading = DocumentReader().read(
      bytes: Array(bytes.dropFirst()), name: names[Int(first) % names.count])
    for document in reading.documents {
      let read = pipeline.read(document)
      for mention in read.linked.mentions {
        let range = read.linked.reading.documentRange(mention.range)
        precondition(range.lowerBound >= 0 && range.upperBound <= document.scalars.count && !range.isEmpty)
      }
      for relation in read.relations {
        precondition(
          read.linked.entities.indices.contains(relation.from)
            && read.linked.entities.indices.contains(relation.to))
        precondition((0...1).contains(relation.certainty) && !relation.evidence.isEmpty)
      }
      var builder = GraphBuilder()
      builder.add(read, of: pipeline.ontology)
      let graph = builder.build()
      let written = GraphMLWriter().bytes(graph)
      guard let back = try? GraphMLReader().read(bytes: written) else {
        fatalError("our own GraphML does not read back")
      }
      precondition(back.graph.nodeCount == graph.nodeCount)
    }
  }
}

/// The entry point that libFuzzer calls for every input.
@c public func LLVMFuzzerTestOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
  FuzzPipeline.run(data.map { Array(UnsafeBufferPointer(start: $0, count: size)) } ?? [])
  return 0
}
