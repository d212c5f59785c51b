import XMLStream

extension ByteScratch {
  /// Appends the value of an attribute.
  mutating func append(_ attribute: Int, of cursor: borrowing XMLCursor) {
    cursor.withAttribute(attribute) { value in value.withUnsafeBufferPointer { append($0) } }
  }
}
