import SourceText

extension OntologyLoader {
  mutating func loadVocabulary() {}
}
