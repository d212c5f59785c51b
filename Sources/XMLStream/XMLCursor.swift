internal import CLibXML2
import SourceText

/// Where an `XMLReader` stands: position, names, and the attributes of the element that starts.
///
/// It is lent to the handler for one call and cannot be kept.
@safe
public struct XMLCursor: ~Copyable {
  /// Behind a pointer, so that an event hands on one word and copies nothing.
  let state: UnsafeMutablePointer<XMLCursorState>

  init(names: [XMLName]) {
    unsafe state = .allocate(capacity: 1)
    unsafe state.initialize(to: XMLCursorState(names: names))
  }

  deinit {
    unsafe state.deinitialize(count: 1)
    unsafe state.deallocate()
  }

  /// Number of open elements, the current one included.
  public var depth: Int { unsafe state.pointee.depth }

  /// Number of attributes of the element that starts, namespace declarations not counted; 0 elsewhere.
  public var attributeCount: Int { unsafe state.pointee.attributeCount }

  /// Where the parser stands: at the end of a tag, or behind a piece of text.
  public var position: SourcePosition {
    guard let input = unsafe state.pointee.parser?.pointee.input else {
      return SourcePosition(line: 1, column: 1)
    }
    return unsafe SourcePosition(line: Int(input.pointee.line), column: Int(input.pointee.col))
  }

  /// The name behind a number.
  public func name(_ id: XMLNameID) -> XMLName { unsafe state.pointee.table.names[id.number] }

  /// The name of an attribute, counted from 0 in the order of the file.
  public func attributeName(_ index: Int) -> XMLNameID { unsafe state.pointee.attributeName(index) }

  /// The position of the attribute with a name; nil when the element has none.
  public func attribute(_ name: XMLNameID) -> Int? {
    if unsafe state.pointee.isFirstAttribute(name) { return 0 }
    return unsafe state.pointee.search(name)
  }

  /// The value of an attribute, references resolved.
  public func attributeValue(_ index: Int) -> String {
    withAttribute(index) { value in
      unsafe value.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
  }

  /// The value of the attribute with a name; nil when the element has none.
  public func attributeValue(_ name: XMLNameID) -> String? { attribute(name).map { attributeValue($0) } }

  /// Calls `body` with the value of an attribute in UTF-8, references resolved: the way without a `String`.
  public func withAttribute<Result>(_ index: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    guard let value = unsafe state.pointee.attributeValue(index) else { return body([UInt8]().span) }
    let bytes = unsafe value.assumingMemoryBound(to: UInt8.self)
    if unsafe !XMLAttributeText.holdsAmpersand(value) { return body(unsafe bytes.span) }
    return body(unsafe XMLAttributeText.resolve(bytes).span)
  }

  /// Whether the value of an attribute is this text, without a copy of it.
  public func attribute(_ index: Int, equals text: XMLAttributeText) -> Bool {
    guard let value = unsafe state.pointee.attributeValue(index) else { return false }
    return unsafe text.isEqual(value)
  }
}
