import Duikou
import Foundation
import Testing

/// Everything in the graph can be traced to exact characters of a text.
@Suite struct EvidenceTests {
  @Test("offsets of evidence and mentions cut exactly their text out of the document and of the file")
  func offsets() throws {
    let pipeline = try Checkout.pipeline.get()
    let corpus = try Checkout.examples()
    let graph = pipeline.graph(of: try Checkout.readExamples.get())
    var files: [String: (document: Document, bytes: [UInt8])] = [:]
    for file in corpus.files {
      let bytes = try InputFiles.bytes(of: InputFiles.Input(path: file.path))
      for document in file.documents { files[document.id] = (document, bytes) }
    }

    func check(_ id: String, _ start: Int?, _ end: Int?, _ text: String, _ byteStart: Int?, _ byteEnd: Int?)
      throws
    {
      let file = try #require(files[id], "unknown document \(id)")
      let range = try #require(start)..<(try #require(end))
      #expect(!range.isEmpty)
      #expect(file.document.text(in: range) == text, "\(id):\(range)")
      #expect((byteStart != nil) == (file.document.byteOffsets != nil))
      if let byteStart, let byteEnd {
        #expect(String(decoding: file.bytes[byteStart..<byteEnd], as: UTF8.self) == text, "\(id) bytes")
      }
    }
    for id in graph.edgeIDs {
      let edge = graph.edge(id)
      #expect(!edge.evidence.isEmpty, "\(edge.relationID) has no evidence")
      for piece in edge.evidence {
        try check(piece.document, piece.start, piece.end, piece.text, piece.byteStart, piece.byteEnd)
        #expect(!piece.rule.isEmpty)
        #expect((0...1).contains(piece.certainty))
      }
    }
    for mention in graph.mentions {
      try check(
        mention.document, mention.start, mention.end, mention.surface, mention.byteStart, mention.byteEnd)
    }
    #expect(graph.edgeCount > 40 && graph.mentionCount > 150, "the examples hold more than that")
  }

  @Test("every entity that a text names is a node with all its surfaces")
  func nodes() throws {
    let pipeline = try Checkout.pipeline.get()
    let read = try Checkout.readExamples.get()
    let graph = pipeline.graph(of: read)
    for document in read {
      for mention in document.linked.mentions {
        let entity = document.linked.entities[mention.entity]
        let node = try #require(graph.node(withEntityID: entity.id), "\(entity.id) is no node")
        let range = document.linked.reading.documentRange(mention.range)
        let surface = document.linked.reading.document.text(in: range)
        #expect(graph.node(node).aliases.contains(surface), "\(entity.id) lacks \(surface)")
        #expect(!graph.isImplicit(node))
      }
    }
    #expect(graph.nodeIDs.allSatisfy { !graph.isImplicit($0) })
  }

  @Test("places above those named are nodes on request only, and implicit")
  func hierarchy() throws {
    let pipeline = try Checkout.pipeline.get()
    let read = pipeline.read(Checkout.document("宝山区结对帮扶会泽县。"))
    #expect(pipeline.graph(of: [read]).node(withEntityID: "place:530300") == nil)
    let graph = pipeline.graph(of: [read], withHierarchy: true)
    let county = try #require(graph.node(withEntityID: "place:530326"))
    let prefecture = try #require(graph.node(withEntityID: "place:530300"))
    let province = try #require(graph.node(withEntityID: "place:530000"))
    #expect(graph.ancestors(of: county) == [prefecture, province])
    #expect(!graph.isImplicit(county) && graph.isImplicit(prefecture) && graph.isImplicit(province))
  }
}
