import SourceText

/// What a file says of nodes and edges, in its order, until there is enough of it to be worked on.
///
/// Parsing a file and filling a graph take turns in large steps. Together their code does not fit into the
/// part of the processor that keeps code, so that taking turns at every element slows both.
struct GraphMLQueue: ~Copyable {
  enum Kind: UInt8 {
    /// A node starts; its text is the id.
    case node
    case endNode
    /// An edge starts; its text is the id, mostly of no use.
    case edge
    case source, target, endEdge
    case data
  }

  /// One thing that was read; its text ends at `end`, and begins where that of the one before ends.
  struct Event {
    var end: Int
    var key: Int32
    var line: UInt32
    var column: UInt32
    var kind: Kind
    var slot: GraphMLSlot

    var position: SourcePosition { SourcePosition(line: Int(line), column: Int(column)) }
  }

  /// The texts, one after the other; the last may belong to an event that is not there yet.
  var text = ByteScratch()
  private(set) var count = 0
  private var events: UnsafeMutablePointer<Event>
  private static let capacity = 2048

  init() { events = .allocate(capacity: Self.capacity) }

  deinit { events.deallocate() }

  /// Whether there is enough to be worked on.
  var isFull: Bool { count == Self.capacity || text.count >= 1 << 15 }

  /// Adds an event, whose text is what was added since the last one. There has to be room.
  mutating func append(
    _ kind: Kind, _ slot: GraphMLSlot = .ignored, key: Int = 0, at position: SourcePosition
  ) {
    precondition(count < Self.capacity, "the queue is full")
    let event = Event(
      end: text.count, key: Int32(truncatingIfNeeded: key), line: UInt32(truncatingIfNeeded: position.line),
      column: UInt32(truncatingIfNeeded: position.column), kind: kind, slot: slot)
    (events + count).initialize(to: event)
    count += 1
  }

  func forEach(_ body: (Event, UnsafeBufferPointer<UInt8>) -> Void) {
    text.withBytes { bytes in
      var start = 0
      for index in 0..<count {
        let event = events[index]
        body(event, UnsafeBufferPointer(rebasing: bytes[start..<event.end]))
        start = event.end
      }
    }
  }

  mutating func removeAll() {
    count = 0
    text.removeAll()
  }
}
