import Foundation
import Mentions
import OntologyModel
import SourceText
import Testing

@testable import Linking

@Suite("Linker")
struct LinkerPropertyTests {
  static let texts: [String] = {
    let folder = Shared.root.appending(path: "Examples/reports").path
    let names = (FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []).sorted()
    return names.filter { $0.hasSuffix(".txt") }.compactMap {
      try? String(contentsOfFile: folder + "/" + $0, encoding: .utf8)
    }
  }()

  @Test("mentions lie inside the text, ascend and cut their surface out of the document", arguments: texts)
  func ranges(text: String) throws {
    let linked = try Shared.link(text)
    let reading = linked.reading
    var last = 0
    for mention in linked.mentions {
      #expect(mention.range.lowerBound >= last)
      last = mention.range.lowerBound
      #expect(!mention.range.isEmpty && mention.range.upperBound <= reading.scalars.count)
      #expect(linked.entities.indices.contains(mention.entity))
      #expect((0...1).contains(mention.certainty))
      let range = reading.documentRange(mention.range)
      #expect(range.upperBound <= reading.document.scalars.count && range.count >= mention.range.count)
    }
    #expect(Set(linked.entities.map(\.id)).count == linked.entities.count)
  }

  @Test("the same text gives the same result", arguments: texts.prefix(3))
  func deterministic(text: String) throws {
    func dump(_ linked: LinkedDocument) -> [String] {
      linked.mentions.map { "\($0.range) \(linked.entities[$0.entity].id) \($0.certainty) \($0.reason)" }
    }
    #expect(try dump(Shared.link(text)) == dump(Shared.link(text)))
  }

  @Test(
    "any text is valid input",
    arguments: [
      "", " \n\t ", "。。。", "（（（", "“”““””", "市市市县县区", "第第第师师", String(repeating: "会泽县", count: 2000), "援",
      "沪", "\u{0}\u{1}县", "𠮷𠮷县医院",
    ])
  func hostile(text: String) throws {
    // Built by hand, so that bytes which a reader would refuse reach the linker too.
    let scalars = Array(text.unicodeScalars)
    let blocks = scalars.isEmpty ? [] : [Document.Block(kind: .paragraph, range: 0..<scalars.count)]
    let linked = try Shared.linker.get().link(Document(id: "t", scalars: scalars, blocks: blocks))
    for mention in linked.mentions {
      #expect(!mention.range.isEmpty)
      #expect(linked.reading.documentRange(mention.range).upperBound <= scalars.count)
    }
  }
}

@Suite("Span selection")
struct SpanSelectionTests {
  @Test("finds the best total, as an exhaustive search does", arguments: 1...60)
  func exhaustive(seed: Int) {
    var state = UInt64(seed) &* 2_862_933_555_777_941_757 &+ 3_037_000_493
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return Int((state >> 33) % UInt64(bound))
    }
    let spans: [(range: Range<Int>, weight: Double)] = (0..<9).map { _ in
      let start = next(12)
      return (start..<(start + 1 + next(5)), Double(1 + next(40)) / 4)
    }
    func total(_ picks: [Int]) -> Double { picks.reduce(0) { $0 + spans[$1].weight } }
    var best = 0.0
    for mask in 0..<(1 << spans.count) {
      let picks = spans.indices.filter { mask & (1 << $0) != 0 }
      let overlaps = picks.contains { a in
        picks.contains { a < $0 && spans[a].range.overlaps(spans[$0].range) }
      }
      if !overlaps { best = max(best, total(picks)) }
    }
    let chosen = SpanSelection.best(spans)
    #expect(abs(total(chosen) - best) < 1e-9)
    for (a, b) in zip(chosen, chosen.dropFirst()) {
      #expect(spans[a].range.upperBound <= spans[b].range.lowerBound)
    }
  }
}
