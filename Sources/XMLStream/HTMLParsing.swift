internal import CLibXML2

/// Runs libxml2's HTML parser.
enum HTMLParsing {
  /// Feeds the tags and characters of a page to a builder.
  // SAFETY: the parser holds the builder unretained and copies the bytes; it is freed before this returns.
  static func parse(_ bytes: [UInt8], into builder: HTMLTextBuilder) {
    guard LibXML2.isReady, !bytes.isEmpty, bytes.count <= Int(Int32.max) else { return }
    let context = unsafe bytes.withUnsafeBytes { raw in
      unsafe htmlCreateMemoryParserCtxt(raw.bindMemory(to: CChar.self).baseAddress, Int32(raw.count))
    }
    guard let parser = unsafe context else { return }
    defer { unsafe htmlFreeParserCtxt(parser) }
    let options =
      HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_NODEFDTD.rawValue
      | HTML_PARSE_RECOVER.rawValue
    _ = unsafe htmlCtxtUseOptions(parser, Int32(bitPattern: options))
    _ = unsafe xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8)
    unsafe parser.pointee.sax.pointee = callbacks()
    unsafe parser.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
    _ = unsafe htmlParseDocument(parser)
    if let document = unsafe parser.pointee.myDoc {
      unsafe xmlFreeDoc(document)
      unsafe parser.pointee.myDoc = nil
    }
  }

  private static func builder(_ context: UnsafeMutableRawPointer?) -> HTMLTextBuilder? {
    guard let context = unsafe context else { return nil }
    return unsafe Unmanaged<HTMLTextBuilder>.fromOpaque(context).takeUnretainedValue()
  }

  private static func callbacks() -> xmlSAXHandler {
    var callbacks = unsafe xmlSAXHandler()
    unsafe clibxml2_sax2(&callbacks)
    unsafe callbacks.startElement = { context, name, _ in
      guard let name = unsafe name else { return }
      unsafe HTMLParsing.builder(context)?.start(String(cString: name))
    }
    unsafe callbacks.endElement = { context, name in
      guard let name = unsafe name else { return }
      unsafe HTMLParsing.builder(context)?.end(String(cString: name))
    }
    let text: charactersSAXFunc = { context, start, count in
      unsafe HTMLParsing.builder(context)?.characters(
        UnsafeBufferPointer(start: start, count: Int(count)))
    }
    unsafe callbacks.characters = text
    unsafe callbacks.ignorableWhitespace = text
    unsafe callbacks.cdataBlock = text
    // Without a receiver libxml2 would print what it repairs.
    unsafe callbacks.serror = { _, _ in }
    return unsafe callbacks
  }
}
