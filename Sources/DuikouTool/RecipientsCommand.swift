import ArgumentParser

/// `duikou recipients`: whom a place or body helps.
struct RecipientsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recipients",
    abstract: "Says whom a place or body helps, with the sentences.",
    discussion: """
      duikou recipients 宝山区
      duikou recipients 嘉定区卫健委 --field health
      duikou recipients 上海市 --down --year 2019 --format csv
      """)

  @OptionGroup var question: HelpQuestion

  mutating func run() throws { try question.answer(.recipients) }
}
