/// Statements in chunks: growing never copies, which would for a moment take twice the memory.
package struct StatementStore: Sendable {
  private static let chunkSize = 1 << 12

  private var chunks: [[StatementRow]] = []
  /// The number of rows.
  package private(set) var count = 0

  /// A store without rows.
  package init() {}

  /// Adds a row at the end. O(1).
  package mutating func append(_ row: StatementRow) {
    if count & (Self.chunkSize - 1) == 0 {
      var chunk: [StatementRow] = []
      chunk.reserveCapacity(count == 0 ? 16 : Self.chunkSize)
      chunks.append(chunk)
    }
    chunks[chunks.count - 1].append(row)
    count += 1
  }

  /// The row at a position. O(1).
  package subscript(index: Int) -> StatementRow {
    get { chunks[index / Self.chunkSize][index & (Self.chunkSize - 1)] }
    _modify { yield &chunks[index / Self.chunkSize][index & (Self.chunkSize - 1)] }
  }

  /// Calls `body` with every row in order.
  package func forEach(_ body: (StatementRow) -> Void) {
    for chunk in chunks {
      for row in chunk { body(row) }
    }
  }

  /// Changes every row in order.
  package mutating func mutateEach(_ body: (inout StatementRow) -> Void) {
    for chunk in chunks.indices {
      for row in chunks[chunk].indices { body(&chunks[chunk][row]) }
    }
  }
}
