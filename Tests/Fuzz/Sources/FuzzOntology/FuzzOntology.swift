import Duikou

/// Any bytes given as a gazetteer table end in rows or in diagnostics with positions inside the input.
@c public func LLVMFuzzerTestOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
  let bytes = data.map { Array(UnsafeBufferPointer(start: $0, count: size)) } ?? []
  let table = TSVTable(file: "fuzz.tsv", bytes: bytes, required: ["name", "type"])
  let lines = bytes.count { $0 == 10 } + 1
  for problem in table.problems { precondition((1...lines).contains(problem.position?.line ?? 1)) }
  for row in table.rows {
    precondition(row.cells.count == table.columns.count)
    _ = table.position(row, "type")
  }
  return 0
}
