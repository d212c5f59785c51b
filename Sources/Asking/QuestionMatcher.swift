/// Tries one pattern on a question; every scalar has to be explained.
struct QuestionMatcher {
  /// What has been read so far.
  struct State {
    var helper: [Phrase] = []
    var recipient: [Phrase] = []
    var programme: [Phrase] = []
    var fields: [String] = []
    var years: ClosedRange<Int>?
    var excluded: [Phrase.Name] = []
    /// The place that 援滇 and the like name.
    var helpTo: String?
    var isCount = false
    var hasLatinWord = false
    var hasHanWord = false
    var cost = 0
  }

  let lattice: QuestionLattice
  var reader: PhraseReader
  private var results: [State] = []
  /// Steps that may still be tried, so that no question takes long.
  private var budget = 60_000

  init(_ lattice: QuestionLattice, _ reader: PhraseReader) {
    self.lattice = lattice
    self.reader = reader
  }

  /// All readings by a pattern. The budget is that of one call.
  mutating func readings(_ pattern: QuestionPattern) -> [State] {
    results = []
    budget = 60_000
    match(pattern.elements[...], at: 0, State())
    return results
  }

  private mutating func match(
    _ elements: ArraySlice<QuestionPattern.Element>, at position: Int, _ state: State
  ) {
    budget -= 1
    if budget < 0 { return }
    let start = lattice.skip(position)
    guard let element = elements.first else {
      if start == lattice.scalars.count { results.append(state) }
      matchFloating(elements, at: start, state)
      return
    }
    let rest = elements.dropFirst()
    switch element {
    case .optional(let inner):
      match(rest, at: start, state)
      match(inner[...] + rest, at: start, state)
      return
    case .word(let classes):
      for token in lattice.tokens[start] {
        guard case .word(let name, let value) = token.content, classes.contains(name) else { continue }
        var next = state
        note(start, &next)
        next.cost += token.cost
        if name == "many" { next.isCount = true }
        if name == "help-to" { next.helpTo = value }
        match(rest, at: token.end, next)
      }
    case .named(let role, let isWithin):
      for var phrase in reader.phrases(at: start) where !phrase.isAsked && fits(phrase, role) {
        if isWithin { phrase.isWithin = true }
        match(rest, at: phrase.end, adding(phrase, as: role, to: state, from: start))
      }
    case .kind(let role):
      for phrase in reader.phrases(at: start)
      where !phrase.isAsked && phrase.names.isEmpty && fits(phrase, role) {
        match(rest, at: phrase.end, adding(phrase, as: role, to: state, from: start))
      }
    case .asked(let role, let onlyWho):
      for phrase in reader.phrases(at: start) where phrase.isAsked && fits(phrase, role) {
        if onlyWho && !phrase.isWho { continue }
        match(rest, at: phrase.end, adding(phrase, as: role, to: state, from: start))
      }
    }
    matchFloating(elements, at: start, state)
  }

  /// Years, fields, exceptions and fillers, which may stand anywhere.
  private mutating func matchFloating(
    _ elements: ArraySlice<QuestionPattern.Element>, at start: Int, _ state: State
  ) {
    guard start < lattice.scalars.count else { return }
    for token in lattice.tokens[start] {
      switch token.content {
      case .word("filler", _):
        var next = state
        note(start, &next)
        next.cost += token.cost
        match(elements, at: token.end, next)
      case .years(let years) where state.years == nil:
        var next = state
        next.years = years
        next.cost += token.cost
        match(elements, at: token.end, next)
      case .word("field", let field):
        readField(field, token.end, state, elements, from: start, cost: token.cost)
      case .word(let name, _) where ["at", "to", "of", "en-of"].contains(name):
        for inner in lattice.tokens[lattice.skip(token.end)] {
          if case .word("field", let field) = inner.content {
            readField(field, inner.end, state, elements, from: start, cost: token.cost + inner.cost)
          }
          // in the field of education
          guard case .word("filler", _) = inner.content else { continue }
          for aspect in lattice.tokens[lattice.skip(inner.end)] {
            guard case .word("aspect", _) = aspect.content else { continue }
            for last in lattice.tokens[lattice.skip(aspect.end)] {
              if case .word("field", let field) = last.content {
                readField(field, last.end, state, elements, from: start, cost: token.cost + 30)
              }
            }
          }
        }
      case .word("except", _) where state.excluded.isEmpty:
        for phrase in reader.phrases(at: token.end) where !phrase.isAsked && !phrase.names.isEmpty {
          var next = state
          note(start, &next)
          next.excluded = phrase.names
          next.cost += token.cost + phrase.cost
          match(elements, at: phrase.end, next)
          for end in lattice.tokens[lattice.skip(phrase.end)] {
            guard case .word("except-end", _) = end.content else { continue }
            next.cost += end.cost
            match(elements, at: end.end, next)
          }
        }
      default: break
      }
    }
  }

  private mutating func readField(
    _ field: String, _ end: Int, _ state: State, _ elements: ArraySlice<QuestionPattern.Element>,
    from start: Int, cost: Int
  ) {
    var next = state
    note(start, &next)
    if !next.fields.contains(field) { next.fields.append(field) }
    next.cost += cost
    match(elements, at: end, next)
    for token in lattice.tokens[lattice.skip(end)] {
      switch token.content {
      case .word("aspect", _):
        var longer = next
        longer.cost += token.cost
        match(elements, at: token.end, longer)
      case .word("and", _):
        for other in lattice.tokens[lattice.skip(token.end)] {
          guard case .word("field", let second) = other.content, !next.fields.contains(second) else {
            continue
          }
          readField(second, other.end, next, elements, from: start, cost: token.cost + other.cost)
        }
      default: break
      }
    }
  }

  private func fits(_ phrase: Phrase, _ role: QuestionPattern.Role) -> Bool {
    switch role {
    case .programme:
      if phrase.isWho { return false }
      if !phrase.names.isEmpty {
        return phrase.names.allSatisfy { name in
          name.candidates.isEmpty || name.candidates.contains { $0.type == "Programme" }
        }
      }
      return phrase.kinds.allSatisfy(\.isProgramme)
    case .helper, .recipient:
      if phrase.kinds.contains(where: \.isProgramme) { return false }
      return phrase.names.allSatisfy { name in
        name.candidates.isEmpty || name.candidates.contains { $0.type != "Programme" }
      }
    case .first, .second: return true
    }
  }

  private func adding(_ phrase: Phrase, as role: QuestionPattern.Role, to state: State, from start: Int)
    -> State
  {
    var next = state
    next.cost += phrase.cost
    if phrase.isCount { next.isCount = true }
    if phrase.isAsked || !phrase.kinds.isEmpty { note(start, &next) }
    switch role {
    case .helper, .first: next.helper.append(phrase)
    case .recipient, .second: next.recipient.append(phrase)
    case .programme: next.programme.append(phrase)
    }
    return next
  }

  /// Notes the script of a word, which tells the language of the question.
  private func note(_ position: Int, _ state: inout State) {
    let scalar = lattice.scalars[position]
    if TypedText.isHan(scalar) {
      state.hasHanWord = true
    } else if TypedText.isLatin(scalar) {
      state.hasLatinWord = true
    }
  }
}
