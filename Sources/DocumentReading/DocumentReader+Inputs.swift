import SourceText

extension DocumentReader {
  /// Reads one of the inputs found: its bytes, then its documents.
  ///
  /// - Parameters:
  ///   - input: A file, or standard input.
  ///   - table: Metadata by file name.
  /// - Returns: As `read(bytes:name:metadata:)`; also `input.unreadable`. Of a file found in a folder,
  ///   binary content or failure to read is a warning, since the other files can be used.
  public func read(_ input: InputFiles.Input, metadata table: MetadataTable = MetadataTable()) -> Reading {
    let bytes: [UInt8]
    do {
      bytes = try InputFiles.bytes(of: input)
    } catch {
      return ([], [error])
    }
    let reading = read(bytes: bytes, name: input.path, metadata: table.metadata(for: input.path))
    guard input.isFromFolder else { return reading }
    let diagnostics = reading.diagnostics.map { diagnostic in
      guard diagnostic.id == "document.binary" else { return diagnostic }
      return Diagnostic(
        .warning, id: diagnostic.id, file: diagnostic.file, position: diagnostic.position,
        message: diagnostic.message + "; it is passed over")
    }
    return (reading.documents, diagnostics)
  }
}
