import Linking
import Mentions
import OntologyModel

/// What speaks against a match, and what it says of the time.
extension SentenceReader {
  /// What the words around a match make of it; nil when they take it back.
  func status(of match: PatternMatch, by rule: RelationRule) -> Relation.Status? {
    guard let clauses = tokens.clauses(of: match) else { return nil }
    var status = Relation.Status.actual
    var isStrong = false
    var actStart: Int?
    for index in match.tokens {
      guard case .word(let word) = tokens.tokens[index].content else { continue }
      let classes = reader.lexicon.words[word].classes
      if classes.intersects(reader.classes.support) { isStrong = true }
      if classes.intersects(reader.classes.act), actStart == nil {
        actStart = tokens.tokens[index].range.lowerBound
      }
    }
    for token in tokens.tokens {
      guard case .word(let word) = token.content else { continue }
      let classes = reader.lexicon.words[word].classes
      if rule.isFallback, clauses.contains(token.clause),
        classes.intersects(reader.classes.not) || classes.intersects(reader.classes.wish)
      {
        return nil
      }
      if clauses.contains(token.clause), classes.intersects(rule.unless) { return nil }
      if classes.intersects(reader.classes.block), !isStrong, token.clause >= clauses.lowerBound - 1,
        token.clause <= clauses.upperBound + 1
      {
        return nil
      }
      if classes.intersects(reader.classes.unrelated), clauses.contains(token.clause) { return nil }
      if classes.intersects(reader.classes.cancel), token.clause >= clauses.lowerBound,
        token.clause <= clauses.upperBound + 2
      {
        return nil
      }
      if classes.intersects(reader.classes.wish), token.clause == clauses.lowerBound - 1,
        tokens.clauses[token.clause].upperBound - token.range.upperBound <= 2
      {
        return nil
      }
      guard clauses.contains(token.clause) else { continue }
      if classes.intersects(reader.classes.not),
        match.tokens.contains(where: { tokens.tokens[$0].range.lowerBound == token.range.upperBound })
      {
        return nil
      }
      if let actStart {
        if classes.intersects(reader.classes.not), token.range.upperBound <= actStart,
          actStart - token.range.upperBound <= 3
        {
          return nil
        }
        if classes.intersects(reader.classes.wish), token.range.lowerBound < actStart { return nil }
        if classes.intersects(reader.classes.plan), token.range.lowerBound < actStart,
          actStart - token.range.upperBound <= 24
        {
          status = .planned
        }
      }
      if classes.intersects(reader.classes.ended) { status = .ended }
      if classes.intersects(reader.classes.thank), !isStrong { return nil }
    }
    return status
  }
}
