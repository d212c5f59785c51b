internal import CLibXML2
import SourceText

/// One run of libxml2's SAX2 parser: feeds it, passes its events on and collects its complaints.
@safe
final class XMLSession {
  let handler: any XMLEventHandler
  let cursor: XMLCursor
  private let file: String?
  private let maximumDepth: Int
  private let source: XMLReader.ChunkSource
  private var chunk: [UInt8] = []
  private var used = 0
  private var isAtEnd = false
  private var found: [Diagnostic] = []
  /// Nothing that libxml2 says after the reading was stopped matters.
  private var isStopped = false

  /// A broken file may hold very many errors; the first few tell what is wrong.
  private static let diagnosticLimit = 20
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  init(
    file: String?, handler: any XMLEventHandler, cursor: XMLCursor, maximumDepth: Int,
    source: @escaping XMLReader.ChunkSource
  ) {
    self.file = file
    self.handler = handler
    self.cursor = cursor
    self.maximumDepth = maximumDepth
    self.source = source
  }

  /// Parses to the end and returns what was found.
  // SAFETY: the parser holds this object unretained, and is freed before the call returns.
  func run() -> [Diagnostic] {
    guard Self.isReady else { return found }
    var callbacks = unsafe Self.callbacks()
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    guard
      let parser = unsafe xmlCreateIOParserCtxt(
        &callbacks, context, { unsafe XMLSession.at($0).fill($1, Int($2)) }, nil, context,
        XML_CHAR_ENCODING_NONE)
    else {
      if found.isEmpty { report(.error, "xml.unreadable", "the XML parser could not be started", nil) }
      return found
    }
    _ = unsafe xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue))
    unsafe cursor.parser = parser
    _ = unsafe xmlParseDocument(parser)
    let isWellFormed = unsafe parser.pointee.wellFormed != 0
    if !isWellFormed, !found.contains(where: { $0.severity == .error }) {
      report(.error, "xml.malformed", "the document is not well-formed", cursor.position)
    }
    unsafe cursor.parser = nil
    unsafe xmlFreeParserCtxt(parser)
    return found
  }

  /// Copies the next bytes to libxml2; 0 at the end, -1 after a failure.
  private func fill(_ target: UnsafeMutablePointer<CChar>?, _ capacity: Int) -> Int32 {
    guard let target = unsafe target, capacity > 0, !isStopped else { return 0 }
    if used == chunk.count, !isAtEnd {
      do {
        chunk = try source()
        used = 0
        isAtEnd = chunk.isEmpty
      } catch {
        // The parser must not be halted here: it would free the buffer it is about to fill.
        record(error)
        return -1
      }
    }
    let count = min(capacity, chunk.count - used)
    unsafe chunk.withUnsafeBytes { bytes in
      unsafe UnsafeMutableRawBufferPointer(start: target, count: count)
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[used..<used + count]))
    }
    used += count
    return Int32(count)
  }

  /// Ends the reading with an error of ours or of the handler.
  private func stop(_ diagnostic: Diagnostic) {
    record(diagnostic)
    if let parser = unsafe cursor.parser { unsafe xmlStopParser(parser) }
  }

  /// Notes the error that ends the reading.
  private func record(_ diagnostic: Diagnostic) {
    guard !isStopped else { return }
    isStopped = true
    let position = diagnostic.position ?? (diagnostic.id == "xml.unreadable" ? nil : cursor.position)
    found.append(
      Diagnostic(
        diagnostic.severity, id: diagnostic.id, file: diagnostic.file ?? file, position: position,
        message: diagnostic.message))
  }

  private func report(
    _ severity: Diagnostic.Severity, _ id: String, _ message: String, _ position: SourcePosition?
  ) {
    guard !isStopped, found.count < Self.diagnosticLimit else { return }
    found.append(Diagnostic(severity, id: id, file: file, position: position, message: message))
  }
}

