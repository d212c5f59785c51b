import Linking
import Mentions
import OntologyModel

/// Turns a sentence into tokens: names joined into groups, words that rules look at, clause borders.
struct TokenBuilder {
  let names: DocumentNames
  let lexicon: CueLexicon
  let classes: KnownClasses

  let words: WordTables
  let scalars: [Unicode.Scalar]

  init(names: DocumentNames, reader: RelationReader) {
    self.names = names
    scalars = names.document.reading.scalars
    lexicon = reader.lexicon
    classes = reader.classes
    words = reader.words
  }

  /// Reads one sentence. `mentions` are the positions of the outer mentions inside it, in order. O(length).
  func tokens(
    of range: Range<Int>, number: Int, mentions: ArraySlice<Int>, context: inout ReadingContext
  ) -> SentenceTokens {
    var result = SentenceTokens(range: range)
    var units: [NameUnit] = []
    var found: [(range: Range<Int>, word: Int)] = []
    var borders: [(range: Range<Int>, content: Token.Content)] = []
    var index = range.lowerBound
    var next = mentions.startIndex
    var skipUntil = range.lowerBound
    let present = sides(of: mentions, context: context)
    func add(_ unit: NameUnit) {
      units.append(unit)
      guard let role = unit.role else { return }
      for member in unit.members {
        // The county of a hospital or a town is what 县里 may mean next.
        let isBody = !names.document.entities[member.entity].type.isPlace
        let place =
          isBody
          ? names.homes[member.entity].flatMap { names.entityOfPlace[$0] } : names.county(of: member.entity)
        if let place { context.see(impliedPlace: place, role: role, sentence: number) }
      }
      context.see(
        group: NameGroup(members: unit.members, role: role, range: unit.range), sentence: number)
    }
    while index < range.upperBound {
      if next < mentions.endIndex {
        let mention = names.document.mentions[mentions[next]]
        let span = names.spans[mentions[next]]
        if span.lowerBound < index {
          next += 1
          continue
        }
        if span.lowerBound == index {
          next += 1
          if index >= skipUntil, let unit = unit(mention, at: mentions[next - 1], in: range, context: context)
          {
            add(unit)
          }
          index = span.upperBound
          continue
        }
      }
      let stop =
        next < mentions.endIndex
        ? min(range.upperBound, names.spans[mentions[next]].lowerBound) : range.upperBound
      let scalar = scalars[index]
      switch scalar {
      case "，", "；", "。", "！", "？", "…", "\n", "\t", "|", "｜", "●", "■", "◆":
        if index >= skipUntil { borders.append((index..<index + 1, .border)) }
        index += 1
        continue
      case "：":
        borders.append((index..<index + 1, .colon))
        index += 1
        continue
      case "—", "－", "–":
        let start = index
        while index < range.upperBound, scalars[index] == scalar { index += 1 }
        if start >= skipUntil { borders.append((start..<index, .dash)) }
        continue
      case "（":
        // A bracket with nothing but a name or a number explains the word before it.
        if let close = closing(of: index, in: range), isAside(index + 1..<close) {
          if index >= skipUntil, pairs(index..<close + 1, with: mentions, next: next) {
            borders.append((index..<index + 1, .bracket))
          } else {
            skipUntil = close + 1
          }
        } else if index >= skipUntil {
          borders.append((index..<index + 1, .border))
        }
        index += 1
        continue
      case "）":
        if index >= skipUntil { borders.append((index..<index + 1, .border)) }
        index += 1
        continue
      default: break
      }
      if index >= skipUntil, let match = lexicon.trie.longestMatch(in: scalars, at: index, until: stop) {
        let word = Int(match.value)
        let span = index..<index + match.length
        if let anaphor = lexicon.words[word].anaphor,
          let unit = resolve(
            anaphor, at: span, in: range, context: context, sentence: number, present: present,
            before: anaphor.count > 1 ? join(units, in: range, context: &context) : [])
        {
          add(unit)
          if anaphor.isSelf, unit.members.count == 1, scalars[span.lowerBound] != "全" {
            context.hear(unit.members[0].entity)
          }
        } else if !lexicon.words[word].isShield,
          lexicon.words[word].anaphor == nil || !lexicon.words[word].classes.isEmpty
        {
          found.append((span, word))
        }
        index = span.upperBound
        continue
      }
      index += 1
    }
    var groups = join(units, in: range, context: &context)
    for group in groups where group.members.count > 1 { context.see(list: group, sentence: number) }
    dropSettings(&groups, in: range)
    assemble(&result, groups: groups, words: found, borders: borders)
    return result
  }

  private func closing(of open: Int, in range: Range<Int>) -> Int? {
    var index = open + 1
    while index < min(range.upperBound, open + 40) {
      if scalars[index] == "）" { return index }
      index += 1
    }
    return nil
  }

