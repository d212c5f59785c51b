import ArgumentParser
import Duikou

/// `graphml,dot,jsonl`.
struct FormatList: ExpressibleByArgument {
  let formats: [FileFormat]

  init(_ formats: [FileFormat]) { self.formats = formats }

  init?(argument: String) {
    // People type Chinese commas where the input method is on.
    let names = argument.split { ",，、 ".contains($0) }.map { $0.lowercased() }
    var formats: [FileFormat] = []
    for name in names {
      guard let format = FileFormat(rawValue: name) else { return nil }
      if !formats.contains(format) { formats.append(format) }
    }
    if formats.isEmpty { return nil }
    self.formats = formats
  }

  var defaultValueDescription: String { formats.map(\.rawValue).joined(separator: ",") }

  static var allValueStrings: [String] { FileFormat.allCases.map(\.rawValue) }
}

extension FileFormat: ExpressibleByArgument {}

extension ExportOptions.Edges: ExpressibleByArgument {}

extension ExportOptions.Flavor: ExpressibleByArgument {}

extension InteropTool: ExpressibleByArgument {}
