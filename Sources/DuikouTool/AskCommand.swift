import ArgumentParser
import Duikou

/// `duikou ask`: a question in words.
struct AskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Answers a question in Chinese or English (提问), with the sentences.",
    discussion: """
      duikou ask "谁帮扶会泽县？"
      duikou ask "上海哪些区在云南做消费帮扶？" --sum 元
      duikou ask "哪些县没有教育帮扶？" --format csv
      duikou ask "Which districts help Yunnan in education?" --down

      It says first how the question was understood: who helps stands before the arrow, who is helped after it. \
      A question counts only when every word of it is understood; else the part that is not is named, with \
      questions that can be answered. The words and sentences stand in the ontology, rules/question-words.tsv \
      and rules/question-patterns.tsv.

      Help to places within (or above) the one asked for is no part of the answer; it is listed apart where \
      there is no other, or with --down.
      """)

  @Argument(help: "The question; quotation marks may be left out.", completion: .entityNames)
  var words: [String]

  @Flag(help: "Also list the help of places and bodies within, apart.")
  var down = false

  @Option(help: ArgumentHelp("The type of a name that is ambiguous: County, 企业 ….", valueName: "type"))
  var type: TypeArgument?

  @OptionGroup var names: NameOptions

  @Option(help: ArgumentHelp("Only what is at least this sure, 0 to 1.", valueName: "c"))
  var minCertainty = 0.5

  @Option(help: ArgumentHelp("At most so many answers.", valueName: "n"))
  var limit: Int?

  @Option(help: "How answers are printed.")
  var format = AnswerFormat.table

  @OptionGroup var sum: SumOptions
  @OptionGroup var graph: GraphOptions

  mutating func validate() throws {
    if !(0...1).contains(minCertainty) { throw ValidationError("--min-certainty must be 0 to 1.") }
    if let limit, limit < 1 { throw ValidationError("--limit must be at least 1.") }
  }

  mutating func run() throws {
    let graph = try graph.read()
    var parser = try QuestionParser(graph: graph, ontology: self.graph.ontology.load())
    if let type { parser.constraint.types = [type.id] }
    if let place = names.place { parser.constraint.places = try EntityChoice.ids(of: place, parser.resolver) }
    switch parser.parse(words.joined(separator: " ")) {
    case .understood(let question):
      var printer = QuestionPrinter(graph: graph, question: question, format: format)
      printer.limit = limit
      printer.minCertainty = minCertainty
      printer.listsWithin = down
      printer.sum = sum
      try printer.print(Answerer(graph: graph, minCertainty: minCertainty).answer(question))
    case .ambiguous(let name, let candidates, let language):
      throw EntityChoice.ambiguous(name, candidates, language)
    case .unknownName(let name, let suggestions, let language):
      throw EntityChoice.unknown(name, suggestions, language)
    case .notUnderstood(let parts, let language):
      throw notUnderstood(parts, graph, language)
    }
  }

  private func notUnderstood(_ parts: [String], _ graph: Graph, _ language: Question.Language) -> Failure {
    let isChinese = language == .chinese
    let list = parts.map { "“\($0)”" }.joined(separator: isChinese ? "、" : ", ")
    var lines: [String] = []
    if parts.isEmpty {
      lines.append(
        isChinese
          ? "没有听懂：每个词都认识，但不认识这种句式 [question.not-understood]"
          : "not understood: every word is known, but not a sentence of this form [question.not-understood]")
    } else {
      lines.append(
        isChinese
          ? "没有听懂：\(list) [question.not-understood]" : "not understood: \(list) [question.not-understood]")
    }
    let samples = SampleQuestions.make(graph, language)
    if !samples.isEmpty {
      lines.append(isChinese ? "可以这样问：" : "it can answer, for instance:")
      lines += samples.map { "  \($0)" }
    }
    return Failure(code: 1, lines: lines)
  }
}
