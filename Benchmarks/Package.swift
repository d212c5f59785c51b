// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "duikou-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "duikou", path: "..")],
  targets: [
    .systemLibrary(name: "CSystemXML", pkgConfig: "libxml-2.0"),
    .target(name: "CBareSAX", dependencies: ["CSystemXML"]),
    .executableTarget(
      name: "graph-benchmark",
      dependencies: ["CBareSAX", .product(name: "DuikouGraphs", package: "duikou")],
      swiftSettings: [.swiftLanguageMode(.v6)]),
  ]
)