extension XMLSession {
  /// The session behind the pointer that libxml2 hands to every callback.
  @inline(__always)
  fileprivate static func at(_ context: UnsafeMutableRawPointer?) -> XMLSession {
    guard let context = unsafe context else { fatalError("libxml2 lost the context of its callback") }
    return unsafe Unmanaged<XMLSession>.fromOpaque(context).takeUnretainedValue()
  }

  fileprivate static func callbacks() -> xmlSAXHandler {
    var callbacks = unsafe xmlSAXHandler()
    unsafe clibxml2_sax2(&callbacks)
    unsafe callbacks.startElementNs = { context, name, _, namespace, _, _, count, _, attributes in
      unsafe XMLSession.at(context).start(name, namespace, attributes, Int(count))
    }
    unsafe callbacks.endElementNs = { context, name, _, namespace in
      unsafe XMLSession.at(context).end(name, namespace)
    }
    let text: charactersSAXFunc = { unsafe XMLSession.at($0).text($1, Int($2)) }
    unsafe callbacks.characters = text
    unsafe callbacks.ignorableWhitespace = text
    unsafe callbacks.cdataBlock = text
    unsafe callbacks.internalSubset = { context, _, _, _ in
      unsafe XMLSession.at(context).stop(
        Diagnostic(.error, id: "xml.doctype", message: "a DOCTYPE is not accepted; remove it"))
    }
    unsafe callbacks.serror = { context, error in unsafe XMLSession.at(context).complain(error) }
    return unsafe callbacks
  }

  private func start(
    _ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int
  ) {
    guard !isStopped, let name = unsafe name else { return }
    cursor.depth += 1
    guard cursor.depth <= maximumDepth else {
      stop(
        Diagnostic(
          .error, id: "xml.too-deep", message: "elements are nested more than \(maximumDepth) deep"))
      return
    }
    unsafe cursor.setAttributes(attributes, count: count)
    do {
      try unsafe handler.startElement(cursor.id(of: name, namespace), at: cursor)
    } catch {
      stop(error)
    }
  }

  private func end(_ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?) {
    guard !isStopped, let name = unsafe name else { return }
    do {
      try unsafe handler.endElement(cursor.id(of: name, namespace), at: cursor)
    } catch {
      stop(error)
    }
    cursor.depth -= 1
  }

  private func text(_ start: UnsafePointer<xmlChar>?, _ count: Int) {
    guard !isStopped, count > 0, let start = unsafe start else { return }
    do {
      try unsafe handler.text(UnsafeBufferPointer(start: start, count: count).span, at: cursor)
    } catch {
      stop(error)
    }
  }

  private func complain(_ error: UnsafePointer<xmlError>?) {
    guard let error = unsafe error?.pointee else { return }
    let words = unsafe error.message.map { unsafe String(cString: $0) } ?? "unknown error"
    let message = words.split(whereSeparator: \.isNewline).joined(separator: "; ")
    let position =
      unsafe error.line > 0 ? SourcePosition(line: Int(error.line), column: max(1, Int(error.int2))) : nil
    let severity: Diagnostic.Severity = unsafe error.level == XML_ERR_WARNING ? .warning : .error
    report(severity, unsafe Self.id(of: error), message, position)
  }

  private static func id(of error: xmlError) -> String {
    switch unsafe xmlParserErrors(UInt32(bitPattern: error.code)) {
    case XML_ERR_INVALID_ENCODING, XML_ERR_UNKNOWN_ENCODING, XML_ERR_UNSUPPORTED_ENCODING,
      XML_ERR_INVALID_CHAR,
      XML_IO_ENCODER, XML_I18N_CONV_FAILED, XML_I18N_NO_HANDLER:
      return "xml.encoding"
    default:
      return unsafe error.domain == Int32(XML_FROM_NAMESPACE.rawValue) ? "xml.namespace" : "xml.malformed"
    }
  }
}
