import ArgumentParser

/// `duikou helpers`: who helps a place or body.
struct HelpersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "helpers",
    abstract: "Says who helps a place or body, with the sentences.",
    discussion: """
      duikou helpers 会泽县
      duikou helpers 曲靖市 --down --field education
      duikou helpers place:530326 --format json --graph Exports/assistance.graphml

      Help to a prefecture is not help to its counties: --up and --down list such help apart.
      """)

  @OptionGroup var question: HelpQuestion

  mutating func run() throws { try question.answer(.helpers) }
}
