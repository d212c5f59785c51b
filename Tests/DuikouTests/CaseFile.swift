import Foundation

/// A text and what a careful reader says it states; `Tests/Cases/README.md` describes the form.
struct Case: Sendable {
  let file: String
  let line: Int
  let title: String
  let text: String
  let expectations: [Expectation]

  /// One line of what is expected.
  enum Expectation: Sendable {
    case relation(type: String, from: String, to: String, fields: [String], isPlanned: Bool, isSure: Bool)
    case entity(surface: String, id: String?, type: String?)
    case notEntity(String)
    case none
  }

  /// The cases of all files below a folder, by path.
  static func all(in folder: String) throws -> [Case] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".case") }.sorted()
      .flatMap { try read(folder + "/" + $0, name: $0) }
  }

  /// A line that has none of the forms.
  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  private static func read(_ path: String, name: String) throws -> [Case] {
    var cases: [Case] = []
    var title: (line: Int, text: String)?
    var text: [String] = []
    var expectations: [Expectation] = []
    var isInText = false
    func finish() {
      guard let title else { return }
      cases.append(
        Case(
          file: name, line: title.line, title: title.text, text: text.joined(separator: "\n"),
          expectations: expectations))
    }
    let lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
    for (number, line) in lines.enumerated() {
      if line.hasPrefix("=== ") {
        finish()
        title = (number + 1, String(line.dropFirst(4)))
        (text, expectations, isInText) = ([], [], true)
      } else if isInText {
        if line == "---" { isInText = false } else { text.append(text.isEmpty ? afterKey(line) : line) }
      } else if title != nil, !line.allSatisfy(\.isWhitespace), !line.hasPrefix("#") {
        guard let expectation = expectation(line) else {
          throw Malformed(description: "\(name):\(number + 1): \(line)")
        }
        expectations.append(expectation)
      }
    }
    finish()
    return cases
  }

  private static func afterKey(_ line: String) -> String {
    line.hasPrefix("text:") ? String(line.dropFirst(5).drop { $0 == " " }) : line
  }

  private static func expectation(_ line: String) -> Expectation? {
    var words = line.split(separator: " ").map(String.init)
    let isSure = words.first != "maybe"
    if !isSure { words.removeFirst() }
    guard let first = words.first else { return nil }
    switch first {
    case "none": return Expectation.none
    case "entity" where words.count >= 3:
      return .entity(
        surface: words[1], id: words[2] == "-" ? nil : words[2], type: words.count > 3 ? words[3] : nil)
    case "not-entity" where words.count == 2: return .notEntity(words[1])
    case "assists", "runs", "participates", "benefits":
      var rest = words.dropFirst().joined(separator: " ")
      let isPlanned = rest.hasSuffix("[planned]")
      if isPlanned { rest = String(rest.dropLast(9)) }
      var fields: [String] = []
      if let colon = rest.range(of: " : ") {
        fields = rest[colon.upperBound...].split { $0 == "," || $0 == " " }.map(String.init)
        rest = String(rest[..<colon.lowerBound])
      }
      let ends = rest.components(separatedBy: " -> ").map { $0.trimmingCharacters(in: .whitespaces) }
      guard ends.count == 2 else { return nil }
      return .relation(
        type: first, from: ends[0], to: ends[1], fields: fields, isPlanned: isPlanned, isSure: isSure)
    default: return nil
    }
  }
}
