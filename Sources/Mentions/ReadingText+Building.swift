import OntologyModel
import SourceText

extension ReadingText {
  /// Reads a document: folds its characters, joins broken lines, cuts sentences. O(scalars).
  public init(document: Document, ontology: Ontology) {
    let text = document.scalars
    let folding = CharacterFolding(text: text, ontology: ontology)
    var scalars: [Unicode.Scalar] = []
    var origins: [Int32] = []
    var sentences: [Sentence] = []
    scalars.reserveCapacity(text.count)
    origins.reserveCapacity(text.count)
    for (number, block) in document.blocks.enumerated() {
      // Spaces part the clauses of headings and the cells of lists; inside running text they are strays.
      let keepsSpaces = block.kind != .paragraph && !text[block.range].contains { $0 == "，" || $0 == "。" }
      var start = scalars.count
      var opensQuote = false
      func close() {
        guard scalars.count > start else { return }
        sentences.append(
          Sentence(
            range: start..<scalars.count, block: number, kind: block.kind, section: block.section))
        start = scalars.count
      }
      // Where nothing else parts the cells of a row, wide spaces do.
      let spacesPart = block.kind == .tableRow && !text[block.range].contains(where: ScalarClass.partsCells)
      var index = block.range.lowerBound
      while index < block.range.upperBound {
        let scalar = text[index]
        if ScalarClass.isSpace(scalar) {
          let first = index
          var breaksLine = false
          var isWide = false
          while index < block.range.upperBound, ScalarClass.isSpace(text[index]) {
            breaksLine = breaksLine || text[index] == "\n"
            isWide = isWide || text[index] == "\u{3000}"
            index += 1
          }
          guard index < block.range.upperBound, let last = scalars.last, scalars.count > start else {
            continue
          }
          if block.kind == .tableRow && text[first..<index].contains("\t") || isWide && spacesPart {
            scalars.append("\t")
            origins.append(Int32(first))
          } else if (last.isASCII && ScalarClass.isLatin(last) && ScalarClass.isLatin(text[index]))
            || ((keepsSpaces || isWide) && !breaksLine)
          {
            scalars.append(" ")
            origins.append(Int32(first))
          }
          continue
        }
        scalars.append(folding.fold(text, at: index, opensQuote: &opensQuote))
        origins.append(Int32(index))
        index += 1
        if let last = scalars.last, ScalarClass.endsSentence(last) {
          while index < block.range.upperBound {
            let next = folding.fold(text, at: index, opensQuote: &opensQuote)
            guard ScalarClass.closes(next) || ScalarClass.endsSentence(next) else {
              if text[index] == "\"" { opensQuote.toggle() }
              break
            }
            scalars.append(next)
            origins.append(Int32(index))
            index += 1
          }
          close()
        }
      }
      close()
    }
    self.init(document: document, scalars: scalars, origins: origins, sentences: sentences)
  }
}
