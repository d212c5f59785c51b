internal import CLibXML2
import SourceText

/// What every use of libxml2 shares.
enum LibXML2 {
  /// Its global tables are filled; never undone, since other threads may parse.
  static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// Words and place of an error; its message may span lines.
  static func describe(_ error: xmlError) -> (message: String, position: SourcePosition?) {
    var words = "unknown error"
    if let message = unsafe error.message { words = unsafe String(cString: message) }
    let line = unsafe Int(error.line)
    let column = unsafe max(1, Int(error.int2))
    return (
      words.split(whereSeparator: \.isNewline).joined(separator: "; "),
      line > 0 ? SourcePosition(line: line, column: column) : nil
    )
  }
}
