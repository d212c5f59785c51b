import SourceText

/// Turns the byte events into strings, and pieces of text into whole ones.
final class XMLStringAdapter: XMLEventHandler {
  private let handler: any XMLHandler
  private var pending: [UInt8] = []

  init(_ handler: any XMLHandler) { self.handler = handler }

  func startElement(_ name: XMLNameID, at cursor: borrowing XMLCursor) throws(Diagnostic) {
    try flush(at: cursor)
    var attributes: [XMLAttribute] = []
    attributes.reserveCapacity(cursor.attributeCount)
    for index in 0..<cursor.attributeCount {
      let name = cursor.name(cursor.attributeName(index))
      attributes.append(
        XMLAttribute(name: name.local, namespace: name.namespace, value: cursor.attributeValue(index)))
    }
    try handler.start(cursor.name(name), attributes: attributes, at: cursor.position)
  }

  func text(_ piece: Span<UInt8>, at cursor: borrowing XMLCursor) throws(Diagnostic) {
    unsafe piece.withUnsafeBufferPointer { unsafe pending.append(contentsOf: $0) }
  }

  func endElement(_ name: XMLNameID, at cursor: borrowing XMLCursor) throws(Diagnostic) {
    try flush(at: cursor)
    try handler.end(cursor.name(name), at: cursor.position)
  }

  private func flush(at cursor: borrowing XMLCursor) throws(Diagnostic) {
    guard !pending.isEmpty else { return }
    let text = String(decoding: pending, as: UTF8.self)
    pending.removeAll(keepingCapacity: true)
    try handler.text(text, at: cursor.position)
  }
}
