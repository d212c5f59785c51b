// swift-tools-version: 6.2
import PackageDescription

// Built with `--sanitize=fuzzer`, which brings the main function of libFuzzer; see Makefile.
let fuzzers = ["FuzzPipeline", "FuzzGraphML", "FuzzOntology"]

let package = Package(
  name: "duikou-fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "duikou", path: "../..")],
  targets: fuzzers.map { name in
    .executableTarget(
      name: name, dependencies: [.product(name: "Duikou", package: "duikou")],
      swiftSettings: [.swiftLanguageMode(.v6), .unsafeFlags(["-parse-as-library"])])
  }
)
