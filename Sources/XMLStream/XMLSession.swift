internal import CLibXML2
import SourceText

/// One run of libxml2's SAX2 parser: feeds it, passes its events on and collects its complaints.
///
/// It lives at a fixed address that libxml2 hands back to every callback.
@safe
struct XMLSession: ~Copyable {
  let handler: any XMLEventHandler
  let file: String?
  let maximumDepth: Int
  let source: XMLReader.ChunkSource
  let cursor: XMLCursor
  var found: [Diagnostic] = []
  /// Set by the first error of ours or of the handler; nothing that libxml2 says afterwards matters.
  var isStopped = false
  private var chunk: [UInt8] = []
  private var used = 0
  private var isAtEnd = false

  /// A broken file may hold very many errors; the first few tell what is wrong.
  private static let diagnosticLimit = 20

  init(
    file: String?, handler: any XMLEventHandler, names: [XMLName], maximumDepth: Int,
    source: @escaping XMLReader.ChunkSource
  ) {
    self.file = file
    self.handler = handler
    self.maximumDepth = maximumDepth
    self.source = source
    cursor = XMLCursor(names: names)
  }

  /// Copies the next bytes to libxml2; 0 at the end, -1 after a failure.
  mutating func fill(_ target: UnsafeMutablePointer<CChar>?, _ capacity: Int) -> Int32 {
    guard let target = unsafe target, capacity > 0, !isStopped else { return 0 }
    var filled = 0
    // libxml2 takes the first bytes as a whole to tell the encoding, so small chunks are gathered.
    while filled < capacity {
      if used == chunk.count {
        guard !isAtEnd else { break }
        do {
          chunk = try source()
          used = 0
          isAtEnd = chunk.isEmpty
        } catch {
          // The parser must not be halted here: it would free the buffer it is about to fill.
          stop(error)
          return -1
        }
      }
      let count = min(capacity - filled, chunk.count - used)
      unsafe chunk.withUnsafeBytes { bytes in
        unsafe UnsafeMutableRawBufferPointer(start: target + filled, count: count)
          .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[used..<used + count]))
      }
      used += count
      filled += count
    }
    return Int32(filled)
  }

  /// Notes the error that ends the reading.
  mutating func stop(_ diagnostic: Diagnostic) {
    guard !isStopped else { return }
    isStopped = true
    let position = diagnostic.position ?? (diagnostic.id == "xml.unreadable" ? nil : cursor.position)
    found.append(
      Diagnostic(
        diagnostic.severity, id: diagnostic.id, file: diagnostic.file ?? file, position: position,
        message: diagnostic.message))
  }

  /// Notes a complaint of libxml2.
  mutating func report(
    _ severity: Diagnostic.Severity, _ id: String, _ message: String, _ position: SourcePosition?
  ) {
    guard !isStopped, found.count < Self.diagnosticLimit else { return }
    found.append(Diagnostic(severity, id: id, file: file, position: position, message: message))
  }
}

extension XMLSession {
  mutating func start(
    _ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int
  ) {
    guard !isStopped, let name = unsafe name else { return }
    unsafe cursor.state.pointee.depth += 1
    guard cursor.depth <= maximumDepth else {
      let message = "elements are nested more than \(maximumDepth) deep"
      return stop(Diagnostic(.error, id: "xml.too-deep", message: message))
    }
    let id = unsafe cursor.state.pointee.elementID(of: name, namespace)
    if count > 0 { unsafe cursor.state.pointee.setAttributes(attributes, count: count) }
    do throws(Diagnostic) {
      try handler.startElement(id, at: cursor)
    } catch {
      stop(error)
    }
    unsafe cursor.state.pointee.dropAttributes()
  }

  mutating func end(_ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?) {
    guard !isStopped, let name = unsafe name else { return }
    let id = unsafe cursor.state.pointee.elementID(of: name, namespace)
    do throws(Diagnostic) {
      try handler.endElement(id, at: cursor)
    } catch {
      stop(error)
    }
    unsafe cursor.state.pointee.depth -= 1
  }

  mutating func text(_ start: UnsafePointer<xmlChar>?, _ count: Int) {
    guard !isStopped, count > 0, let start = unsafe start else { return }
    do throws(Diagnostic) {
      try unsafe handler.text(UnsafeBufferPointer(start: start, count: count).span, at: cursor)
    } catch {
      stop(error)
    }
  }

  mutating func complain(_ error: UnsafePointer<xmlError>?) {
    guard let error = unsafe error?.pointee else { return }
    let severity: Diagnostic.Severity = unsafe error.level == XML_ERR_WARNING ? .warning : .error
    let (message, position) = unsafe LibXML2.describe(error)
    report(severity, unsafe Self.id(of: error, message), message, position)
  }

  private static func id(of error: xmlError, _ message: String) -> String {
    switch unsafe xmlParserErrors(UInt32(bitPattern: error.code)) {
    case XML_ERR_INVALID_ENCODING, XML_ERR_UNKNOWN_ENCODING, XML_ERR_UNSUPPORTED_ENCODING,
      XML_IO_ENCODER, XML_I18N_CONV_FAILED, XML_I18N_NO_HANDLER:
      return "xml.encoding"
    case XML_ERR_INVALID_CHAR:
      // One code for malformed bytes and for well-formed characters that XML forbids.
      return message.hasPrefix("Input is not proper UTF-8") ? "xml.encoding" : "xml.malformed"
    default:
      return unsafe error.domain == Int32(XML_FROM_NAMESPACE.rawValue) ? "xml.namespace" : "xml.malformed"
    }
  }
}
