import DocumentReading
import OntologyModel
import SourceText
import Testing

@testable import Mentions

@Suite("Reading text")
struct ReadingTextTests {
  static let ontology: Ontology = {
    var ontology = Ontology()
    ontology.simplified = ["務": "务", "縣": "县", "區": "区", "對": "对", "幫": "帮", "乾": "干"]
    ontology.protectedNames = ["乾县"]
    return ontology
  }()

  func read(_ text: String) -> ReadingText {
    let document = DocumentReader().read(bytes: Array(text.utf8), name: "t.txt").documents[0]
    return ReadingText(document: document, ontology: Self.ontology)
  }

  @Test(
    "folds forms of one character",
    arguments: [
      ("２０２０年，Ａ区。", "2020年，A区。"), ("宝山区(会泽县)!", "宝山区（会泽县）！"), ("「授渔」計劃。", "“授渔”計劃。"),
      ("他说\"好\"。", "他说“好”。"), ("1,630人。", "1,630人。"), ("甲,乙;丙:丁。", "甲，乙；丙：丁。"),
    ])
  func folding(text: String, expected: String) {
    let reading = read(text)
    #expect(reading.text(0..<reading.scalars.count) == expected)
  }

  @Test("simplifies traditional text, keeps protected names and leaves simplified text alone")
  func traditional() {
    #expect(read("務川縣對乾县的幫助。").text(0..<10) == "务川县对乾县的帮助。")
    #expect(read("这份乾隆年间的县志写得很长，里面没有别的字需要转换，读来读去都是平常话，连一处旧写法也找不到了。").text(2..<4) == "乾隆")
  }

  @Test("joins words over line breaks and keeps the offsets", arguments: ["当\n地", "当\r\n地", "卫 健委"])
  func brokenWords(word: String) {
    let reading = read("前面是一句完整的话，讲得很长很长，没有停下来的意思，后面就是\(word)采取的办法。")
    let joined = word.filter { !$0.isWhitespace }
    let whole = reading.text(0..<reading.scalars.count)
    #expect(whole.contains(joined))
    for (index, scalar) in reading.scalars.enumerated() where ScalarClass.isHan(scalar) {
      #expect(reading.document.scalars[Int(reading.origins[index])] == scalar)
    }
  }

  @Test("cuts sentences after closing marks")
  func sentences() {
    let reading = read("他说：“来了。”大家笑了！真的吗？没有")
    #expect(reading.sentences.map { reading.text($0.range) } == ["他说：“来了。”", "大家笑了！", "真的吗？", "没有"])
  }
}
