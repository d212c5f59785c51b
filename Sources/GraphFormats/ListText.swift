import GraphStore

/// Lists and quantities as one attribute value.
enum ListText {
  /// The members joined by `; `; a semicolon inside a member is written as the full-width one.
  static func join(_ values: [String]) -> String {
    let semicolon = UInt8(ascii: ";")
    guard values.contains(where: { $0.utf8.contains(semicolon) }) else {
      return values.joined(separator: "; ")
    }
    let written = values.map { value in
      value.unicodeScalars.reduce(into: String.UnicodeScalarView()) { $0.append($1 == ";" ? "；" : $1) }
    }
    // Sorted again, so that reading and writing once more gives the same.
    return Set(written.map { String($0) }).sorted(by: byteOrder).joined(separator: "; ")
  }

  /// The members of a joined list; also of one without spaces after the semicolons. Empty ones are dropped.
  static func split(_ text: String) -> [String] {
    let parts = text.utf8.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    return parts.enumerated().compactMap { position, part in
      let rest = position > 0 && part.first == UInt8(ascii: " ") ? part.dropFirst() : part
      return rest.isEmpty ? nil : String(decoding: rest, as: UTF8.self)
    }
  }

  /// `1630000000 元`, `506 户 (贫困户)`, `≥7000 人次`.
  static func quantity(_ quantity: Quantity) -> String {
    let value = quantity.value
    let digits =
      abs(value) < 1e15 && value.rounded(.towardZero) == value ? String(Int(value)) : value.description
    var text = (quantity.isAtLeast ? "≥" : "") + digits
    if !quantity.unit.isEmpty { text += " " + quantity.unit }
    if !quantity.what.isEmpty { text += " (" + quantity.what + ")" }
    return text
  }

  /// The quantity of a text that `quantity(_:)` made; nil for any other.
  static func quantity(_ text: String) -> Quantity? {
    var rest = Substring(text)
    let isAtLeast = rest.hasPrefix("≥")
    if isAtLeast { rest.removeFirst() }
    let digits = rest.prefix { $0 != " " }
    guard let value = Double(digits), value.isFinite else { return nil }
    rest = rest.dropFirst(digits.count)
    var what = ""
    if rest.hasSuffix(")"), let open = rest.firstIndex(of: "("), open > rest.startIndex {
      what = String(rest[rest.index(after: open)...].dropLast())
      rest = rest[..<open]
      if rest.hasSuffix(" ") { rest.removeLast() }
    }
    if rest.hasPrefix(" ") { rest.removeFirst() }
    return Quantity(value: value, unit: String(rest), what: what, isAtLeast: isAtLeast)
  }
}