  private func isAside(_ range: Range<Int>) -> Bool { !holdsAct(range) }

  /// Whether a bracket right behind a name holds nothing but names of the other side: 青石县（白云区）.
  private func pairs(_ bracket: Range<Int>, with mentions: ArraySlice<Int>, next: Int) -> Bool {
    guard next > mentions.startIndex, next < mentions.endIndex,
      names.spans[mentions[next - 1]].upperBound == bracket.lowerBound,
      names.spans[mentions[next]].lowerBound == bracket.lowerBound + 1
    else { return false }
    let inside = mentions[next...].prefix { names.spans[$0].upperBound < bracket.upperBound }
    let named = inside.map { names.spans[$0].count }.reduce(0, +)
    guard bracket.count - 2 - named < inside.count else { return false }
    let role = names.roles[names.document.mentions[mentions[next - 1]].entity]
    return inside.allSatisfy {
      let other = names.roles[names.document.mentions[$0].entity]
      return other != role && other != .programme && role != .programme
    }
  }

  // MARK: - Assembly

  private func assemble(
    _ result: inout SentenceTokens, groups: [NameGroup], words: [(range: Range<Int>, word: Int)],
    borders: [(range: Range<Int>, content: Token.Content)]
  ) {
    // Borders and words inside a list belong to it.
    func isInside(_ at: Int) -> Bool {
      groups.contains { $0.range.lowerBound <= at && at < $0.range.upperBound }
    }
    var parts: [(at: Int, end: Int, content: Token.Content)] = []
    for (index, group) in groups.enumerated() {
      parts.append((group.range.lowerBound, group.range.upperBound, .name(group: index, role: group.role)))
    }
    for word in words where !isInside(word.range.lowerBound) {
      parts.append((word.range.lowerBound, word.range.upperBound, .word(word.word)))
      result.classes.formUnion(lexicon.words[word.word].classes)
    }
    for border in borders where !isInside(border.range.lowerBound) {
      parts.append((border.range.lowerBound, border.range.upperBound, border.content))
    }
    parts.sort { $0.at < $1.at }
    var clause = 0
    var clauseStart = result.range.lowerBound
    for part in parts {
      let isBorder: Bool
      switch part.content {
      case .border, .colon, .dash, .bracket: isBorder = true
      case .name, .word: isBorder = false
      }
      result.tokens.append(Token(content: part.content, range: part.at..<part.end, clause: clause))
      if isBorder {
        result.clauses.append(clauseStart..<part.at)
        clauseStart = part.end
        clause += 1
      }
    }
    result.clauses.append(clauseStart..<max(clauseStart, result.range.upperBound))
    result.groups = groups
    result.present = RoleSet(groups.lazy.filter { !$0.isCompound }.map(\.role))
    markCompanions(&result)
    markAttributes(&result)
  }

  /// Marks helpers that only say whose the recipients are: 把经验推广到上海对口的四县.
  private func markAttributes(_ result: inout SentenceTokens) {
    let tokens = result.tokens
    for index in tokens.indices.dropFirst() {
      guard case .name(let group, .helper) = tokens[index].content,
        case .word(let before) = tokens[index - 1].content,
        lexicon.words[before].classes.intersects(classes.preposition)
          || lexicon.words[before].classes.intersects(classes.act),
        tokens[index - 1].range.upperBound == tokens[index].range.lowerBound
      else { continue }
      // 上海援疆对口 …: words of pairing without a gap, then the recipients.
      var at = index + 1
      var pairs = false
      while at < tokens.count, case .word(let word) = tokens[at].content,
        tokens[at].range.lowerBound - tokens[at - 1].range.upperBound <= 1
      {
        pairs = pairs || lexicon.words[word].classes.intersects(classes.pair)
        at += 1
      }
      guard pairs, at < tokens.count, case .name(_, .recipient) = tokens[at].content,
        tokens[at].range.lowerBound - tokens[at - 1].range.upperBound <= 1
      else { continue }
      result.groups[group].isAttribute = true
    }
  }

  /// Marks helpers that follow 与 or 同 where the clause names nobody before them.
  private func markCompanions(_ result: inout SentenceTokens) {
    for index in result.tokens.indices.dropFirst() {
      guard case .name(let group, .helper) = result.tokens[index].content,
        case .word(let word) = result.tokens[index - 1].content,
        lexicon.words[word].classes.intersects(classes.with),
        result.tokens[index - 1].range.upperBound == result.tokens[index].range.lowerBound
      else { continue }
      let clause = result.tokens[index].clause
      let hasName = result.tokens[..<index].contains { token in
        if case .name = token.content { return token.clause == clause }
        return false
      }
      if !hasName { result.groups[group].isCompanion = true }
    }
  }
}
