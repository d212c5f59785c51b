import SourceText

/// Reads XML as a stream of events, in constant memory.
///
/// It is strict and closed: a DOCTYPE is refused, so there are no entities but the five of XML and
/// numeric ones; nothing is fetched; elements nest only so deep. Encodings follow the byte order mark and
/// the XML declaration; handlers get UTF-8. A reader holds no state and may be used from several tasks at
/// once.
///
/// Problems have the ids `xml.malformed`, `xml.encoding`, `xml.namespace`, `xml.doctype`, `xml.too-deep`,
/// `xml.unreadable`, or that of a diagnostic thrown by the handler.
public struct XMLReader: Sendable {
  /// Gives the next bytes of a file, however many; an empty array is the end.
  public typealias ChunkSource = () throws(Diagnostic) -> [UInt8]

  /// The names whose numbers are known beforehand: the name at position n has `XMLNameID(n)`.
  public let names: [XMLName]
  /// Deeper nesting is an error; libxml2 itself allows 256.
  public let maximumDepth: Int

  /// Makes a reader.
  public init(names: [XMLName] = [], maximumDepth: Int = 200) {
    self.names = names
    self.maximumDepth = maximumDepth
  }

  /// Reads XML from a source of chunks.
  ///
  /// - Parameters:
  ///   - file: Named in diagnostics.
  ///   - handler: Called for every event until the end or the first error.
  ///   - source: Called for more bytes whenever those given are used up.
  /// - Returns: Warnings.
  /// - Throws: All errors, the handler's included; events before the first error were delivered.
  @discardableResult
  public func read(
    file: String?, handler: any XMLEventHandler, from source: @escaping ChunkSource
  ) throws(Diagnostics) -> [Diagnostic] {
    let found = XMLSession.run(
      XMLSession(file: file, handler: handler, names: names, maximumDepth: maximumDepth, source: source))
    if found.contains(where: { $0.severity == .error }) { throw Diagnostics(found) }
    return found
  }

  /// Reads XML from memory; like `read(file:handler:from:)`.
  @discardableResult
  public func read(
    bytes: [UInt8], file: String?, handler: any XMLEventHandler
  ) throws(Diagnostics) -> [Diagnostic] {
    var rest: [UInt8]? = bytes
    return try read(file: file, handler: handler) { () throws(Diagnostic) in
      defer { rest = nil }
      return rest ?? []
    }
  }

  /// Reads a file in chunks; like `read(file:handler:from:)`, with `xml.unreadable` when it cannot be read.
  @discardableResult
  public func read(path: String, handler: any XMLEventHandler) throws(Diagnostics) -> [Diagnostic] {
    let input: FileChunks
    do {
      input = try FileChunks(path: path)
    } catch {
      throw Diagnostics([error])
    }
    return try read(file: path, handler: handler) { () throws(Diagnostic) in try input.next() }
  }
}

extension XMLReader {
  /// Reads XML from memory into strings; like `read(file:handler:from:)`.
  @discardableResult
  public func read(
    bytes: [UInt8], file: String?, handler: any XMLHandler
  ) throws(Diagnostics) -> [Diagnostic] {
    try read(bytes: bytes, file: file, handler: XMLStringAdapter(handler))
  }

  /// Reads a file in chunks into strings; like `read(path:handler:)`.
  @discardableResult
  public func read(path: String, handler: any XMLHandler) throws(Diagnostics) -> [Diagnostic] {
    try read(path: path, handler: XMLStringAdapter(handler))
  }
}
