/// JSON with its members in the order given.
enum JSONValue {
  case string(String)
  case integer(Int)
  case number(Double)
  case boolean(Bool)
  case array([JSONValue])
  case object([(String, JSONValue)])
  case null

  /// One line without spaces.
  var text: String {
    switch self {
    case .string(let value): return Self.quoted(value)
    case .integer(let value): return "\(value)"
    case .number(let value):
      if !value.isFinite { return "null" }
      return value.rounded(.towardZero) == value && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    case .boolean(let value): return value ? "true" : "false"
    case .array(let values): return "[" + values.map(\.text).joined(separator: ",") + "]"
    case .object(let members):
      return "{" + members.map { Self.quoted($0.0) + ":" + $0.1.text }.joined(separator: ",") + "}"
    case .null: return "null"
    }
  }

  static func strings(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }

  /// Prints an array with one element a line.
  static func printArray(_ values: [JSONValue]) {
    if values.isEmpty {
      Console.print("[]")
      return
    }
    Console.print("[")
    for (position, value) in values.enumerated() {
      Console.print(value.text + (position + 1 < values.count ? "," : ""))
    }
    Console.print("]")
  }

  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{85}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

/// Rows of CSV as RFC 4180 has them, with LF.
enum CSVText {
  static func line(_ cells: [String]) -> String {
    cells.map { cell in
      let needsQuotes = cell.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
      return needsQuotes
        ? "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
          + "\"" : cell
    }.joined(separator: ",")
  }
}
