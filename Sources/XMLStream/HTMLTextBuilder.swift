/// Gathers the text of a page from its tags and characters.
final class HTMLTextBuilder {
  /// A table row in the making.
  private struct Row {
    /// The blocks of each cell.
    var cells: [[HTMLText.Block]] = []
    /// It holds headings, lists or tables: a table used for layout, whose cells are read one by one.
    var isLayout = false
  }

  /// Longer cells hold an article, not a datum.
  private static let cellLimit = 400
  private static let noBreakSpace: [UInt8] = [0xC2, 0xA0]

  private var title: [UInt8] = []
  private var blocks: [HTMLText.Block] = []
  private var rows: [Row] = []
  private var text: [UInt8] = []
  /// White space seen since the last character, and whether it held a line break.
  private var gap: (isOpen: Bool, hasBreak: Bool) = (false, false)
  private var headingLevel = 0
  private var itemDepth = 0
  private var droppedDepth = 0
  private var titleDepth = 0

  func start(_ name: String) {
    switch HTMLElement(name) {
    case .dropped: droppedDepth += 1
    case .title: titleDepth += 1
    case .inline: break
    case .lineBreak, .block: endBlock()
    case .heading(let level):
      endBlock()
      headingLevel = level
      markLayout()
    case .listItem:
      endBlock()
      itemDepth += 1
      markLayout()
    case .row:
      endBlock()
      markLayout()
      rows.append(Row())
    case .cell:
      endBlock()
      if !rows.isEmpty { rows[rows.count - 1].cells.append([]) }
    }
  }

  func end(_ name: String) {
    switch HTMLElement(name) {
    case .dropped: droppedDepth = max(0, droppedDepth - 1)
    case .title: titleDepth = max(0, titleDepth - 1)
    case .inline, .lineBreak: break
    case .block, .cell: endBlock()
    case .heading:
      endBlock()
      headingLevel = 0
    case .listItem:
      endBlock()
      itemDepth = max(0, itemDepth - 1)
    case .row:
      endBlock()
      endRow()
    }
  }

  /// Takes text in UTF-8, in pieces cut between characters.
  func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard droppedDepth == 0 else { return }
    var index = 0
    while index < bytes.count {
      let start = index
      while index < bytes.count, unsafe Self.isInk(bytes[index]) { index += 1 }
      if index > start { unsafe append(bytes[start..<index]) }
      guard index < bytes.count else { return }
      let byte = unsafe bytes[index]
      if byte == 0xC2 {
        let isSpace = unsafe bytes[index...].starts(with: Self.noBreakSpace)
        let end = min(index + 2, bytes.count)
        if isSpace { gap.isOpen = true } else { unsafe append(bytes[index..<end]) }
        index = end
      } else {
        gap = (true, gap.hasBreak || byte == 0x0A || byte == 0x0D)
        index += 1
      }
    }
  }

  /// Neither white space nor the first byte of a no-break space.
  private static func isInk(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0C, 0x0D, 0xC2: false
    default: true
    }
  }

  private func append(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    if gap.isOpen, let first = unsafe bytes.first { closeGap(before: first) }
    if titleDepth > 0 {
      unsafe title.append(contentsOf: bytes)
    } else {
      unsafe text.append(contentsOf: bytes)
    }
  }

  /// The title and the blocks, when all is read.
  func finish() -> (title: String?, blocks: [HTMLText.Block]) {
    endBlock()
    while !rows.isEmpty { endRow() }
    return (title.isEmpty ? nil : String(decoding: title, as: UTF8.self), blocks)
  }

  /// Folds white space into one space; a line break between two wide characters is none at all.
  private func closeGap(before byte: UInt8) {
    let last = titleDepth > 0 ? title.last : text.last
    let isBetweenWide = gap.hasBreak && byte >= 0xE3 && (last ?? 0) >= 0x80
    gap = (false, false)
    guard last != nil, !isBetweenWide else { return }
    if titleDepth > 0 { title.append(0x20) } else { text.append(0x20) }
  }

  private func endBlock() {
    gap = (false, false)
    guard !text.isEmpty else { return }
    let kind: HTMLText.Block.Kind =
      headingLevel > 0 ? .heading(level: headingLevel) : itemDepth > 0 ? .listItem : .paragraph
    emit(HTMLText.Block(kind, String(decoding: text, as: UTF8.self)))
    text.removeAll(keepingCapacity: true)
  }

  private func emit(_ block: HTMLText.Block) {
    guard let row = rows.indices.last, let cell = rows[row].cells.indices.last else {
      blocks.append(block)
      return
    }
    rows[row].cells[cell].append(block)
  }

  /// The rows around hold more than data.
  private func markLayout() {
    if let row = rows.indices.last { rows[row].isLayout = true }
  }

  private func endRow() {
    guard let row = rows.popLast() else { return }
    let isData =
      !row.isLayout && row.cells.count > 1
      && row.cells.allSatisfy { cell in cell.reduce(0) { $0 + $1.text.unicodeScalars.count } <= Self.cellLimit
      }
    if isData {
      let cells = row.cells.map { cell in cell.map(\.text).joined(separator: " ") }
      if cells.contains(where: { !$0.isEmpty }) {
        emit(HTMLText.Block(.tableRow, cells.joined(separator: "\t")))
      }
    } else {
      for block in row.cells.joined() { emit(block) }
    }
  }
}
