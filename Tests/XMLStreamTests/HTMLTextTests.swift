import Testing
import XMLStream

@Suite("HTML to text")
struct HTMLTextTests {
  /// One line a block, its kind in front.
  static func shown(_ html: String) -> [String] {
    HTMLText(parsing: Array(html.utf8)).blocks.map { block in
      switch block.kind {
      case .heading(let level): "h\(level) \(block.text)"
      case .paragraph: "p \(block.text)"
      case .listItem: "li \(block.text)"
      case .tableRow: "tr \(block.text)"
      }
    }
  }

  @Test("blocks, headings, list items and line breaks are told apart")
  func structure() {
    let html = """
      <!DOCTYPE html>
      <html><head><meta charset="gb2312"><title>山村 纪事 </title><style>p { color: red }</style></head>
      <body><nav><a href="/">首页</a></nav>
      <h1>山村纪事</h1><p>水来了。<b>真</b>的。<p>第二段<br>第三行
      <div>散<span>句</span></div><ul><li>修路<li>架桥</ul>
      <script>if (a < b) document.write("<p>不要</p>")</script><noscript>不要</noscript>
      <footer>版权</footer></body></html>
      """
    #expect(HTMLText(parsing: Array(html.utf8)).title == "山村 纪事")
    #expect(Self.shown(html) == ["h1 山村纪事", "p 水来了。真的。", "p 第二段", "p 第三行", "p 散句", "li 修路", "li 架桥"])
  }

  @Test("entities are decoded, white space is folded, breaks between ideographs vanish")
  func text() {
    #expect(
      Self.shown("<p>A&amp;B&nbsp;&nbsp;&lt;桥&gt; &#26725;&#x6865;&ldquo;水&rdquo;</p>") == ["p A&B <桥> 桥桥“水”"]
    )
    #expect(Self.shown("<p>  帮助\n   山区  里\n的 two\nwords </p>") == ["p 帮助山区 里的 two words"])
  }

  @Test("rows of data keep their cells, tables for layout do not")
  func tables() {
    let data = """
      <table><thead><tr><th>甲方</th><th>乙方</th></tr></thead>
      <tr><td>东桥镇</td><td><p>西桥镇</p><p>南桥镇</p></td></tr><tr><td></td><td>北桥镇<td>5</tr></table>
      """
    #expect(Self.shown(data) == ["tr 甲方\t乙方", "tr 东桥镇\t西桥镇 南桥镇", "tr \t北桥镇\t5"])
    let layout = "<table><tr><td>左栏</td><td><h2>标题</h2><p>正文。</p></td></tr><tr><td>单格</td></tr></table>"
    #expect(Self.shown(layout) == ["p 左栏", "h2 标题", "p 正文。", "p 单格"])
    let nested = "<table><tr><td>外</td><td><table><tr><td>一</td><td>二</td></tr></table></td></tr></table>"
    #expect(Self.shown(nested) == ["p 外", "tr 一\t二"])
  }

  @Test(
    "garbage gives something and never traps",
    arguments: [
      "", "<", "</", "<>", "&", "&#", "&#xFFFFFFFF;", "<p", "<p x=", "<!--", "<![CDATA[",
      "</td></tr></table>文",
      "<td>格<tr>行", "\u{1}\u{FFFD}<b>\u{7F}", "<!DOCTYPE [<!ENTITY a \"b\">]>&a;", "<p>一</div></p></span>二",
    ])
  func garbage(_ html: String) {
    let shown = Self.shown(html)
    for word in ["文", "格", "行", "一", "二"] where html.contains(word) {
      #expect(shown.joined().contains(word))
    }
  }

  @Test("deep nesting is read to its bottom")
  func depth() {
    for tag in ["div", "b", "table><tr><td", "ul><li"] {
      let html = String(repeating: "<\(tag)>", count: 10_000) + "底" + String(repeating: "</span>", count: 100)
      #expect(Self.shown(html).joined().hasSuffix("底"))
    }
  }

  @Test("a page made to be deep is read in time, like any other")
  func hostileDepth() {
    let inner = "<h1>题 &amp;&#26725;&hellip;</h1><p class='>'>一<br>二<!-- <p> --><script>'</p>'</script>"
    let html =
      String(repeating: "<div>", count: 200_000) + inner + String(repeating: "</span>", count: 200_000)
    #expect(Self.shown(html) == ["h1 题 &桥…", "p 一", "p 二"])
    #expect(Self.shown(inner) == Self.shown(html))
  }

  @Test("cut anywhere, a page is read as far as it goes")
  func truncation() {
    let page = Array("<html><body><h1>题</h1><table><tr><td>甲</td><td>乙&amp;</td></tr></table><p>完".utf8)
    for length in 0...page.count {
      let text = HTMLText(parsing: Array(page[..<length]))
      #expect(text.blocks.allSatisfy { !$0.text.isEmpty })
      let deep = HTMLText(parsing: Array(String(repeating: "<b>", count: 2_000).utf8) + page[..<length])
      #expect(deep.blocks.allSatisfy { !$0.text.isEmpty })
    }
    #expect(HTMLText(parsing: page).blocks.count == 3)
  }
}
