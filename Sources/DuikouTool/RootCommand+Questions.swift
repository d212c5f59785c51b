import ArgumentParser

extension RootCommand {
  /// The commands that ask a graph in other ways than by one name and one direction.
  static let questions: [any ParsableCommand.Type] = [
    AskCommand.self, PathsCommand.self, AroundCommand.self, TopCommand.self, MatrixCommand.self,
    GapsCommand.self, CiteCommand.self,
  ]
}
