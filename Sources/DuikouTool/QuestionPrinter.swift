import Duikou

/// Prints how a question was understood, and its answer.
struct QuestionPrinter {
  let graph: Graph
  let question: Question
  let format: AnswerFormat
  var limit: Int?
  var minCertainty = 0.5
  var listsWithin = false
  var sum = SumOptions()

  private var isChinese: Bool { question.language == .chinese }

  private func words(_ chinese: String, _ english: String) -> String { isChinese ? chinese : english }

  /// - Throws: `Failure` with 1 when the graph has no answer.
  func print(_ answer: Answer) throws {
    let style = GraphStyle.builtIn
    let understood =
      words("理解为：", "Understood as: ")
      + question.description { isChinese ? style.fieldLabels[$0] ?? $0 : $0 }
    if format == .table { Console.print(understood) } else { Console.note(understood) }
    switch question.kind {
    case .topHelpers, .topRecipients: printRankings(answer)
    case .gaps: printNodes(answer)
    default: try printRelations(answer)
    }
    if answer.isEmpty && answer.related.allSatisfy({ $0.level == .above }) {
      throw Failure(code: 1, lines: [words("图中没有答案", "nothing found") + reverseHint() + looserHint()])
    }
  }

  private func printRelations(_ answer: Answer) throws {
    let showsRelated = !answer.related.isEmpty && (listsWithin || answer.hits.isEmpty)
    let shown = limited(answer.hits) + (showsRelated && format != .table ? limited(answer.related) : [])
    let summed = answer.hits.isEmpty ? answer.related : answer.hits
    let printer = AnswerPrinter(format: format)
    if format != .table {
      if sum.replacesRows(summed.map(\.edge), graph, format, minCertainty: minCertainty) { return }
      if !answer.paths.isEmpty {
        return PathPrinter(graph: graph, format: format).print(limited(answer.paths))
      }
      printer.print(shown.map(row))
      return
    }
    if question.isCount {
      Console.print(Style.bold(words("回答：\(answer.count) 个", "Answer: \(answer.count)")))
    }
    if !answer.hits.isEmpty {
      Console.print()
      printer.print(shown.map(row))
      more(answer.hits.count)
    }
    if !answer.paths.isEmpty {
      Console.print(words("没有直接的关系；经由别的对象：", "not connected directly; by way of others:"))
      PathPrinter(graph: graph, format: format).print(limited(answer.paths))
    }
    if showsRelated {
      Console.print()
      Console.print(Style.accent(relatedTitle(answer)))
      printer.print(limited(answer.related).map(row))
      more(answer.related.count)
    } else if !answer.related.isEmpty {
      Console.print(
        words(
          "另有 \(answer.related.count) 条属于其下的地方和单位（--down 列出）",
          "and \(answer.related.count) of places and bodies within (--down lists them)"))
    }
    if !summed.isEmpty {
      sum.printLine(summed.map(\.edge), graph, minCertainty: minCertainty, question.language)
    }
  }

  private func relatedTitle(_ answer: Answer) -> String {
    let isAbove = answer.related.first?.level == .above
    if isAbove {
      return words(
        "关于它本身没有记录；其上级的（不等于它自己的）：", "nothing about itself; of the places above, which is not its own:")
    }
    return answer.hits.isEmpty
      ? words("关于它本身没有记录；其下的地方和单位：", "nothing about itself; of places and bodies within:")
      : words("其下的地方和单位：", "of places and bodies within:")
  }

  private func row(_ hit: Answer.Hit) -> AnswerRow {
    AnswerRow(graph, hit.edge, level: hit.level, minCertainty: minCertainty)
  }

  private func printRankings(_ answer: Answer) {
    let isHelper = question.kind == .topHelpers
    let header =
      isChinese && format == .table
      ? ["名称", "全称", "编号", isHelper ? "帮扶几个" : "几个帮扶", "陈述"]
      : ["label", "name", "entity_id", isHelper ? "recipients" : "helpers", "statements"]
    let rows = limited(answer.rankings, standard: 10).map { rank in
      [
        graph.label(of: rank.node), graph.name(of: rank.node), graph.entityID(of: rank.node), "\(rank.count)",
        "\(Int(rank.weight))",
      ]
    }
    if format == .table { Console.print() }
    GridPrinter(format: format, header: header, numeric: [3, 4]).print(rows)
  }

  private func printNodes(_ answer: Answer) {
    if format == .table {
      if question.isCount {
        Console.print(Style.bold(words("回答：\(answer.count) 个", "Answer: \(answer.count)")))
      }
      Console.print()
    }
    let header =
      isChinese && format == .table ? ["名称", "全称", "编号", "类型"] : ["label", "name", "entity_id", "type"]
    GridPrinter(format: format, header: header).print(
      limited(answer.nodes).map {
        [graph.label(of: $0), graph.name(of: $0), graph.entityID(of: $0), graph.type(of: $0)]
      })
  }

  /// Tells that help goes the other way, which is no answer but what the person may have meant.
  private func reverseHint() -> String {
    guard question.kind == .pair || question.kind == .helpers || question.kind == .recipients else {
      return ""
    }
    var other = question
    (other.helper, other.recipient) = (question.recipient, question.helper)
    if question.kind != .pair { other.kind = question.kind == .helpers ? .recipients : .helpers }
    other.helper.kinds = []
    other.recipient.kinds = []
    let found = Answerer(graph: graph, minCertainty: minCertainty).answer(other)
    if found.hits.isEmpty { return "" }
    let hint = other.description { $0 }
    return words(
      "；反方向有 \(found.hits.count) 条：\(hint)", "; the other way round there are \(found.hits.count): \(hint)")
  }

  /// Tells how many answers there are without the conditions.
  private func looserHint() -> String {
    if question.fields.isEmpty && question.years == nil { return "" }
    var other = question
    other.fields = []
    other.years = nil
    let found = Answerer(graph: graph, minCertainty: minCertainty).answer(other)
    let count = found.hits.count + found.related.count { $0.level == .below }
    if count == 0 { return "" }
    return words("；不限领域和年份有 \(count) 条", "; without the conditions of field and year there are \(count)")
  }

  private func more(_ count: Int) {
    guard let limit, count > limit else { return }
    Console.print(words("…… 还有 \(count - limit) 条（--limit）", "… and \(count - limit) more (--limit)"))
  }

  private func limited<Value>(_ values: [Value], standard: Int? = nil) -> [Value] {
    (limit ?? standard).map { Array(values.prefix($0)) } ?? values
  }
}
