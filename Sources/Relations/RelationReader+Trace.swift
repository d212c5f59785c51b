import Linking

extension RelationReader {
  /// How the sentences of a document look to the rules: one line each, for people who write rules.
  public func trace(_ document: LinkedDocument) -> [String] {
    let names = DocumentNames(document: document, ontology: ontology, words: words)
    var relations = DocumentRelations(reader: self, names: names)
    var lines: [String] = []
    relations.observe = { tokens in lines.append(self.line(tokens, names: names)) }
    _ = relations.read()
    return lines
  }

  private func line(_ tokens: SentenceTokens, names: DocumentNames) -> String {
    tokens.tokens.map { token in
      switch token.content {
      case .border: return "|"
      case .colon: return ":"
      case .dash: return "—"
      case .bracket: return "（"
      case .word(let word):
        return lexicon.words[word].text + "<" + lexicon.names(of: lexicon.words[word].classes) + ">"
      case .name(let group, let role):
        let members = tokens.groups[group].members.map { names.document.entities[$0.entity].label }
        let letter = role == .helper ? "H" : role == .recipient ? "R" : "P"
        return "[\(letter) \(members.joined(separator: "、"))]"
      }
    }.joined(separator: " ")
  }
}
