import Foundation
import Testing

/// An installed tree works wherever it is moved.
@Suite struct InstallationTests {
  @Test("the program finds its ontology beside it after the tree was moved")
  func movedTree() throws {
    try withFolder { folder in
      let manager = FileManager.default
      for part in ["bin", "share/duikou"] {
        try manager.createDirectory(atPath: folder + "/first/" + part, withIntermediateDirectories: true)
      }
      try manager.copyItem(atPath: try Program.path(), toPath: folder + "/first/bin/duikou")
      try manager.copyItem(
        atPath: Program.root + "/Ontology", toPath: folder + "/first/share/duikou/Ontology")
      try manager.moveItem(atPath: folder + "/first", toPath: folder + "/second place")
      try manager.createSymbolicLink(
        atPath: folder + "/link", withDestinationPath: folder + "/second place/bin/duikou")

      for program in [folder + "/second place/bin/duikou", folder + "/link"] {
        let run = try Program.run(
          ["ontology", "check"], in: "/", environment: ["DUIKOU_ONTOLOGY": ""], program: program)
        // Whether the ontology is sound is for other tests to say; here it must be the one beside.
        #expect(run.status < 2, "\(run.errors)")
        #expect((run.output + run.errors).contains(folder + "/second place/share/duikou/Ontology"))
      }
    }
  }

  @Test("--ontology and $DUIKOU_ONTOLOGY go before what lies beside the program")
  func precedence() throws {
    try withFolder { folder in
      let named = try Program.run(["ontology", "check", "--ontology", folder + "/none"])
      #expect(named.status == 2)
      #expect(named.errors.contains(folder + "/none"))
      let set = try Program.run(["ontology", "check"], environment: ["DUIKOU_ONTOLOGY": folder + "/nothing"])
      #expect(set.status == 2)
      #expect(set.errors.contains(folder + "/nothing"))
    }
  }
}
