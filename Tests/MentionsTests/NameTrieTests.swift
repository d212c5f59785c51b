import Testing

@testable import Mentions

@Suite("Name trie")
struct NameTrieTests {
  /// Draws names and texts over few characters, so that names overlap, nest and repeat.
  struct Source: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  static let alphabet: [Unicode.Scalar] = ["上", "海", "市", "区", "县", "山", "𠮷", "a"]

  @Test("finds what a naive search finds", arguments: 0..<40)
  func matchesNaiveSearch(seed: Int) {
    var source = Source(state: UInt64(seed) &* 7919 &+ 1)
    func draw(_ count: Int) -> [Unicode.Scalar] {
      (0..<count).map { _ in Self.alphabet[Int.random(in: 0..<Self.alphabet.count, using: &source)] }
    }
    var names: [[Unicode.Scalar]] = []
    var trie = NameTrie(capacity: 4)
    for _ in 0..<200 {
      let name = draw(Int.random(in: 1...5, using: &source))
      if !names.contains(name) {
        #expect(trie.insert(name, value: Int32(names.count)) == Int32(names.count), "seed \(seed)")
        names.append(name)
      }
    }
    let text = draw(400)
    for start in text.indices {
      var found: [Int32: Int] = [:]
      trie.matches(in: text, at: start, until: text.count) { found[$1] = $0 }
      var expected: [Int32: Int] = [:]
      for (value, name) in names.enumerated()
      where start + name.count <= text.count && text[start..<(start + name.count)].elementsEqual(name) {
        expected[Int32(value)] = name.count
      }
      #expect(found == expected, "seed \(seed), position \(start)")
    }
  }

  @Test("keeps the first value of a name and ignores the empty name")
  func repeatedAndEmpty() {
    var trie = NameTrie()
    #expect(trie.insert("会泽县".unicodeScalars, value: 3) == 3)
    #expect(trie.insert("会泽县".unicodeScalars, value: 9) == 3)
    trie.insert("".unicodeScalars, value: 1)
    #expect(trie.value(of: "会泽县".unicodeScalars) == 3)
    #expect(trie.value(of: "会泽".unicodeScalars) == nil)
    #expect(trie.value(of: "".unicodeScalars) == nil)
  }

  @Test("never matches across the limit")
  func limit() {
    var trie = NameTrie()
    trie.insert("宝山区".unicodeScalars, value: 0)
    let text = Array("宝山区".unicodeScalars)
    #expect(trie.longestMatch(in: text, at: 0, until: 2) == nil)
    #expect(trie.longestMatch(in: text, at: 0, until: 3)?.length == 3)
  }
}
