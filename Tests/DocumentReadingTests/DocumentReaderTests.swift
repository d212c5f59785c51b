import DocumentReading
import SourceText
import Testing

/// Reads a text under a name; nil file content means bytes are given.
private func read(_ text: String, _ name: String) -> DocumentReader.Reading {
  DocumentReader().read(bytes: Array(text.utf8), name: name)
}

/// One line a block: section, kind, text.
private func outline(_ document: Document) -> [String] {
  document.blocks.map { "\($0.section) \($0.kind.rawValue) \(document.text(in: $0.range))" }
}

@Suite("Formats")
struct DocumentReaderTests {
  @Test("a file is one document, named after it")
  func plainText() throws {
    let reading = DocumentReader().read(
      bytes: Array("标题\n正文。".utf8), name: "材料/山村.2020.txt", metadata: Document.Metadata(date: "2020-05-01"))
    let document = try #require(reading.documents.first)
    #expect(reading.documents.count == 1)
    #expect(document.id == "山村.2020")
    #expect(document.file == "材料/山村.2020.txt")
    #expect(document.metadata.year == 2020)
    #expect(document.byteOffsets == [0, 3, 6, 7, 10, 13, 16])
    let input = try #require(read("标题\n正文。", "-").documents.first)
    #expect(input.id == "stdin")
    #expect(input.file == nil)
    #expect(DocumentReader.stem(of: ".hidden") == ".hidden")
  }

  @Test("an empty file is a document without blocks, a binary one is none")
  func emptyAndBinary() {
    let empty = DocumentReader().read(bytes: [], name: "空.txt")
    #expect(empty.documents.map(\.blocks.count) == [0])
    #expect(empty.diagnostics.isEmpty)
    let binary = DocumentReader().read(bytes: [0, 1, 2], name: "图.txt")
    #expect(binary.documents.isEmpty)
    #expect(binary.diagnostics.map(\.id) == ["document.binary"])
  }

