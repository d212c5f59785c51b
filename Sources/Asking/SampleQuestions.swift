public import GraphStore

/// Questions that a graph can answer, made from its own names.
public enum SampleQuestions {
  /// Up to three questions, each with an answer, in a language.
  public static func make(_ graph: Graph, _ language: Question.Language) -> [String] {
    let isChinese = language == .chinese
    var questions: [String] = []
    let edges = graph.edges(ofType: "assists")
    if let ranked = graph.topRecipients(limit: 1).first {
      let name = graph.label(of: ranked.node)
      questions.append(isChinese ? "谁帮扶\(name)？" : "Who helps \(name)?")
    }
    if let ranked = graph.topHelpers(limit: 1).first {
      let name = graph.label(of: ranked.node)
      questions.append(isChinese ? "\(name)帮扶哪些地方？" : "Which places does \(name) help?")
    }
    if let joined = graph.edges(ofType: "participates").first ?? graph.edges(ofType: "runs").first {
      let name = graph.label(of: graph.ends(of: joined).to)
      let isRun = graph.type(of: joined) == "runs"
      questions.append(
        isChinese
          ? "谁\(isRun ? "实施" : "参与")了“\(name)”？" : "Who \(isRun ? "runs" : "takes part in") “\(name)”?")
    } else if let edge = edges.first {
      let ends = graph.ends(of: edge)
      let (a, b) = (graph.label(of: ends.from), graph.label(of: ends.to))
      questions.append(isChinese ? "\(a)和\(b)什么关系？" : "What is the relation between \(a) and \(b)?")
    }
    return questions
  }
}
