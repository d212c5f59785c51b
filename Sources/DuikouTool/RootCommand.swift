import ArgumentParser

/// `duikou`.
struct RootCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duikou",
    abstract: "Reads Chinese reports on paired assistance (对口支援) and says who helps whom, with the sentence.",
    discussion: """
      duikou build Examples/reports -o Exports --name assistance
      duikou helpers 会泽县
      duikou recipients 宝山区 --field education --format json

      Shells complete commands, options and the names of the graph (helpers, recipients, ask, paths, around, cite):
      duikou --generate-completion-script zsh > ~/.zsh/completions/_duikou
      duikou --generate-completion-script bash > ~/.local/share/bash-completion/completions/duikou
      duikou --generate-completion-script fish > ~/.config/fish/completions/duikou.fish

      Exit codes: 0 fine; 1 a check failed or nothing was found; 2 an input, output or the ontology could not \
      be used; 64 usage or an ambiguous name.
      """,
    version: "duikou 0.1.0",
    groupedSubcommands: [
      CommandGroup(name: "Reading", subcommands: [BuildCommand.self, LinkCommand.self]),
      CommandGroup(
        name: "Asking",
        subcommands: [HelpersCommand.self, RecipientsCommand.self, ListCommand.self, StatsCommand.self]
          + Self.questions),
      CommandGroup(name: "Comparing", subcommands: [DiffCommand.self, MergeCommand.self, AuditCommand.self]),
      CommandGroup(
        name: "Files", subcommands: [ConvertCommand.self, RenderCommand.self, CheckCommand.self]),
      CommandGroup(
        name: "Judging", subcommands: [ExplainCommand.self, EvaluateCommand.self, RulesCommand.self]),
      CommandGroup(name: "Ontology", subcommands: [OntologyCommand.self]),
    ])
}
