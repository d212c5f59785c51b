public import GraphStore
public import OntologyModel
public import SourceText

/// Reads questions in Chinese and English over the names of a graph.
///
/// Words and sentence patterns are data (`question-words.tsv`, `question-patterns.tsv`); a question counts as
/// understood only when one pattern explains every word of it. Where equally good readings differ, none is
/// taken: a question is never answered in a direction that it may not have.
public struct QuestionParser: Sendable {
  /// The names.
  public let resolver: NameResolver
  /// Narrows names that may mean several things.
  public var constraint = NameConstraint()
  let words: QuestionWords
  let patterns: [QuestionPattern]
  private let ontology: Ontology

  /// Makes a parser.
  ///
  /// - Throws: When the ontology has no tables of questions, or bad ones.
  public init(graph: Graph, ontology: Ontology) throws(Diagnostics) {
    guard let words = ontology.tables[QuestionWords.tableName],
      let patterns = ontology.tables[QuestionPattern.tableName]
    else {
      throw Diagnostics([
        Diagnostic(
          .error, id: "questions.missing-table",
          message:
            "the ontology has no rules/\(QuestionWords.tableName).tsv or rules/\(QuestionPattern.tableName).tsv"
        )
      ])
    }
    self.ontology = ontology
    resolver = NameResolver(graph: graph, ontology: ontology)
    self.words = try QuestionWords(words, fields: ontology.fields)
    self.patterns = try QuestionPattern.read(patterns, classes: self.words.classes)
  }

  /// Sentences that the patterns have to read, with what they ask; for tests of the tables.
  public var examples: [(sentence: String, kind: Question.Kind, line: Int)] {
    patterns.map { ($0.example, $0.kind, $0.line) }
  }

  /// Reads a question. Cost grows with the length of the question; a few milliseconds for one line.
  public func parse(_ text: String) -> QuestionReading {
    let language = Self.language(of: text)
    // Nobody asks at such length; reading a part of it would be guessing.
    guard text.unicodeScalars.count <= 300 else {
      return .notUnderstood([String(text.prefix(20)) + "…"], language: language)
    }
    let lattice = QuestionLattice(text, resolver, words)
    var matcher = QuestionMatcher(lattice, PhraseReader(lattice, words))
    var best: [(kind: Question.Kind, state: QuestionMatcher.State)] = []
    var least = Int.max
    for pattern in patterns {
      for state in matcher.readings(pattern) where state.cost <= least {
        if pattern.flags.contains("receiver"), onlyGives(state.recipient) { continue }
        if state.cost < least { best = [] }
        least = state.cost
        best.append((pattern.kind, state))
      }
    }
    guard !best.isEmpty else { return .notUnderstood(lattice.unexplained(), language: language) }
    var readings: [QuestionReading] = []
    var forms: Set<String> = []
    for candidate in best {
      let reading = decide(candidate.kind, candidate.state, lattice, language)
      if case .understood(let question) = reading {
        if forms.insert(question.canonical).inserted { readings.append(reading) }
      } else {
        return reading
      }
    }
    return readings.count == 1 ? readings[0] : .notUnderstood([text], language: language)
  }

  private func decide(
    _ kind: Question.Kind, _ state: QuestionMatcher.State, _ lattice: QuestionLattice,
    _ language: Question.Language
  ) -> QuestionReading {
    var question = Question(kind: kind)
    question.language = language
    question.fields = state.fields
    question.years = state.years
    question.isCount = state.isCount
    var failure: QuestionReading?

    func decide(_ name: Phrase.Name, _ isWanted: (NameCandidate) -> Bool) -> NameCandidate? {
      let text = NameResolver.trimmed(Array(lattice.scalars[name.range]))
      let surface = TypedText.string(text)
      var candidates = name.candidates.filter(isWanted)
      let narrowed = candidates.filter { resolver.fits($0, constraint) }
      if candidates.count > 1, !narrowed.isEmpty { candidates = narrowed }
      if candidates.count > 1 {
        let held = candidates.filter { $0.node != nil || resolver.holdsWithin($0) }
        if !held.isEmpty { candidates = held }
      }
      if candidates.count > 1 {
        failure = failure ?? .ambiguous(name: surface, candidates, language: language)
        return nil
      }
      guard let only = candidates.first, only.node != nil || resolver.holdsWithin(only) else {
        failure =
          failure
          ?? .unknownName(
            surface, resolver.suggestions(for: surface, elsewhere: candidates), language: language)
        return nil
      }
      return only
    }
    func party(_ phrases: [Phrase], _ isWanted: (NameCandidate) -> Bool) -> Party {
      var party = Party()
      for phrase in phrases {
        for name in phrase.names {
          if let candidate = decide(name, isWanted), !party.names.contains(candidate) {
            party.names.append(candidate)
          }
        }
        for region in phrase.regions {
          if let candidate = decide(region, { _ in true }) { party.regions.append(candidate) }
        }
        for kind in phrase.kinds where !party.kinds.contains(kind) { party.kinds.append(kind) }
        if phrase.isAsked { party.isAsked = true }
        if phrase.isWithin { party.isWithin = true }
      }
      return party
    }

    let isEither = kind == .relation || kind == .partners || kind == .programmes
    question.helper = party(state.helper) { isEither || $0.type != "Programme" }
    question.recipient = party(state.recipient) { isEither || $0.type != "Programme" }
    question.programme = party(state.programme) { $0.type == "Programme" }
    question.excluded = state.excluded.compactMap { decide($0) { _ in true } }
    if let code = state.helpTo, let place = resolver.candidates(for: code).first ?? place(code) {
      question.recipient.names = [place]
      question.recipient.isWithin = true
    }
    // “得到哪些帮扶” names no asked side; the answer is on the other one all the same.
    switch kind {
    case .helpers, .participants, .runners: question.helper.isAsked = true
    case .recipients, .beneficiaries: question.recipient.isAsked = true
    case .programmes, .programmesBy, .programmesFor: question.programme.isAsked = true
    default: break
    }
    return failure ?? .understood(question)
  }

  private func place(_ code: String) -> NameCandidate? {
    ontology.place(code: code).map { index in
      let place = ontology.places[index]
      return NameCandidate(
        entityID: place.entityID, label: place.name, name: ontology.fullName(of: index),
        type: place.type.rawValue, node: nil, way: .code)
    }
  }

  /// Whether all that is named lies in provinces that give help only.
  private func onlyGives(_ phrases: [Phrase]) -> Bool {
    let candidates = phrases.flatMap { $0.names.flatMap(\.candidates) }
    return candidates.contains { candidate in
      guard
        let code = PlaceID.province(of: candidate.entityID)
          ?? candidate.node.flatMap({ resolver.graph.province(of: $0) }),
        let place = ontology.place(code: code)
      else { return false }
      return ontology.tier(of: place) == 0
    }
  }

  private static func language(of text: String) -> Question.Language {
    // A Chinese name in an English sentence leaves it English.
    let latin = text.split { !$0.isASCII || !$0.isLetter }.map { $0.lowercased() }
    let english = [
      "who", "whom", "which", "what", "how", "does", "do", "is", "are", "list", "the", "help", "helps", "of",
    ]
    return latin.contains { english.contains($0) } ? .english : .chinese
  }
}
