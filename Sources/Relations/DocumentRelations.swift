import Linking
import Mentions
import OntologyModel
import SourceText

/// Reads one document sentence by sentence, carrying context along.
struct DocumentRelations {
  let reader: RelationReader
  let names: DocumentNames
  /// Sees the tokens of every sentence; for traces.
  var observe: ((SentenceTokens) -> Void)?
  private let builder: TokenBuilder
  private var context = ReadingContext()
  private var relations: [Relation] = []
  private var table = TableColumns()
  /// Whether a colon earlier in the sentence opened a list of what a helper did.
  private var isInList = false

  init(reader: RelationReader, names: DocumentNames) {
    self.reader = reader
    self.names = names
    builder = TokenBuilder(names: names, reader: reader)
    context.years = names.document.reading.document.metadata.year.map { $0...$0 }
  }

  mutating func read() -> [Relation] {
    let reading = names.document.reading
    let outer = names.outer
    var next = 0
    for (number, sentence) in reading.sentences.enumerated() {
      while next < outer.count,
        names.spans[outer[next]].lowerBound < sentence.range.lowerBound
      {
        next += 1
      }
      var end = next
      while end < outer.count,
        names.spans[outer[end]].lowerBound < sentence.range.upperBound
      {
        end += 1
      }
      context.enter(section: sentence.section)
      if sentence.kind != .tableRow { table = TableColumns() }
      let mentions = outer[next..<end]
      if sentence.kind == .tableRow {
        readRow(sentence.range, number: number, mentions: mentions)
      } else if !mentions.isEmpty || !context.isEmpty {
        read(sentence, number: number, mentions: mentions)
      }
      next = end
    }
    return withoutIdleFallbacks()
  }

  /// The relations without those that only stand side by side, unless others show that the document is about help.
  private func withoutIdleFallbacks() -> [Relation] {
    let isFallback = Set(reader.rules.lazy.filter(\.isFallback).map(\.id))
    let isAboutHelp = relations.contains {
      $0.type == .assists && !isFallback.contains($0.rule) && $0.certainty >= 0.6
    }
    return isAboutHelp ? relations : relations.filter { !isFallback.contains($0.rule) }
  }

  /// Reads the parts between semicolons one by one; a list under a colon goes on over them.
  private mutating func read(_ sentence: ReadingText.Sentence, number: Int, mentions: ArraySlice<Int>) {
    let scalars = names.document.reading.scalars
    var start = sentence.range.lowerBound
    var rest = mentions
    isInList = false
    for index in sentence.range where scalars[index] == "；" {
      let part = rest.prefix { names.spans[$0].lowerBound < index }
      readPart(start..<index + 1, kind: sentence.kind, number: number, mentions: part)
      rest = rest.dropFirst(part.count)
      start = index + 1
    }
    if start < sentence.range.upperBound {
      readPart(start..<sentence.range.upperBound, kind: sentence.kind, number: number, mentions: rest)
    }
  }

  private mutating func readPart(
    _ range: Range<Int>, kind: Document.Block.Kind, number: Int, mentions: ArraySlice<Int>
  ) {
    var tokens = builder.tokens(of: range, number: number, mentions: mentions, context: &context)
    tokens.isListLine = kind == .listItem
    observe?(tokens)
    if let years = Years.stated(in: range, of: names.document.reading.scalars) {
      context.years = years
    }
    let isHeading = kind == .title || kind == .heading
    var reader = SentenceReader(
      reader: reader, names: names, tokens: tokens, context: context, number: number, isInList: isInList)
    var found = reader.read()
    if isHeading {
      // A sentence of the text shows more than a headline does.
      for index in found.indices { found[index].certainty *= 0.9 }
    }
    isInList = isInList || reader.opensList
    // Kept apart from the reader, whose copy of the context would make the next change copy it all.
    let topics = reader.topics
    relations += found
    if isHeading {
      context.note(headingGroups: tokens.groups, isTitle: kind == .title, sentence: number)
      return
    }
    for role in [Role.helper, .recipient, .programme] {
      if let topic = topics[role] {
        context.setTopic(role, topic, sentence: number)
      } else {
        let groups = tokens.groups.filter { $0.role == role && $0.standsForItself }
        if let group = role == .helper ? groups.first : groups.last {
          context.setTopic(role, group.members.map(\.entity), sentence: number)
        }
      }
    }
  }

  private mutating func readRow(_ range: Range<Int>, number: Int, mentions: ArraySlice<Int>) {
    let found = table.read(
      range, mentions: mentions, names: names, reader: reader, builder: builder, context: &context,
      number: number)
    relations += found
  }
}
