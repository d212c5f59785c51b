internal import CLibXML2
import SourceText

/// Where an `XMLReader` stands: position, names, and the attributes of the element that starts.
///
/// A cursor belongs to one reading and is of use only inside the calls of its handler.
@safe
public final class XMLCursor {
  /// One attribute of the current element; the range lies in `values`.
  private struct Attribute {
    var name: XMLNameID
    var range: Range<Int>
  }

  /// Address of an interned name and of an interned namespace, with the number of the pair; a local
  /// address of 0 marks a free slot.
  private struct Slot {
    var local: UInt = 0
    var namespace: UInt = 0
    var number = 0
  }

  /// Number of open elements, the current one included.
  public internal(set) var depth = 0
  /// Set while the parser runs.
  var parser: xmlParserCtxtPtr?

  private var names: [XMLName]
  private var numbers: [XMLName: Int] = [:]
  /// Open addressing, a power of two long and at most half full.
  private var slots = [Slot](repeating: Slot(), count: 256)
  private var usedSlots = 0
  private var attributes: [Attribute] = []
  private var values: [UInt8] = []

  init(names: [XMLName]) {
    self.names = names
    for (number, name) in names.enumerated() where numbers[name] == nil { numbers[name] = number }
  }

  /// Where the parser stands: at the end of a tag, or behind a piece of text.
  public var position: SourcePosition {
    guard let input = unsafe parser?.pointee.input else { return SourcePosition(line: 1, column: 1) }
    return unsafe SourcePosition(line: Int(input.pointee.line), column: Int(input.pointee.col))
  }

  /// The name behind a number.
  public func name(_ id: XMLNameID) -> XMLName { names[id.number] }

  /// Number of attributes of the element that starts, namespace declarations not counted.
  public var attributeCount: Int { attributes.count }

  /// The name of an attribute, counted from 0 in the order of the file.
  public func attributeName(_ index: Int) -> XMLNameID { attributes[index].name }

  /// The value of an attribute in UTF-8, references resolved.
  public func attributeBytes(_ index: Int) -> ArraySlice<UInt8> { values[attributes[index].range] }

  /// The value of an attribute.
  public func attributeValue(_ index: Int) -> String {
    String(decoding: values[attributes[index].range], as: UTF8.self)
  }

  /// The value of the attribute with a name in UTF-8; nil when the element has none.
  public func attributeBytes(_ name: XMLNameID) -> ArraySlice<UInt8>? {
    for attribute in attributes where attribute.name == name { return values[attribute.range] }
    return nil
  }

  /// The value of the attribute with a name; nil when the element has none.
  public func attributeValue(_ name: XMLNameID) -> String? {
    attributeBytes(name).map { String(decoding: $0, as: UTF8.self) }
  }
}

extension XMLCursor {
  /// Takes over the attributes as SAX2 hands them out: five pointers for each.
  // SAFETY: libxml2 keeps the names and values alive during the call, and all is copied.
  func setAttributes(_ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int) {
    attributes.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    guard let pointers = unsafe pointers else { return }
    for index in 0..<count {
      let field = unsafe pointers + index * 5
      guard let local = unsafe field[0], let start = unsafe field[3], let end = unsafe field[4] else {
        continue
      }
      let lower = values.count
      unsafe values.append(contentsOf: UnsafeBufferPointer(start: start, count: end - start))
      unsafe attributes.append(Attribute(name: id(of: local, field[2]), range: lower..<values.count))
    }
  }

  /// The number of a name, from the addresses under which libxml2's dictionary interned it.
  // SAFETY: one parser keeps its dictionary until it is freed, so an address stands for one name.
  func id(of local: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?) -> XMLNameID {
    let localAddress = UInt(bitPattern: local)
    let namespaceAddress = UInt(bitPattern: namespace)
    var index = slotIndex(localAddress, namespaceAddress)
    while slots[index].local != 0 {
      if slots[index].local == localAddress, slots[index].namespace == namespaceAddress {
        return XMLNameID(slots[index].number)
      }
      index = (index + 1) & (slots.count - 1)
    }
    let address: String? =
      if let namespace = unsafe namespace { unsafe String(cString: namespace) } else { nil }
    let name = unsafe XMLName(String(cString: local), in: address)
    let number = numbers[name] ?? names.count
    if number == names.count {
      names.append(name)
      numbers[name] = number
    }
    insert(Slot(local: localAddress, namespace: namespaceAddress, number: number))
    return XMLNameID(number)
  }

  private func slotIndex(_ local: UInt, _ namespace: UInt) -> Int {
    let hash = (local ^ (namespace << 7)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: hash >> 40) & (slots.count - 1)
  }

  private func insert(_ slot: Slot) {
    if usedSlots * 2 >= slots.count {
      let old = slots
      slots = [Slot](repeating: Slot(), count: old.count * 2)
      usedSlots = 0
      for slot in old where slot.local != 0 { insert(slot) }
    }
    var index = slotIndex(slot.local, slot.namespace)
    while slots[index].local != 0 { index = (index + 1) & (slots.count - 1) }
    slots[index] = slot
    usedSlots += 1
  }
}
