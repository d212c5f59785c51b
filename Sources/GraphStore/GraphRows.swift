/// The columns of a node; strings and lists are ids of the pools of the same builder or graph.
package struct NodeRow: Sendable {
  package var entity: UInt32
  package var label: UInt32 = 0
  package var name: UInt32 = 0
  package var type: UInt32 = 0
  package var adcode: UInt32 = 0
  package var color: UInt32 = 0
  package var note: UInt32 = 0
  package var parent: UInt32 = 0
  package var aliases: UInt32 = 0
  package var mentionCount: Int32 = 0
  package var size = Double.nan
  package var latitude = Double.nan
  package var longitude = Double.nan
  package var isImplicit = false

  package init(entity: UInt32) { self.entity = entity }
}

/// The columns of a statement; -1 and `noYear` stand for “unknown”.
package struct EvidenceRow: Sendable {
  package static let noYear = Int16.min

  package var document: UInt32 = 0
  package var text: UInt32 = 0
  package var rule: UInt32 = 0
  package var context: UInt32 = 0
  package var fields: UInt32 = 0
  package var quantities: UInt32 = 0
  package var start: Int32 = -1
  package var end: Int32 = -1
  package var byteStart: Int32 = -1
  package var byteEnd: Int32 = -1
  package var yearFrom = EvidenceRow.noYear
  package var yearTo = EvidenceRow.noYear
  package var status = EdgeStatus.actual.rank
  package var certainty = 1.0
  package var count = 1.0

  package init() {}
}

/// A statement before it is sorted under its edge; a bare one says only that the edge exists.
package struct StatementRow: Sendable {
  package var from: UInt32
  package var to: UInt32
  package var type: UInt32
  package var isBare: Bool
  package var evidence: EvidenceRow

  package init(from: UInt32, to: UInt32, type: UInt32, isBare: Bool, evidence: EvidenceRow) {
    self.from = from
    self.to = to
    self.type = type
    self.isBare = isBare
    self.evidence = evidence
  }
}

/// The columns of a mention.
package struct MentionRow: Sendable {
  package var document: UInt32
  package var entity: UInt32
  package var surface: UInt32
  package var start: Int32
  package var end: Int32
  package var byteStart: Int32 = -1
  package var byteEnd: Int32 = -1
  package var note: UInt32 = 0
  package var form: UInt32 = 0
  package var reason: UInt32 = 0
  package var candidates: UInt32 = 0
  package var certainty = 1.0

  package init(document: UInt32, entity: UInt32, surface: UInt32, start: Int32, end: Int32) {
    self.document = document
    self.entity = entity
    self.surface = surface
    self.start = start
    self.end = end
  }
}

/// The columns of a document.
package struct DocumentRow: Sendable {
  package var id: UInt32
  package var title: UInt32 = 0
  package var publisher: UInt32 = 0
  package var date: UInt32 = 0
  package var url: UInt32 = 0

  package init(
    id: UInt32, title: UInt32 = 0, publisher: UInt32 = 0, date: UInt32 = 0, url: UInt32 = 0
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.date = date
    self.url = url
  }
}

/// The columns of an edge of a finished graph; its statements run up to those of the next edge.
package struct EdgeRow: Sendable {
  package var from: UInt32
  package var to: UInt32
  /// Position in the graph's sorted relation types.
  package var type: UInt32
  package var firstEvidence: UInt32
  /// The united fields and quantities of the supporting statements.
  package var fields: UInt32
  package var quantities: UInt32
}

/// What a query needs to know of an edge, stored in the order in which it is walked.
package struct Hop: Sendable {
  package var other: UInt32
  package var edge: UInt32
  /// Bit per field by its rank; the last bit stands for all fields that have none of their own.
  package var fields: UInt32
  package var certainty: Float
  package var yearFrom: Int16
  package var yearTo: Int16
  package var type: UInt16
  package var status: UInt8
  /// The number of statements as far as a byte holds it; good for an order.
  package var weight: UInt8
}
