import Duikou

/// Texts as one HTML page with names marked and what they mean as tooltips.
struct LinkPage {
  let documents: [LinkReport]

  init(_ linked: [LinkedDocument]) { documents = linked.map(LinkReport.init) }

  /// The page; it needs no other file.
  var text: String {
    let style = GraphStyle.builtIn
    let types = EntityType.allCases
    let colors = types.map { ".\($0.rawValue){background:\(style.entityColors[$0.rawValue] ?? "#ddd")}" }
    let legend = types.map {
      "<mark class=\"\($0.rawValue)\">\(Self.escape(style.entityLabels[$0.rawValue] ?? $0.rawValue))</mark>"
    }
    return """
      <!DOCTYPE html>
      <html lang="zh"><head><meta charset="utf-8"><title>duikou link</title><style>
      body{font-family:"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;max-width:46em;margin:2em auto;\
      line-height:1.9}p{white-space:pre-wrap}mark{border-radius:3px;padding:0 2px}\(colors.joined())
      </style></head><body>
      <p>\(legend.joined(separator: " "))</p>
      \(documents.map(section).joined(separator: "\n"))
      </body></html>

      """
  }

  private func section(_ report: LinkReport) -> String {
    var html = ""
    var end = 0
    let document = report.document
    for row in report.outermost {
      html += Self.escape(document.text(in: end..<row.range.lowerBound))
      var tip = "\(row.entity.name) · \(row.entity.id) · \(AnswerPrinter.percent(row.certainty))"
      if let note = row.note { tip += " · \(note)" }
      html += "<mark class=\"\(row.entity.type.rawValue)\" title=\"\(Self.escape(tip))\">"
      html += Self.escape(document.text(in: row.range)) + "</mark>"
      end = row.range.upperBound
    }
    html += Self.escape(document.text(in: end..<document.scalars.count))
    return "<h2>\(Self.escape(document.metadata.title ?? document.id))</h2>\n<p>\(html)</p>"
  }

  private static func escape(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      // No browser shows other control characters, and some refuse the page.
      case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{7F}"..."\u{9F}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
