import Foundation
import Testing

@Suite("Files for other programs")
struct ToolCheckTests {
  private let body = """
    <?xml version="1.0" encoding="UTF-8"?>
    <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
    <key id="l" for="node" attr.name="name" attr.type="liststring"/>
    <graph edgedefault="directed"><node id="a"/>
    <edge source="a" target="b"/></graph></graphml>
    """

  @Test("check --for names the places that a program trips over, and fails")
  func places() throws {
    try withFolder { folder in
      try write(body.utf8, to: folder + "/x.graphml")
      #expect(try Program.run(["check", "x.graphml"], in: folder).status == 0)
      let igraph = try Program.run(["check", "x.graphml", "--for", "igraph"], in: folder)
      #expect(igraph.status == 1)
      #expect(igraph.errors.contains(/x\.graphml:3:\d+: error: .*igraph: it stops \[interop\.list-type\]/))
      #expect(igraph.errors.contains(/x\.graphml:5:\d+: warning: .* \[interop\.unknown-node\]/))
      let counts = try Program.run(
        ["check", "x.graphml", "--for", "igraph", "--format", "json"], in: folder
      ).objects()
      #expect(counts.compactMap { $0["count"] as? Int } == [1, 1])
      let unknown = try Program.run(["check", "x.graphml", "--for", "excel"], in: folder)
      #expect(unknown.status == 64)
    }
  }

  @Test("what convert writes is fit for the program it is for")
  func flavor() throws {
    try withFolder { folder in
      try write(body.utf8, to: folder + "/x.graphml")
      for (flavor, yEd) in [("plain", Int32(1)), ("yed", 0)] {
        let run = try Program.run(
          ["convert", "x.graphml", "--to", "graphml", "--flavor", flavor, "-o", "y.graphml"], in: folder)
        #expect(run.status == 0)
        #expect(try Program.run(["check", "y.graphml", "--for", "yed"], in: folder).status == yEd)
        #expect(try Program.run(["check", "y.graphml", "--for", "networkx"], in: folder).status == 0)
      }
      let lines = try Program.run(["convert", "x.graphml", "--to", "jsonl", "-o", "y.jsonl"], in: folder)
      #expect(lines.status == 0)
      let gephi = try Program.run(["check", "y.jsonl", "--for", "gephi"], in: folder)
      #expect(gephi.status == 1)
      #expect(gephi.errors.contains("y.jsonl:1:1: error:"))
    }
  }
}
