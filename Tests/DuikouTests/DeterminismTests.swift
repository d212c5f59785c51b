import Duikou
import Testing

/// The same input gives the same bytes, whatever the order and the number of threads.
@Suite struct DeterminismTests {
  @Test(
    "two runs, another order and other threads give equal files",
    arguments: [FileFormat.graphml, .dot, .jsonl])
  func equalBytes(format: FileFormat) async throws {
    let pipeline = try Checkout.pipeline.get()
    let style = GraphStyle(pipeline.ontology)
    func bytes(_ read: [ReadDocument]) -> [UInt8] {
      format.writer(style: style).bytes(pipeline.graph(of: read))
    }
    let documents = try Checkout.examples().documents
    let first = bytes(try Checkout.readExamples.get())
    #expect(first.count > 10_000)
    #expect(bytes(await pipeline.read(documents, jobs: 1)) == first)
    #expect(bytes(await pipeline.read(documents.reversed(), jobs: 4)) == first)
  }

  @Test("documents come back in their order, and progress counts up to all of them")
  func order() async throws {
    let pipeline = try Checkout.pipeline.get()
    let documents = (0..<20).map { Checkout.document("第\($0)篇：宝山区结对帮扶会泽县。", id: "d\($0)") }
    let counter = Counter()
    let read = await pipeline.read(documents, jobs: 3) { done in counter.note(done) }
    #expect(read.map { $0.linked.reading.document.id } == documents.map(\.id))
    #expect(counter.values.sorted() == Array(1...20))
  }

  @Test("graphs of parts, merged, are the graph of the whole")
  func merging() throws {
    let pipeline = try Checkout.pipeline.get()
    let read = try Checkout.readExamples.get()
    let whole = pipeline.graph(of: read)
    let parts = [read[..<7], read[7..<12], read[12...]].map { pipeline.graph(of: Array($0)) }
    #expect(Graph.merge(parts) == whole)
    #expect(Graph.merge(parts.reversed()) == whole)
  }
}
