import SourceText

/// What a CSV or TSV file says about documents: title, publisher, date and address by file name.
///
/// The first row names the columns: `file`, and any of `title`, `publisher` (or `source`), `date`, `url`, in
/// any order; other columns are passed over. Cells may be quoted as RFC 4180 says.
public struct MetadataTable: Sendable {
  private var rows: [String: Document.Metadata] = [:]

  /// Makes a table that knows nothing.
  public init() {}

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file; it has tabs for separators if its first row has any.
  ///   - name: The file as the user named it, for messages.
  /// - Returns: The rows that could be read, and what was wrong with the others: `metadata.bad-row`,
  ///   `metadata.open-quote`, `metadata.no-file-column`, `metadata.duplicate` (a warning; the first stands).
  public static func reading(
    _ bytes: [UInt8], name: String
  ) -> (table: MetadataTable, diagnostics: [Diagnostic]) {
    var (text, diagnostics) = TextDecoding.decode(bytes, name: name)
    var table = MetadataTable()
    func report(_ severity: Diagnostic.Severity, _ id: String, _ position: SourcePosition, _ message: String)
    {
      diagnostics.append(Diagnostic(severity, id: id, file: name, position: position, message: message))
    }
    guard let scalars = text?.scalars else { return (table, diagnostics) }
    text = nil
    var rows = SeparatedValues(scalars)
    guard let header = rows.next() else { return (table, diagnostics) }
    let columns = header.cells.map { $0.lowercased() }
    guard let fileColumn = columns.firstIndex(of: "file") else {
      report(.error, "metadata.no-file-column", header.position, "the first row names no column \"file\"")
      return (table, diagnostics)
    }
    while let row = rows.next() {
      guard row.isClosed else {
        report(
          .error, "metadata.open-quote", row.position, "a quotation mark opened in this row is not closed")
        break
      }
      guard row.cells.count == columns.count else {
        report(
          .error, "metadata.bad-row", row.position,
          "the row has \(row.cells.count) cells, the first row has \(columns.count)")
        continue
      }
      var metadata = Document.Metadata()
      for (column, cell) in zip(columns, row.cells) { metadata.set(column, to: cell) }
      let key = row.cells[fileColumn]
      if table.rows[key] != nil {
        report(
          .warning, "metadata.duplicate", row.position, "\(key) has a row already; this one is passed over")
      } else {
        table.rows[key] = metadata
      }
    }
    return (table, diagnostics)
  }

  /// What is known of a file: by the path as given, else by its name alone, else by its stem.
  public func metadata(for path: String) -> Document.Metadata {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return rows[path] ?? rows[name] ?? rows[DocumentReader.stem(of: path)] ?? Document.Metadata()
  }
}
