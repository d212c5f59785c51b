import GraphStore
import SourceText
import XMLStream

/// Hands the events of an `XMLReader` to an import.
///
/// The import lies behind a pointer of the handler's own, because the events of a file of a gigabyte would
/// otherwise spend a tenth of their time on proving that nobody else changes a property meanwhile.
final class GraphMLHandler: XMLEventHandler {
  private let pointer: UnsafeMutablePointer<GraphMLImport>

  init(_ content: consuming GraphMLImport) {
    pointer = .allocate(capacity: 1)
    pointer.initialize(to: content)
  }

  deinit {
    pointer.deinitialize(count: 1)
    pointer.deallocate()
  }

  var log: ProblemLog { pointer.pointee.log }

  var title: String? { pointer.pointee.title }

  func makeGraph() -> Graph { pointer.pointee.makeGraph() }

  func startElement(_ name: XMLNameID, at cursor: borrowing XMLCursor) throws(Diagnostic) {
    try pointer.pointee.startElement(name, at: cursor)
  }

  func text(_ piece: Span<UInt8>, at cursor: borrowing XMLCursor) throws(Diagnostic) {
    pointer.pointee.addText(piece)
  }

  func endElement(_ name: XMLNameID, at cursor: borrowing XMLCursor) throws(Diagnostic) {
    pointer.pointee.endElement(name, at: cursor)
  }
}
