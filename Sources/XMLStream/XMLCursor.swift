internal import CLibXML2
import SourceText

/// Where an `XMLReader` stands: position, names, and the attributes of the element that starts.
///
/// It is lent to the handler for one call and cannot be kept.
@safe
public struct XMLCursor: ~Copyable {
  /// Number of open elements, the current one included.
  public internal(set) var depth = 0
  /// Number of attributes of the element that starts, namespace declarations not counted; 0 elsewhere.
  public private(set) var attributeCount = 0

  /// Set while the parser runs.
  var parser: xmlParserCtxtPtr?
  private var table: XMLNameTable
  /// Names of attributes; room for `nameCapacity`.
  private var attributeNames: UnsafeMutablePointer<XMLNameID>
  private var nameCapacity = 16
  /// Five pointers an attribute, as SAX2 hands them out; libxml2's, for the time of the call.
  private var attributeFields: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

  init(names: [XMLName]) {
    table = XMLNameTable(names)
    unsafe attributeNames = .allocate(capacity: nameCapacity)
  }

  deinit { unsafe attributeNames.deallocate() }

  /// Where the parser stands: at the end of a tag, or behind a piece of text.
  public var position: SourcePosition {
    guard let input = unsafe parser?.pointee.input else { return SourcePosition(line: 1, column: 1) }
    return unsafe SourcePosition(line: Int(input.pointee.line), column: Int(input.pointee.col))
  }

  /// The name behind a number.
  public func name(_ id: XMLNameID) -> XMLName { table.names[id.number] }

  /// The name of an attribute, counted from 0 in the order of the file.
  public func attributeName(_ index: Int) -> XMLNameID {
    precondition(index < attributeCount, "no such attribute")
    return unsafe attributeNames[index]
  }

  /// The position of the attribute with a name; nil when the element has none.
  public func attribute(_ name: XMLNameID) -> Int? {
    for index in 0..<attributeCount where unsafe attributeNames[index] == name { return index }
    return nil
  }

  /// The value of an attribute, references resolved.
  public func attributeValue(_ index: Int) -> String {
    guard let value = unsafe valueBytes(index) else { return "" }
    guard unsafe value.contains(UInt8(ascii: "&")) else {
      return unsafe String(decoding: value, as: UTF8.self)
    }
    var bytes: [UInt8] = []
    appendAttribute(index, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The value of the attribute with a name; nil when the element has none.
  public func attributeValue(_ name: XMLNameID) -> String? { attribute(name).map { attributeValue($0) } }

  /// Appends the value of an attribute in UTF-8, references resolved: the way without a `String`.
  public func appendAttribute(_ index: Int, to bytes: inout [UInt8]) {
    guard let whole = unsafe valueBytes(index) else { return }
    guard unsafe whole.contains(UInt8(ascii: "&")) else {
      unsafe bytes.append(contentsOf: whole)
      return
    }
    var value = unsafe whole[...]
    // Since it expands no entities, libxml2 leaves every `&` of a value as `&#38;`.
    while let ampersand = unsafe value.firstIndex(of: UInt8(ascii: "&")) {
      unsafe bytes.append(contentsOf: value[...ampersand])
      unsafe value = value[(ampersand + 1)...]
      if unsafe value.starts(with: Self.escapedRest) {
        unsafe value = value.dropFirst(Self.escapedRest.count)
      }
    }
    unsafe bytes.append(contentsOf: value)
  }

  /// Whether the value of an attribute is these bytes, without a copy of it.
  public func attribute(_ index: Int, equals bytes: [UInt8]) -> Bool {
    guard let value = unsafe valueBytes(index), value.count == bytes.count else { return false }
    // An ampersand is not written as itself, see `appendAttribute`.
    return unsafe bytes.withUnsafeBytes { wanted in
      let value = unsafe UnsafeRawBufferPointer(value)
      var offset = 0
      while offset + 8 <= value.count {
        let word = unsafe value.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        if unsafe word != wanted.loadUnaligned(fromByteOffset: offset, as: UInt64.self) { return false }
        if Self.holdsAmpersand(word) { return false }
        offset += 8
      }
      while offset < value.count {
        if unsafe value[offset] != wanted[offset] || value[offset] == UInt8(ascii: "&") { return false }
        offset += 1
      }
      return true
    }
  }

  /// Whether one of eight bytes is an ampersand: a byte that becomes 0 borrows from its highest bit.
  private static func holdsAmpersand(_ word: UInt64) -> Bool {
    let difference = word ^ 0x2626_2626_2626_2626
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080 != 0
  }

  private static let escapedRest = Array("#38;".utf8)

  // SAFETY: `attributeFields` holds `attributeCount` groups of five pointers while the count is not 0.
  private func valueBytes(_ index: Int) -> UnsafeBufferPointer<UInt8>? {
    precondition(index < attributeCount, "no such attribute")
    guard let fields = unsafe attributeFields, let start = unsafe fields[index * 5 + 3],
      let end = unsafe fields[index * 5 + 4]
    else { return nil }
    return unsafe UnsafeBufferPointer(start: start, count: end - start)
  }
}

extension XMLCursor {
  /// Takes over the attributes of an element for the time of the handler's call.
  mutating func setAttributes(_ fields: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int) {
    guard let fields = unsafe fields else { return }
    unsafe attributeFields = fields
    attributeCount = count
    if count > nameCapacity { makeRoom(count) }
    for index in 0..<count {
      guard let local = unsafe fields[index * 5] else { continue }
      unsafe (attributeNames + index).initialize(to: table.id(of: local, fields[index * 5 + 2]))
    }
  }

  private mutating func makeRoom(_ count: Int) {
    unsafe attributeNames.deallocate()
    nameCapacity = max(count, nameCapacity * 2)
    unsafe attributeNames = .allocate(capacity: nameCapacity)
  }

  /// Forgets them before libxml2 does.
  mutating func dropAttributes() {
    attributeCount = 0
    unsafe attributeFields = nil
  }

  /// The number of an element's name.
  mutating func id(of local: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?) -> XMLNameID {
    unsafe table.id(of: local, namespace)
  }
}
