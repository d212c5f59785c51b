import GraphStore

/// The members of one line of our JSON Lines, whatever its kind. Keys are sorted, so the kind is known only
/// at the end; no key means different things in different kinds. Strings are ids of the builder's pool.
struct JSONRecord {
  /// The keys that are read.
  enum Key: String, CaseIterable {
    case adcode, aliases, candidates, certainty, color, context, count, date, document, end, evidence, fields
    case form, format, from, id, implicit, kind, label, latitude, longitude, name, note, parent, publisher
    case quantities, reason, rule, score, size, start, status, text, title, to, type, unit, url, value
    case version, what
    case atLeast = "at_least"
    case byteEnd = "byte_end"
    case byteStart = "byte_start"
    case entityID = "entity_id"
    case mentionCount = "mention_count"
    case yearFrom = "year_from"
    case yearTo = "year_to"
  }

  var kind: UInt32 = 0
  var format: UInt32 = 0
  var version = 1.0
  var node = NodeRow(entity: 0)
  var mention = MentionRow(document: 0, entity: 0, surface: 0, start: -1, end: -1)
  var document = DocumentRow(id: 0)
  var from: UInt32?
  var to: UInt32?
  var type: UInt32?
  var entity: UInt32?
  var evidence: [EvidenceRow] = []
}
