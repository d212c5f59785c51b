/// What an HTML element does to the text around it.
enum HTMLElement {
  case heading(Int)
  case listItem
  case row
  case cell
  case title
  /// Starts and ends a block.
  case block
  /// Ends a block: `br`, `hr`.
  case lineBreak
  /// Its content is no text of the page.
  case dropped
  /// Changes nothing.
  case inline

  init(_ name: String) {
    switch name {
    case "h1": self = .heading(1)
    case "h2": self = .heading(2)
    case "h3": self = .heading(3)
    case "h4": self = .heading(4)
    case "h5": self = .heading(5)
    case "h6": self = .heading(6)
    case "li": self = .listItem
    case "tr": self = .row
    case "td", "th": self = .cell
    case "title": self = .title
    case "br", "hr": self = .lineBreak
    case "script", "style", "nav", "footer", "noscript", "template", "svg", "math", "select", "button",
      "textarea", "iframe", "object", "noframes", "datalist":
      self = .dropped
    case "p", "div", "ul", "ol", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "caption", "section",
      "article", "header", "main", "aside", "blockquote", "pre", "form", "fieldset", "figure", "figcaption",
      "address", "center", "body", "html", "head", "details", "summary", "option", "legend":
      self = .block
    default: self = .inline
    }
  }
}
