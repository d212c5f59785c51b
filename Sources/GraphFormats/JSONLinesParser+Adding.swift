import GraphStore
import SourceText

extension JSONLinesParser {
  /// Adds a record to the builder according to its kind.
  mutating func add(_ record: JSONRecord, _ number: Int) {
    switch builder.strings.string(record.kind) {
    case "entity": addEntity(record, number)
    case "relation": addRelation(record, number)
    case "mention": addMention(record, number)
    case "document":
      if record.document.id == 0 {
        missing("id", of: "document", number)
      } else {
        builder.documents.append(record.document)
      }
    case "graph":
      if record.version != 1 {
        log.note(
          .error, "jsonl.version", SourcePosition(line: number, column: 1),
          "version \(record.version) of the format is not known; write the file again with this version")
      }
      title = builder.strings.optional(record.document.title)
    case "":
      missing("kind", of: "line", number)
    case let kind:
      log.note(
        .warning, "jsonl.unknown-kind", SourcePosition(line: number, column: 1),
        "lines of the kind '\(kind.prefix(40))' are not read")
    }
  }

  private mutating func addEntity(_ record: JSONRecord, _ number: Int) {
    guard let entity = record.entity else {
      missing("entity_id", of: "entity", number)
      return
    }
    var row = record.node
    row.entity = entity
    row.type = record.type ?? 0
    builder.nodes.append(row)
  }

  private mutating func addMention(_ record: JSONRecord, _ number: Int) {
    guard let entity = record.entity else {
      missing("entity_id", of: "mention", number)
      return
    }
    var row = record.mention
    if row.start < 0 || row.end < 0 {
      missing("start or end", of: "mention", number)
      return
    }
    row.entity = entity
    row.note = record.node.note
    builder.mentions.append(row)
  }

  private mutating func addRelation(_ record: JSONRecord, _ number: Int) {
    guard let from = record.from, let to = record.to, let type = record.type else {
      missing("from, to or type", of: "relation", number)
      return
    }
    if record.evidence.isEmpty {
      builder.statements.append(
        StatementRow(from: from, to: to, type: type, isBare: true, evidence: EvidenceRow()))
    }
    for row in record.evidence {
      builder.statements.append(StatementRow(from: from, to: to, type: type, isBare: false, evidence: row))
    }
  }

  private mutating func missing(_ key: String, of kind: String, _ number: Int) {
    log.note(
      .error, "jsonl.missing-key", SourcePosition(line: number, column: 1), "the \(kind) has no \(key)")
  }
}
