import SourceText
import XMLStream

extension DocumentReader {
  /// A document of the text that a page shows; offsets count in that text.
  func htmlDocument(_ bytes: [UInt8], _ name: String, _ metadata: Document.Metadata) -> Document {
    let page = HTMLText(parsing: bytes)
    var blocks = page.blocks
    let hasHeading = blocks.contains { if case .heading = $0.kind { true } else { false } }
    if let title = page.title, !hasHeading { blocks.insert(HTMLText.Block(.heading(level: 1), title), at: 0) }

    var scalars: [Unicode.Scalar] = []
    var lines: [TextLine] = []
    for block in blocks {
      // Blocks stand apart like paragraphs, rows and items of one list below each other.
      let isClose = block.kind == .tableRow || block.kind == .listItem
      if !scalars.isEmpty { scalars.append(contentsOf: isClose ? ["\n"] : ["\n", "\n"]) }
      let start = scalars.count
      scalars.append(contentsOf: block.text.unicodeScalars)
      let line = scalars.withUnsafeBufferPointer {
        TextLine($0, start..<$0.count, followsBlank: !isClose)
      }
      guard var line else { continue }
      switch block.kind {
      case .heading: line.markup = .block(.heading)
      case .listItem: line.markup = .block(.listItem)
      case .tableRow: line.markup = .block(.tableRow)
      case .paragraph: break
      }
      lines.append(line)
    }
    return Document(
      id: Self.stem(of: name), file: Self.file(name),
      metadata: metadata.filled(from: Document.Metadata(title: page.title)), scalars: scalars,
      blocks: OutlineBuilder().blocks(of: lines))
  }
}
