public import GraphStore
public import SourceText

/// Writes graphs in one format: the same bytes for equal graphs.
public protocol GraphWriter {
  /// Hands the file to `consumer` piece by piece, without holding the whole of it.
  ///
  /// - Throws: What the consumer throws.
  func write(_ graph: Graph, to consumer: @escaping ByteConsumer) throws(Diagnostic)
}

extension GraphWriter {
  /// The whole file in memory.
  public func bytes(_ graph: Graph) -> [UInt8] {
    let collector = Collector()
    do {
      try write(graph) { (piece) throws(Diagnostic) in collector.bytes += piece }
    } catch {
      // The collector never throws, and writers throw nothing of their own.
      assertionFailure("a writer failed in memory: \(error)")
    }
    return collector.bytes
  }

  /// Writes the file completely or leaves what was there before; see `AtomicFile`.
  public func write(_ graph: Graph, toFile path: String) throws(Diagnostic) {
    try AtomicFile.write(to: path) { (consumer) throws(Diagnostic) in try write(graph, to: consumer) }
  }
}

private final class Collector {
  var bytes: [UInt8] = []
}
