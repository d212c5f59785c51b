import DocumentReading
import Foundation
import SourceText
import Testing

@Suite("Outline of bare text")
struct OutlineBuilderTests {
  /// One line a block: section, kind, text with line breaks shown.
  static func outline(_ text: String) -> [String] {
    let reading = DocumentReader().read(bytes: Array(text.utf8), name: "样本.txt")
    guard let document = reading.documents.first else { return ["no document"] }
    return document.blocks.map { block in
      let shown = document.text(in: block.range).split(separator: "\n", omittingEmptySubsequences: false)
      return "\(block.section) \(block.kind.rawValue) \(shown.joined(separator: "⏎"))"
    }
  }

  @Test("a first line without closing punctuation is the title")
  func title() {
    #expect(
      Self.outline("山里通了自来水\n工程队上月进村。村民打开龙头。\n第二段也在这里。\n") == [
        "0 title 山里通了自来水", "0 paragraph 工程队上月进村。村民打开龙头。", "0 paragraph 第二段也在这里。",
      ])
  }

  @Test("a headline may be a question, or end with a quotation")
  func titlePunctuation() {
    #expect(Self.outline("钱从哪里来？\n镇里先垫了一半。")[0] == "0 title 钱从哪里来？")
    #expect(Self.outline("我们的“小目标”\n镇里先垫了一半。")[0] == "0 title 我们的“小目标”")
    #expect(Self.outline("他说：“不走了。”\n镇里先垫了一半。")[0] == "0 paragraph 他说：“不走了。”")
  }

  @Test("a label and its headline open one section")
  func labels() {
    let text = """
      年度故事集

      ——写在岁末的话

      编者先说两句。

      故事一

      小桥 流水 人家

      桥修好了。水也清了。

      故事二

      一盏灯亮到天明

      医生守了一夜。
      """
    #expect(
      Self.outline(text) == [
        "0 title 年度故事集", "0 heading ——写在岁末的话", "0 paragraph 编者先说两句。",
        "1 heading 故事一", "1 heading 小桥 流水 人家", "1 paragraph 桥修好了。水也清了。",
        "2 heading 故事二", "2 heading 一盏灯亮到天明", "2 paragraph 医生守了一夜。",
      ])
  }

  @Test(
    "numbered headings open sections",
    arguments: ["一、总体情况", "（二）产业合作", "第三章 教育", "案例四", "附件2：名单说明", "1. 产业协作"])
  func numberedHeading(_ heading: String) {
    #expect(
      Self.outline("工作小结\n开头一段话。\n\(heading)\n送去了三台机器。")
        == [
          "0 title 工作小结", "0 paragraph 开头一段话。", "1 heading \(heading)", "1 paragraph 送去了三台机器。",
        ])
  }

  @Test("a long sentence that begins like a numbered heading is a paragraph")
  func numberedSentence() {
    #expect(Self.outline("小结\n开头。\n一、抓好产业。我们办了厂。")[2] == "0 paragraph 一、抓好产业。我们办了厂。")
  }

  @Test("a paragraph torn apart by a page break is one block")
  func pageBreak() {
    #expect(
      Self.outline("老师们上周进了山。他们教孩子们打\n\n篮球，也教唱歌。\n\n另一段。") == [
        "0 paragraph 老师们上周进了山。他们教孩子们打⏎⏎篮球，也教唱歌。", "0 paragraph 另一段。",
      ])
    #expect(Self.outline("干部们走了三个县，\n\n带回了厚厚的笔记。").count == 1)
  }

  @Test("text of a fixed width becomes paragraphs, with its heading apart")
  func hardWrapped() {
    let text = """
      湖边小学开了游泳课
      湖边小学今年秋天开了一门新的游泳课，教练
      是从海边请来的两位退役运动员。孩子们起初
      不敢下水，练了半个月以后，最小的学生也能
      憋气了。
      家长们站在岸上看，说从前谁也没有想过，山
      里的娃娃会游泳。学校打算明年再修一个更大
      的水池。
      """
    let outline = Self.outline(text)
    #expect(outline.count == 3)
    #expect(outline[0] == "0 title 湖边小学开了游泳课")
    #expect(outline[1].hasSuffix("憋气了。"))
    #expect(outline[2].hasPrefix("0 paragraph 家长们站在岸上看，说从前谁也没有想过，山⏎里的娃娃"))
  }

  @Test("text of a fixed width with a blank line after every line")
  func doubleSpaced() {
    let lines = [
      "湖边小学开了游泳课", "湖边小学今年秋天开了一门新的游泳课，教练", "是从海边请来的两位退役运动员。孩子们起初", "不敢下水，练了半个月以后，最小的学生也能",
      "憋气了。", "家长们站在岸上看，说从前谁也没有想过，山", "里的娃娃会游泳。",
    ]
    let outline = Self.outline(lines.joined(separator: "\n\n"))
    #expect(outline.count == 3)
    #expect(outline.first == "0 title 湖边小学开了游泳课")
    #expect(outline.last?.hasSuffix("山⏎⏎里的娃娃会游泳。") == true)
  }

  @Test("a headline with a colon above questions and answers is the title")
  func questions() {
    #expect(
      Self.outline("问答：水从哪里来\n问：水从哪里来？\n答：从山里来。") == [
        "0 title 问答：水从哪里来", "0 paragraph 问：水从哪里来？", "0 paragraph 答：从山里来。",
      ])
  }

  @Test("captions and credits are no headings")
  func credits() {
    let text = "山村通了自来水\n来源：山村日报\n\n水来了。\n\n图为村民打开龙头\n\n大家都笑了。\n\n记者 王某"
    #expect(
      Self.outline(text) == [
        "0 title 山村通了自来水", "0 paragraph 来源：山村日报", "0 paragraph 水来了。", "0 paragraph 图为村民打开龙头",
        "0 paragraph 大家都笑了。", "0 paragraph 记者 王某",
      ])
  }

  @Test("the two real reports fall into their ten cases", arguments: ["2019", "2020"])
  func realReports(name: String) throws {
    guard let bytes = FileManager.default.contents(atPath: "../shared/corpus/\(name).txt") else {
      print("skipped: ../shared/corpus is not there")
      return
    }
    let document = try #require(DocumentReader().read(bytes: [UInt8](bytes), name: name).documents.first)
    #expect(document.blocks.last?.section == 10)
    #expect(document.blocks.first?.kind == .title)
    for section in 1...10 {
      let blocks = document.blocks.filter { $0.section == section }
      #expect(blocks.first?.kind == .heading)
      #expect(blocks.contains { $0.kind == .paragraph })
    }
    // Of running text only what a page break tore apart spans lines, and each block ends where a sentence does.
    for block in document.blocks where block.kind == .paragraph {
      #expect("。”！）".unicodeScalars.contains(document.scalars[block.range.upperBound - 1]))
    }
    #expect(document.blocks.count { document.scalars[$0.range].contains("\n") } == (name == "2019" ? 2 : 1))
  }

  @Test("lists and tables keep one block a line")
  func listsAndTables() {
    #expect(
      Self.outline("分工表\n● 东桥镇：修路、架桥\n● 西桥镇：种树\n说明：明年再定。") == [
        "0 title 分工表", "0 listItem ● 东桥镇：修路、架桥", "0 listItem ● 西桥镇：种树", "0 paragraph 说明：明年再定。",
      ])
    #expect(
      Self.outline("甲方\t乙方\n东桥镇\t西桥镇\n\t北桥镇\t10") == [
        "0 tableRow 甲方\t乙方", "0 tableRow 东桥镇\t西桥镇", "0 tableRow \t北桥镇\t10",
      ])
    #expect(
      Self.outline("做法如下：\n1. 送去种子\n2. 派出老师\n（3）开办食堂\n后来都成了。") == [
        "0 paragraph 做法如下：", "0 listItem 1. 送去种子", "0 listItem 2. 派出老师", "0 listItem （3）开办食堂",
        "0 paragraph 后来都成了。",
      ])
  }

  @Test("rows of a list without marks are not taken for wrapped text")
  func keyedLines() {
    let lines = ["东桥镇：负责修路、架桥、种树三件事", "西桥镇：负责修渠、挖井、养鱼三件事", "南桥镇：负责办学、送医、唱戏三件事"]
    let outline = Self.outline(lines.joined(separator: "\n") + "\n以上都已落实。")
    #expect(outline == (lines + ["以上都已落实。"]).map { "0 paragraph \($0)" })
  }

  @Test("a single line without punctuation is a paragraph")
  func singleLine() {
    #expect(Self.outline("东桥镇帮助西桥镇修路") == ["0 paragraph 东桥镇帮助西桥镇修路"])
    #expect(Self.outline("") == [])
    #expect(Self.outline(" \n\t\n　") == [])
  }

  @Test("a megabyte on one line is one paragraph")
  func longLine() {
    let text = String(repeating: "桥", count: 350_000)
    let outline = Self.outline(text)
    #expect(outline.count == 1)
    #expect(outline[0].unicodeScalars.count == 350_000 + "0 paragraph ".count)
  }
}
