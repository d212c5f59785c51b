import Duikou

/// Any bytes given as GraphML or JSON Lines end in a graph or in diagnostics; a graph survives its own writer.
@c public func LLVMFuzzerTestOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
  let bytes = data.map { Array(UnsafeBufferPointer(start: $0, count: size)) } ?? []
  if let reading = try? GraphMLReader().read(bytes: bytes) {
    let written = GraphMLWriter().bytes(reading.graph)
    guard let back = try? GraphMLReader().read(bytes: written) else {
      fatalError("our own GraphML does not read back")
    }
    precondition(GraphMLWriter().bytes(back.graph) == written, "writing is not stable")
    _ = DOTWriter().bytes(reading.graph)
  }
  if let reading = try? JSONLinesReader().read(bytes: bytes) {
    let written = JSONLinesWriter().bytes(reading.graph)
    guard let back = try? JSONLinesReader().read(bytes: written) else {
      fatalError("our own JSON Lines do not read back")
    }
    precondition(JSONLinesWriter().bytes(back.graph) == written, "writing is not stable")
  }
  return 0
}
