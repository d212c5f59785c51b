import GraphStore
import SourceText

/// Fills a builder from the lines of a JSON Lines file.
struct JSONLinesParser: ~Copyable {
  var builder = GraphBuilder()
  var log: ProblemLog
  var title: String?
  private var keys = StringPool()
  private var keyByID: [JSONRecord.Key?] = [nil]
  private var fewStrings = TextMemo()
  private var scratch = ByteScratch()

  /// - Parameter byteCount: The size of the file, to make room for what it may hold.
  init(file: String?, byteCount: Int) {
    log = ProblemLog(file: file)
    builder.reserveCapacity(byteCount: byteCount)
    for key in JSONRecord.Key.allCases {
      _ = keys.intern(key.rawValue)
      keyByID.append(key)
    }
  }

  /// The graph, or every error.
  mutating func finish() throws(Diagnostics) -> GraphReading {
    if log.hasErrors { throw Diagnostics(log.all) }
    let graph = builder.build()
    builder = GraphBuilder()
    return GraphReading(graph: graph, title: title, warnings: log.all)
  }

  /// Reads one line; its problems go to the log.
  mutating func parse(_ line: UnsafeBufferPointer<UInt8>, _ number: Int) {
    var line = line
    if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = .init(rebasing: line.dropFirst(3)) }
    if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return }
    if let invalid = Self.invalidOffset(line) {
      log.note(.error, "jsonl.encoding", position(invalid, line, number), "the line is not valid UTF-8")
      return
    }
    var scanner = JSONScanner(line)
    var record = JSONRecord()
    do throws(JSONScanner.Problem) {
      try self.record(&scanner, &record)
      if !scanner.isAtEnd() { throw scanner.problem("nothing may follow the object") }
    } catch {
      log.note(.error, "jsonl.malformed", position(error.offset, line, number), error.message)
      return
    }
    add(record, number)
  }

  /// Reads a key and the colon after it; nil for a key that is not read.
  mutating func key(_ scanner: inout JSONScanner) throws(JSONScanner.Problem) -> JSONRecord.Key? {
    var key: JSONRecord.Key?
    try scanner.string { text in
      if let id = keys.id(of: text) { key = keyByID[Int(id)] }
    }
    try scanner.expect(UInt8(ascii: ":"))
    return key
  }

  /// Reads a string into the pool.
  mutating func string(_ scanner: inout JSONScanner) throws(JSONScanner.Problem) -> UInt32 {
    if scanner.acceptNull() { return 0 }
    var id: UInt32 = 0
    try scanner.string { id = builder.strings.intern($0) }
    return id
  }

  /// Reads a string of which there are few different ones.
  mutating func fewString(_ scanner: inout JSONScanner) throws(JSONScanner.Problem) -> UInt32 {
    if scanner.acceptNull() { return 0 }
    scratch.removeAll()
    try scanner.string { scratch.append($0) }
    return scratch.withBytes { text in
      fewStrings.value(text) ?? fewStrings.add(builder.strings.intern(text))
    }
  }

  /// Reads a long text, which seldom comes twice.
  mutating func longString(_ scanner: inout JSONScanner) throws(JSONScanner.Problem) -> UInt32 {
    if scanner.acceptNull() { return 0 }
    var id: UInt32 = 0
    try scanner.string { id = builder.strings.append($0) }
    return id
  }

  func position(_ offset: Int, _ line: UnsafeBufferPointer<UInt8>, _ number: Int) -> SourcePosition {
    let column = line.prefix(offset).reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    return SourcePosition(line: number, column: column)
  }

  private static func invalidOffset(_ line: UnsafeBufferPointer<UInt8>) -> Int? {
    if line.allSatisfy({ $0 < 0x80 }) { return nil }
    if String(validating: line, as: UTF8.self) != nil { return nil }
    var decoder = UTF8()
    var bytes = line.makeIterator()
    var offset = 0
    while case .scalarValue(let scalar) = decoder.decode(&bytes) { offset += UTF8.width(scalar) }
    return offset
  }
}
