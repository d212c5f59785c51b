import ArgumentParser
import Duikou

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The command as a program: parses the arguments, runs, and turns every failure into words and an exit code.
public enum Tool {
  /// Runs the command with the process's arguments and ends the process.
  ///
  /// Exit codes: 0 fine; 1 a check failed or nothing was found; 2 an input, output or the ontology could not
  /// be used; 64 usage.
  public static func main() async {
    // A reader that has seen enough (`| head`) is no failure: writing reports it then, and we end quietly.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try RootCommand.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      Console.flush()
    } catch {
      Console.flush()
      end(with: error)
    }
  }

  private static func end(with error: any Error) -> Never {
    switch error {
    case let problems as Diagnostics:
      Console.report(problems.all)
      exit(2)
    case let problem as Diagnostic:
      Console.report([problem])
      exit(2)
    case let failure as Failure:
      for line in failure.lines { Console.note(line) }
      exit(failure.code)
    default:
      RootCommand.exit(withError: error)
    }
  }
}
