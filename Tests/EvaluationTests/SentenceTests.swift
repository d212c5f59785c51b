import Duikou
import Testing

@Suite struct SentenceTests {
  private func sentence(_ text: String, _ part: String) -> String? {
    let document = SampleText.document("a", text)
    guard let range = text.range(of: part) else { return nil }
    let start = text[..<range.lowerBound].unicodeScalars.count
    let found = document.sentence(around: start..<start + part.unicodeScalars.count)
    return document.text(in: found)
  }

  @Test("a sentence reaches from full stop to full stop, closing quotation marks included")
  func borders() {
    #expect(sentence("甲来了。乙说：“丙走了。”丁笑了！", "丙") == "乙说：“丙走了。”")
    #expect(sentence("甲来了。乙说：“丙走了。”丁笑了！", "丁") == "丁笑了！")
    #expect(sentence("甲来了。乙走了", "乙") == "乙走了")
  }

  @Test("a range that ends with its full stop is not drawn on; one over two sentences holds both")
  func whole() {
    #expect(sentence("甲来了。乙走了。丙笑了。", "乙走了。") == "乙走了。")
    #expect(sentence("甲来了。乙走了。丙笑了。", "了。乙") == "甲来了。乙走了。")
  }

  @Test("a sentence ends with its paragraph")
  func paragraphs() {
    #expect(sentence("标题\n\n甲来了，\n乙走了。\n\n别的", "乙") == "甲来了，\n乙走了。")
    #expect(sentence("标题\n\n正文", "标") == "标题")
  }

  @Test("offsets outside the text are drawn in")
  func outside() {
    let document = SampleText.document("a", "甲。")
    #expect(document.sentence(around: 5..<9) == 2..<2)
    #expect(SampleText.document("b", "").sentence(around: 0..<1) == 0..<0)
  }
}
