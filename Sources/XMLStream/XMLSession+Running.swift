internal import CLibXML2
import SourceText

extension XMLSession {
  /// Parses to the end and returns what was found.
  // SAFETY: the session stays at its address until the parser, which knows the address, is freed.
  static func run(_ session: consuming XMLSession) -> [Diagnostic] {
    let address = UnsafeMutablePointer<XMLSession>.allocate(capacity: 1)
    unsafe address.initialize(to: session)
    defer {
      unsafe address.deinitialize(count: 1)
      unsafe address.deallocate()
    }
    var callbacks = unsafe callbacks()
    guard
      LibXML2.isReady,
      let parser = unsafe xmlCreateIOParserCtxt(
        &callbacks, address, { unsafe XMLSession.at($0).pointee.fill($1, Int($2)) }, nil, address,
        XML_CHAR_ENCODING_NONE)
    else {
      unsafe address.pointee.report(.error, "xml.unreadable", "the XML parser could not be started", nil)
      return unsafe address.pointee.found
    }
    _ = unsafe xmlCtxtUseOptions(
      parser, Int32(bitPattern: XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue))
    unsafe address.pointee.cursor.state.pointee.parser = parser
    _ = unsafe xmlParseDocument(parser)
    let isWellFormed = unsafe parser.pointee.wellFormed != 0
    if !isWellFormed, unsafe !address.pointee.found.contains(where: { $0.severity == .error }) {
      unsafe address.pointee.report(
        .error, "xml.malformed", "the document is not well-formed", address.pointee.cursor.position)
    }
    unsafe address.pointee.cursor.state.pointee.parser = nil
    unsafe xmlFreeParserCtxt(parser)
    return unsafe address.pointee.found
  }

  /// The session behind the pointer that libxml2 hands to every callback.
  private static func at(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLSession> {
    guard let context = unsafe context else { fatalError("libxml2 lost the context of its callback") }
    return unsafe context.assumingMemoryBound(to: XMLSession.self)
  }

  /// Halts the parser when the session asks for it: outside of the session's own calls, so that nothing
  /// libxml2 does then meets a session in the middle of a change.
  private static func haltIfStopped(_ session: UnsafeMutablePointer<XMLSession>) {
    guard unsafe session.pointee.isStopped else { return }
    if let parser = unsafe session.pointee.cursor.state.pointee.parser { unsafe xmlStopParser(parser) }
  }

  private static func callbacks() -> xmlSAXHandler {
    var callbacks = unsafe xmlSAXHandler()
    unsafe clibxml2_sax2(&callbacks)
    unsafe callbacks.startElementNs = { context, name, _, namespace, _, _, count, _, attributes in
      let session = unsafe XMLSession.at(context)
      unsafe session.pointee.start(name, namespace, attributes, Int(count))
      unsafe XMLSession.haltIfStopped(session)
    }
    unsafe callbacks.endElementNs = { context, name, _, namespace in
      let session = unsafe XMLSession.at(context)
      unsafe session.pointee.end(name, namespace)
      unsafe XMLSession.haltIfStopped(session)
    }
    let text: charactersSAXFunc = { context, start, count in
      let session = unsafe XMLSession.at(context)
      unsafe session.pointee.text(start, Int(count))
      unsafe XMLSession.haltIfStopped(session)
    }
    unsafe callbacks.characters = text
    unsafe callbacks.ignorableWhitespace = text
    unsafe callbacks.cdataBlock = text
    unsafe callbacks.internalSubset = { context, _, _, _ in
      let session = unsafe XMLSession.at(context)
      unsafe session.pointee.stop(
        Diagnostic(.error, id: "xml.doctype", message: "a DOCTYPE is not accepted; remove it"))
      unsafe XMLSession.haltIfStopped(session)
    }
    unsafe callbacks.serror = { context, error in unsafe XMLSession.at(context).pointee.complain(error) }
    return unsafe callbacks
  }
}
