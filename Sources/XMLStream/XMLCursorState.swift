internal import CLibXML2

/// What an `XMLCursor` shows.
@safe
struct XMLCursorState: ~Copyable {
  /// The addresses under which a name was met last, and its number.
  private struct LastName {
    var local: UInt = 0
    var namespace: UInt = 0
    var id = XMLNameID(0)

    /// The number of the name at two addresses; the table is asked only for another name than last time.
    @inline(__always)
    mutating func number(
      of local: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?, in table: inout XMLNameTable
    ) -> XMLNameID {
      if UInt(bitPattern: local) == self.local && UInt(bitPattern: namespace) == self.namespace { return id }
      self.local = UInt(bitPattern: local)
      self.namespace = UInt(bitPattern: namespace)
      id = unsafe table.id(of: local, namespace)
      return id
    }
  }

  var depth = 0
  private(set) var attributeCount = 0
  /// Set while the parser runs.
  var parser: xmlParserCtxtPtr?
  private(set) var table: XMLNameTable
  /// Five pointers an attribute, as SAX2 hands them out; libxml2's, for the time of the call.
  private(set) var attributeFields: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  // Most names are those that came last.
  private var lastElement = LastName()
  private var lastAttribute = LastName()

  init(names: [XMLName]) { table = XMLNameTable(names) }

  /// The number of an element's name.
  @inline(__always)
  mutating func elementID(
    of local: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?
  ) -> XMLNameID {
    unsafe lastElement.number(of: local, namespace, in: &table)
  }

  /// Takes over the attributes of an element for the time of the handler's call.
  @inline(__always)
  mutating func setAttributes(_ fields: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int) {
    unsafe attributeFields = fields
    attributeCount = unsafe fields == nil ? 0 : count
  }

  /// Forgets them before libxml2 does.
  mutating func dropAttributes() {
    attributeCount = 0
    unsafe attributeFields = nil
  }

  /// The number of the name of an attribute.
  // SAFETY: `attributeFields` holds `attributeCount` groups of five pointers while the count is not 0.
  mutating func attributeName(_ index: Int) -> XMLNameID {
    precondition(index < attributeCount, "no such attribute")
    guard let fields = unsafe attributeFields, let local = unsafe fields[index * 5] else {
      fatalError("libxml2 gave an attribute without a name")
    }
    return unsafe lastAttribute.number(of: local, fields[index * 5 + 2], in: &table)
  }

  /// Whether the first attribute has a name, as far as the name that came last tells.
  @inline(__always)
  func isFirstAttribute(_ name: XMLNameID) -> Bool {
    guard attributeCount > 0, lastAttribute.id == name, let fields = unsafe attributeFields else {
      return false
    }
    return unsafe UInt(bitPattern: fields[0]) == lastAttribute.local
      && UInt(bitPattern: fields[2]) == lastAttribute.namespace
  }

  /// The position of the attribute with a name.
  @inline(never)
  mutating func search(_ name: XMLNameID) -> Int? {
    for index in 0..<attributeCount where attributeName(index) == name { return index }
    return nil
  }

  /// The value of an attribute as libxml2 hands it out; nil for none.
  // SAFETY: as above; a value ends where its next pointer says.
  func attributeValue(_ index: Int) -> UnsafeRawBufferPointer? {
    precondition(index < attributeCount, "no such attribute")
    guard let fields = unsafe attributeFields, let start = unsafe fields[index * 5 + 3],
      let end = unsafe fields[index * 5 + 4]
    else { return nil }
    return unsafe UnsafeRawBufferPointer(start: start, count: end - start)
  }
}
