/// What came of reading a question.
public enum QuestionReading: Sendable {
  /// It was understood in full.
  case understood(Question)
  /// It was understood but for a name that may mean several things.
  case ambiguous(name: String, [NameCandidate], language: Question.Language)
  /// It was understood but for a name that the graph does not hold.
  case unknownName(String, NameSuggestions, language: Question.Language)
  /// It was not understood; the parts that nothing explains, as far as they can be told apart.
  case notUnderstood([String], language: Question.Language)
}
