import SourceText

/// Receives what an `XMLReader` finds, as bytes and name numbers: the fast way, without a `String` an event.
///
/// A thrown diagnostic stops the reading; where it lacks file and position, the reader adds them.
public protocol XMLEventHandler: AnyObject {
  /// An element starts; its attributes can be asked of the cursor until this call returns.
  func startElement(_ name: XMLNameID, at cursor: borrowing XMLCursor) throws(Diagnostic)
  /// A piece of text in UTF-8, with references resolved; long or mixed text comes in several pieces, each
  /// cut between characters.
  func text(_ piece: Span<UInt8>, at cursor: borrowing XMLCursor) throws(Diagnostic)
  /// An element ends.
  func endElement(_ name: XMLNameID, at cursor: borrowing XMLCursor) throws(Diagnostic)
}
