internal import CLibXML2

/// Numbers for names, found by the addresses under which libxml2's dictionary interned them.
///
/// A table serves one parser: the parser keeps its dictionary until it is freed, so an address stands for
/// one name as long as the table is used.
struct XMLNameTable {
  /// A pair of addresses and its number; a local address of 0 marks a free slot.
  private struct Slot {
    var local: UInt = 0
    var namespace: UInt = 0
    var number = 0
  }

  /// The names by number.
  private(set) var names: [XMLName]
  private var numbers: [XMLName: Int] = [:]
  /// Open addressing, a power of two long and at most half full.
  private var slots = [Slot](repeating: Slot(), count: 256)
  private var usedSlots = 0

  init(_ names: [XMLName]) {
    self.names = names
    for (number, name) in names.enumerated() where numbers[name] == nil { numbers[name] = number }
  }

  mutating func id(of local: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?) -> XMLNameID {
    let localAddress = UInt(bitPattern: local)
    let namespaceAddress = UInt(bitPattern: namespace)
    var index = slotIndex(localAddress, namespaceAddress)
    while slots[index].local != 0 {
      if slots[index].local == localAddress, slots[index].namespace == namespaceAddress {
        return XMLNameID(slots[index].number)
      }
      index = (index + 1) & (slots.count - 1)
    }
    var address: String?
    if let namespace = unsafe namespace { address = unsafe String(cString: namespace) }
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

  private mutating func insert(_ slot: Slot) {
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
