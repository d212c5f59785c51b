import Foundation
import OntologyModel
import SourceText

/// The ontology of the package, loaded once, and small ones to break.
enum OntologyFolder {
  static let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let path = packageRoot.appending(path: "Ontology").path
  static let loaded = Result { try Ontology.load(directory: path) }

  /// Calls `body` with a new folder that is removed afterwards.
  static func withTemporaryFolder<T>(_ body: (URL) throws -> T) throws -> T {
    let folder = FileManager.default.temporaryDirectory.appending(path: "duikou-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  /// Writes the small ontology into `folder`, with one text of one file replaced.
  static func write(
    to folder: URL, replacing old: String = "", with new: String = "", in file: String = ""
  ) throws {
    try FileManager.default.createDirectory(
      at: folder.appending(path: "rules"), withIntermediateDirectories: true)
    var files = small
    files["duikou.rdf"] = try String(contentsOfFile: path + "/duikou.rdf", encoding: .utf8)
    if !file.isEmpty {
      guard let text = files[file], text.contains(old) else { throw NothingToReplace(file: file, text: old) }
      files[file] = text.replacingOccurrences(of: old, with: new)
    }
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
  }

  /// A test that breaks nothing proves nothing.
  struct NothingToReplace: Error {
    let file: String
    let text: String
  }

  /// A sound ontology of a few rows.
  static let small = [
    "places.tsv": """
    code	level	name	short_names	full_forms	parent	longitude	latitude	pinyin	english	valid_from	valid_to	successor
    310000	province	上海市	上海			121.473	31.230	shang hai shi	Shanghai			
    310113	district	宝山区	宝山		310000	121.484	31.410	bao shan qu	Baoshan	1988		
    530000	province	云南省	云南			102.710	25.046	yun nan sheng	Yunnan			
    530300	prefecture	曲靖市	曲靖		530000	103.796	25.490	qu jing shi	Qujing	1997		
    530326	county	会泽县	会泽		530300	103.295	26.421	hui ze xian	Huize	1997		
    532233	county	会泽县	会泽		530300	103.295	26.421	hui ze xian	Huize		1997	530326

    """,
    "townships.tsv": """
    county_code	name	status	valid_to	successor
    530326	待补乡	former	2010	待补镇
    530326	待补镇			

    """,
    "villages.tsv": """
    county_code	township	name
    530326	待补镇	糯租村

    """,
    "name-endings.tsv": "ending\tkind\n镇\ttownship\n乡\ttownship\n彝族\tpeople\n",
    "sides.tsv": "code\ttier\tdistricts\tnote\n310000\t0\t1\t\n530000\t2\t0\t\n",
    "pairings.tsv": "helper\trecipient\tname\tvalid_from\tvalid_to\tnote\n310000\t530000\t沪滇\t1996\t\t\n",
    "organizations.tsv": """
    name	type	aliases	weak_aliases	home	category
    上海大学	Institution	上大附校	上大	310000	university
    云南大学	Institution	云大		530000	university

    """,
    "programmes.tsv": "name\taliases\tweak_aliases\thome\n希望工程\t\t\t\n",
    "agencies.tsv": "suffix\tshort_forms\ttype\n卫生健康委员会\t卫健委\tAgency\n",
    "abbreviations.tsv": "surface\tcode\tstands_alone\tnote\n沪\t310000\t1\t\n滇\t530000\t1\t\n",
    "compounds.tsv": "surface\thelper\trecipient\n宝曲\t310113\t530300\n",
    "common-words.tsv": "surface\n宝山\n",
    "confusable.tsv": "a\tb\n保山\t宝山\n",
    "pinyin.tsv": "character\treadings\n会\thui|kuai\n",
    "shapes.tsv": "character\tsimilar\tscores\n会\t合全\t0.70|0.55\n",
    "traditional.tsv": "traditional\tsimplified\n會\t会\n",
    "protected.tsv": "name\n乾县\n",
    "rules/relations.tsv": "id\ttype\tfields\nr1\tassists\teducation|health\nr2\tbenefits\t\n",
  ]
}