  @Test("Markdown: marks decide, paragraphs run on, code fences and rules are no text")
  func markdown() throws {
    let text = """
      ---
      title: "山村的水"
      date: 2020-03-01
      source: 山村日报
      ---
      # 山村的水 #

      头一段写到一半
      接着写完，**很好**。
      又一句。

      ## 修路

      - 甲村修路，
        三公里
      * 乙村架桥
      1. 丙村种树

      > 老人说，好。

      短短一行

      ---

      ```
      代码一行
      ```

      | 甲方 | 乙方 |
      |------|:----:|
      | 东桥 | 西桥 |

      下划线标题
      =====

      完。
      """
    let document = try #require(read(text, "记.md").documents.first)
    #expect(document.metadata == Document.Metadata(title: "山村的水", date: "2020-03-01", publisher: "山村日报"))
    #expect(
      outline(document) == [
        "0 title 山村的水", "0 paragraph 头一段写到一半\n接着写完，**很好**。", "0 paragraph 又一句。",
        "1 heading 修路", "1 listItem - 甲村修路，\n  三公里", "1 listItem * 乙村架桥", "1 listItem 1. 丙村种树",
        "1 paragraph 老人说，好。", "1 paragraph 短短一行", "1 paragraph 代码一行", "1 tableRow | 甲方 | 乙方 |",
        "1 tableRow | 东桥 | 西桥 |", "2 heading 下划线标题", "2 paragraph 完。",
      ])
  }

  @Test("Markdown without headings is read like bare text; a lone --- opens no front matter")
  func bareMarkdown() throws {
    let bare = try #require(read("山村通水了\n\n水来了。", "记.markdown").documents.first)
    #expect(outline(bare) == ["0 title 山村通水了", "0 paragraph 水来了。"])
    let open = try #require(read("---\ntitle: 没有结尾\n水来了。", "记.md").documents.first)
    #expect(open.metadata.title == nil)
    #expect(outline(open).last?.contains("水来了") == true)
    for odd in ["#", "```", ">", "|", "---", "# \n#\n", "***\n"] {
      #expect(read(odd, "记.md").documents.count == 1)
    }
  }

  @Test("HTML: offsets count in the text shown, headings come from markup or shape")
  func html() throws {
    let text = """
      <html><head><title>山村的水 - 山村网</title></head><body><div>
      <h2>山村的水</h2><p>头一段&hellip;&hellip;写完。</p><p><b>故事一</b></p><p>小桥 流水</p><p>桥修好了。</p>
      <ul><li>修路<li>架桥</ul><table><tr><th>甲方<th>乙方<tr><td>东桥<td>西桥</table></div></body></html>
      """
    let document = try #require(read(text, "页.html").documents.first)
    #expect(document.metadata.title == "山村的水 - 山村网")
    #expect(document.byteOffsets == nil)
    #expect(
      outline(document) == [
        "0 title 山村的水", "0 paragraph 头一段……写完。", "1 heading 故事一", "1 heading 小桥 流水", "1 paragraph 桥修好了。",
        "1 listItem 修路", "1 listItem 架桥", "1 tableRow 甲方\t乙方", "1 tableRow 东桥\t西桥",
      ])
    let untitled = try #require(read("<!DOCTYPE html><title>只有题</title><p>正文。", "页").documents.first)
    #expect(outline(untitled) == ["0 title 只有题", "0 paragraph 正文。"])
    #expect(read("", "页.htm").documents.map(\.blocks.count) == [0])
  }

  @Test("JSON Lines: each line a document, a broken one an error with its place")
  func jsonLines() {
    let text = """
      {"id": "甲", "title": "题", "date": "2020-01-02", "source": "报", "url": "u", "text": "山村\\n通水\\u4e86。", "x": [1, {"y": null}]}
      {"id": 7, "text": "A\\ud840\\udc00\\ud800\\/\\\\\\""}

      {"id": "坏", "text": 桥}
      {"title": "没有正文"}
      {"text": "无名"}
      {"text": "未完
      [1]
      {"text": "多"} 余
      """
    let (documents, diagnostics) = read(text, "集.jsonl")
    #expect(documents.map(\.id) == ["甲", "7", "集-6"])
    #expect(
      documents[0].metadata
        == Document.Metadata(title: "题", date: "2020-01-02", publisher: "报", url: "u"))
    #expect(documents[0].text(in: 0..<documents[0].scalars.count) == "山村\n通水了。")
    #expect(documents[1].scalars == ["A", "𠀀", "\u{FFFD}", "/", "\\", "\""])
    #expect(
      diagnostics.map { "\($0.id) \($0.position?.line ?? 0):\($0.position?.column ?? 0)" } == [
        "document.bad-record 4:21", "document.bad-record 5:1", "document.bad-record 7:10",
        "document.bad-record 8:1",
        "document.bad-record 9:15",
      ])
  }

  @Test("records nested without end are refused, not followed")
  func deepRecord() {
    let deep = "{\"text\": \"水\", \"x\": " + String(repeating: "[", count: 100_000) + "}"
    let reading = read(deep, "深.jsonl")
    #expect(reading.documents.isEmpty)
    #expect(reading.diagnostics.map(\.id) == ["document.bad-record"])
  }

  @Test("line breaks of every kind, byte order mark, and the offsets behind them")
  func lineBreaks() throws {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("题\r\n一句。\r二句。\n".utf8)
    let document = try #require(DocumentReader().read(bytes: bytes, name: "a.txt").documents.first)
    #expect(document.text(in: 0..<document.scalars.count) == "题\n一句。\n二句。\n")
    let offsets = try #require(document.byteOffsets)
    for block in document.blocks {
      let cut = bytes[Int(offsets[block.range.lowerBound])..<Int(offsets[block.range.upperBound])]
      #expect(String(decoding: cut, as: UTF8.self) == document.text(in: block.range))
    }
  }

  @Test("whatever the text, blocks ascend, lie inside, and leave no text out", arguments: 0..<200)
  func properties(seed: UInt64) {
    var random = SplitMix(state: seed)
    let pieces = [
      "桥", "山村通水", "，", "。", "\n", "\n\n", "\r\n", "　　", " ", "\t", "一、", "（二）", "1. ", "● ", "- ", "# ",
      "案例三", "”", "……",
      "长长的一句话写到这里还没有写完也没有停", "|", "---", "```", ">", "\u{FEFF}", "𠀀", "=",
    ]
    let text = (0..<Int.random(in: 0..<60, using: &random))
      .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
    for name in ["a.txt", "a.md"] {
      guard let document = read(text, name).documents.first else {
        Issue.record("no document for \(name)")
        continue
      }
      var end = 0
      for block in document.blocks {
        #expect(block.range.lowerBound >= end && !block.range.isEmpty)
        end = block.range.upperBound
        #expect(end <= document.scalars.count)
        let inside = document.text(in: block.range)
        #expect(inside.unicodeScalars.first != " " && inside.unicodeScalars.last != " ")
        #expect(inside.unicodeScalars.first != "\n" && inside.unicodeScalars.last != "\n")
      }
      #expect(
        zip(document.blocks, document.blocks.dropFirst()).allSatisfy {
          $1.section - $0.section == 0 || $1.section - $0.section == 1
        })
      if name == "a.txt" {
        let covered = document.blocks.reduce(into: Set<Int>()) { $0.formUnion($1.range) }
        for index in document.scalars.indices where !covered.contains(index) {
          #expect(document.scalars[index].properties.isWhitespace || document.scalars[index] == "\u{FEFF}")
        }
      }
    }
  }
}
