/// The formats documents are read from.
public enum DocumentFormat: String, Sendable, Hashable, CaseIterable {
  /// Text without markup.
  case text
  /// Markdown.
  case markdown
  /// HTML.
  case html
  /// One record a line, each a document: `{"id","title","date","source","url","text"}`.
  case jsonLines

  /// The format that a file name's extension stands for; nil for other extensions and for none.
  public init?(name: String) {
    let file = name.split(separator: "/").last ?? ""
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return nil }
    switch file[file.index(after: dot)...].lowercased() {
    case "txt", "text": self = .text
    case "md", "markdown": self = .markdown
    case "html", "htm", "xhtml": self = .html
    case "jsonl", "ndjson": self = .jsonLines
    default: return nil
    }
  }

  /// The format of a text: by its name, else by how it begins.
  init(name: String, text: DecodedText) {
    if let known = DocumentFormat(name: name) {
      self = known
      return
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text.scalars.lazy.drop { CharacterTraits.isSpace($0) || $0 == "\n" }.prefix(15))
    let start = String(view).lowercased()
    self = name != "-" && (start.hasPrefix("<!doctype html") || start.hasPrefix("<html")) ? .html : .text
  }
}
