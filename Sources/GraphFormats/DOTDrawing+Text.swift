import GraphStore

extension DOTDrawing {
  static let shapes: [String: String] = [
    "Enterprise": "component", "Agency": "ellipse", "Institution": "tab", "Organization": "octagon",
    "Programme": "note",
  ]

  /// A small box that shows which colour stands for what, for the colours that occur.
  func legend(_ output: inout OutputBuffer) {
    var fields: Set<String> = []
    var relations: Set<String> = []
    for edge in edges {
      switch edge.content {
      case .relation(let index), .statement(let index, _, _):
        let type = graph.type(of: EdgeID(index))
        if type == "assists", let field = style.mainField(graph.fields(of: EdgeID(index))) {
          fields.insert(field)
        } else {
          relations.insert(type)
        }
      case .locatedIn: break
      }
    }
    if fields.isEmpty && relations.isEmpty { return }
    output.raw("  subgraph \"cluster_legend\" {\n    graph [label=")
    output.dotText("图例")
    output.raw(", style=\"rounded\", color=\"#DDDDDD\", fontcolor=\"#555555\"];\n")
    for field in style.ordered(fields.sorted()) {
      entry(
        "legend_field_" + field, style.fieldLabels[field] ?? field,
        style.edgeColor(type: "assists", fields: [field]), &output)
    }
    let order = style.relationLabels.keys.sorted()
    let ordered = order.filter(relations.contains) + relations.filter { !order.contains($0) }.sorted()
    for type in ordered {
      entry(
        "legend_relation_" + type, style.relationLabels[type] ?? type,
        style.edgeColor(type: type, fields: []), &output)
    }
    output.raw("  }\n")
  }

  private func entry(_ id: String, _ label: String, _ color: String, _ output: inout OutputBuffer) {
    output.raw("    ")
    // The underscore keeps it apart from every node: export ids write one as _u005F_.
    output.dotText("_" + String(decoding: ExportID.bytes(id), as: UTF8.self))
    output.raw(" [label=")
    output.dotText(label.isEmpty ? "-" : label)
    output.raw(
      ", shape=\"box\", style=\"filled\", fontsize=\"10\", height=\"0.2\", color=")
    output.dotText(color)
    output.raw(", fillcolor=")
    output.dotText(color)
    output.raw(isDark(color) ? ", fontcolor=\"#FFFFFF\"" : ", fontcolor=\"#000000\"")
    output.raw(", tooltip=")
    output.dotText(label.isEmpty ? "-" : label)
    output.raw("];\n")
  }

  func provinceLabel(_ code: String) -> String {
    if let node = graph.node(withEntityID: "place:" + code) { return graph.name(of: node) }
    return style.provinceNames[code] ?? code
  }

  /// At most three fields; the tooltip has the rest.
  func shortLabel(_ type: String, _ fields: [String]) -> String {
    guard fields.count > 3 else { return style.edgeLabel(type: type, fields: fields) }
    return style.edgeLabel(type: type, fields: Array(style.ordered(fields).prefix(3))) + "…"
  }

  /// Breaks a long label into lines of about nine wide characters.
  func wrapped(_ label: String) -> String {
    var lines: [String] = []
    var line = ""
    var cells = 0
    for character in cut(label, to: 60) {
      let width = character.utf8.count > 2 ? 2 : 1
      if cells + width > 18 {
        lines.append(line)
        line = ""
        cells = 0
      }
      line.append(character)
      cells += width
    }
    lines.append(line)
    // A last line of one character looks like a mistake.
    if lines.count > 1, let last = lines.last, last.count == 1 {
      lines.removeLast()
      lines[lines.count - 1] += last
    }
    return lines.joined(separator: "\n")
  }

  /// Evidence with its document and what an edge says, for a person who points at it.
  func tooltip(_ edge: GraphEdge, _ evidence: Evidence?) -> String {
    let relation = style.edgeLabel(type: edge.type, fields: edge.fields)
    guard let evidence, !evidence.text.isEmpty else { return relation }
    let source = evidence.document.isEmpty ? "" : "\n(" + evidence.document + ")"
    return cut(folded(evidence.text)) + source
  }

  /// The page of the document, or a text fragment address (RFC 5147) of the evidence in it.
  func url(_ evidence: Evidence?) -> String? {
    guard let evidence, !evidence.document.isEmpty else { return nil }
    if let url = documentURL(evidence.document) { return url }
    guard let start = evidence.start, let end = evidence.end else { return nil }
    return percentEncoded(evidence.document) + "#char=\(start),\(end)"
  }

  func width(_ weight: Double) -> Double {
    min(5, ((1 + 0.5 * (max(1, weight) - 1).squareRoot()) * 100).rounded() / 100)
  }

  /// At most 200 characters: longer strings make tooltips useless, and very long ones no DOT parser takes.
  func cut(_ text: String, to limit: Int = 200) -> String {
    let scalars = text.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return text }
    return String(scalars[..<end]) + "…"
  }

  /// Every run of white space as one space.
  private func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func percentEncoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      let scalar = Unicode.Scalar(byte)
      if scalar.properties.isAlphabetic && byte < 0x80 || (48...57).contains(byte)
        || "-._~/".utf8.contains(byte)
      {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }

  /// Whether white text reads better on it.
  func isDark(_ color: String) -> Bool {
    guard let value = UInt32(color.dropFirst(), radix: 16) else { return false }
    let (red, green, blue) = (value >> 16 & 255, value >> 8 & 255, value & 255)
    return red * 299 + green * 587 + blue * 114 < 140_000
  }
}
