// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
]

/// Modules from the bottom up; an arrow may only point to a line above (Tests/LayeringTests checks the imports).
let modules: [(name: String, dependencies: [Target.Dependency], settings: [SwiftSetting])] = [
  ("SourceText", [], []),
  ("XMLStream", ["SourceText", "CLibXML2"], [.strictMemorySafety()]),
  ("DocumentReading", ["SourceText", "XMLStream"], []),
  ("OntologyModel", ["SourceText", "XMLStream"], []),
  ("Mentions", ["SourceText", "OntologyModel"], []),
  ("Linking", ["SourceText", "OntologyModel", "Mentions"], []),
  ("Relations", ["SourceText", "OntologyModel", "Mentions", "Linking"], []),
  ("GraphStore", ["SourceText", "OntologyModel"], []),
  ("GraphFormats", ["SourceText", "OntologyModel", "GraphStore", "XMLStream"], []),
  ("Asking", ["SourceText", "OntologyModel", "GraphStore"], []),
  (
    "Duikou",
    [
      "SourceText", "DocumentReading", "OntologyModel", "Mentions", "Linking", "Relations",
      "GraphStore", "GraphFormats", "Asking",
    ], []
  ),
  (
    "DuikouTool",
    [
      "Duikou",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
      .product(name: "Subprocess", package: "swift-subprocess"),
    ], []
  ),
]

/// Test targets, named `<name>Tests`, and what they import.
let tests: [(name: String, dependencies: [Target.Dependency])] = [
  ("XMLStream", ["SourceText", "XMLStream"]),
  ("DocumentReading", ["SourceText", "DocumentReading"]),
  ("OntologyModel", ["SourceText", "OntologyModel"]),
  (
    "Relations",
    ["SourceText", "DocumentReading", "OntologyModel", "Mentions", "Linking", "Relations"]
  ),
  ("Mentions", ["SourceText", "DocumentReading", "OntologyModel", "Mentions"]),
  ("Linking", ["SourceText", "DocumentReading", "OntologyModel", "Mentions", "Linking"]),
  ("GraphStore", ["OntologyModel", "GraphStore", "GraphTestSupport"]),
  ("Asking", ["SourceText", "OntologyModel", "GraphStore", "Asking"]),
  ("GraphFormats", ["SourceText", "OntologyModel", "GraphStore", "GraphFormats", "GraphTestSupport"]),
  ("Duikou", ["Duikou", "GraphTestSupport"]),
  // Runs the program, which has to be built before.
  ("DuikouTool", ["DuikouMain"]),
  ("Layering", []),
  (
    "Evaluation", ["SourceText", "OntologyModel", "GraphStore", "GraphFormats", "Duikou", "GraphTestSupport"]
  ),
]

let package = Package(
  name: "duikou",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Duikou", targets: ["Duikou"]),
    .library(name: "DuikouGraphs", targets: ["GraphStore", "GraphFormats"]),
    .executable(name: "duikou", targets: ["DuikouMain"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .executableTarget(name: "DuikouMain", dependencies: ["DuikouTool"], swiftSettings: strict),
    .target(
      name: "GraphTestSupport", dependencies: ["GraphStore"], path: "Tests/GraphTestSupport",
      swiftSettings: strict),
  ]
    + modules.map { module in
      .target(
        name: module.name, dependencies: module.dependencies,
        swiftSettings: strict + module.settings)
    }
    + tests.map { test in
      .testTarget(
        name: test.name + "Tests", dependencies: test.dependencies,
        exclude: test.name == "GraphFormats" ? ["Resources"] : [], swiftSettings: strict)
    }
)
