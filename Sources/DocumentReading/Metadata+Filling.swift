import SourceText

extension Document.Metadata {
  /// This metadata, its gaps filled from another.
  func filled(from other: Document.Metadata) -> Document.Metadata {
    Document.Metadata(
      title: title ?? other.title, date: date ?? other.date, publisher: publisher ?? other.publisher,
      url: url ?? other.url)
  }

  /// Sets the field that a column, key or member names; other names and empty values are passed over.
  mutating func set(_ field: String, to value: String) {
    guard !value.isEmpty else { return }
    switch field {
    case "title": title = value
    case "date": date = value
    case "publisher", "source": publisher = value
    case "url": url = value
    default: break
    }
  }
}
