import Duikou
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard output and standard error.
///
/// Results go to standard output in large pieces; messages to standard error at once.
enum Console {
  private static let pending = Mutex<[UInt8]>([])

  /// Whether colours may be used on standard output: on a terminal, unless `NO_COLOR` is set.
  static let usesColor = isatty(1) == 1 && isEmpty(getenv("NO_COLOR")) && !isDumb

  /// Whether a progress bar may be drawn on standard error.
  static let showsProgress = isatty(2) == 1 && !isDumb

  /// Whether standard output is a terminal.
  static let isTerminal = isatty(1) == 1

  /// The width of the terminal in cells; nil elsewhere.
  static var width: Int? {
    var size = winsize()
    guard isTerminal, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  private static var isDumb: Bool { getenv("TERM").map { String(cString: $0) == "dumb" } ?? false }

  private static func isEmpty(_ value: UnsafeMutablePointer<CChar>?) -> Bool {
    value.map { $0.pointee == 0 } ?? true
  }

  /// Writes a line of results.
  static func print(_ line: String = "") {
    write(Array((line + "\n").utf8))
  }

  /// Writes results.
  static func write(_ bytes: [UInt8]) {
    let full = pending.withLock { buffer -> [UInt8] in
      buffer += bytes
      guard buffer.count >= 1 << 16 else { return [] }
      defer { buffer = [] }
      return buffer
    }
    send(full, to: 1)
  }

  /// Hands everything to the system.
  static func flush() {
    let rest = pending.withLock { buffer -> [UInt8] in
      defer { buffer = [] }
      return buffer
    }
    send(rest, to: 1)
  }

  /// Writes a line of messages.
  static func note(_ line: String) {
    flush()
    send(Array((line + "\n").utf8), to: 2)
  }

  /// Writes to standard error without ending the line.
  static func draw(_ text: String) { send(Array(text.utf8), to: 2) }

  /// Writes problems, one a line; of many warnings of one kind only the first.
  static func report(_ problems: [Diagnostic]) {
    var counts: [String: Int] = [:]
    for problem in problems {
      counts[problem.id, default: 0] += 1
      if problem.severity == .error || counts[problem.id, default: 0] <= 20 { note(problem.description) }
    }
    for (id, count) in counts.sorted(by: { $0.key < $1.key }) {
      let hidden = problems.filter { $0.id == id && $0.severity == .warning }.count - 20
      if count > 20, hidden > 0 { note("… and \(hidden) more [\(id)]") }
    }
  }

  private static func send(_ bytes: [UInt8], to descriptor: Int32) {
    var done = 0
    bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return }
      while done < buffer.count {
        let count = systemWrite(descriptor, start + done, buffer.count - done)
        if count >= 0 {
          done += count
        } else if errno == EPIPE {
          // Nobody reads any more; that is a normal end.
          _exit(0)
        } else if errno != EINTR {
          if descriptor == 1 {
            let reason = String(cString: strerror(errno))
            send(
              Array("error: cannot write to standard output: \(reason) [output.not-writable]\n".utf8), to: 2)
            _exit(2)
          }
          return
        }
      }
    }
  }
}

/// `write`, which the methods of `Console` would hide.
private func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, start, count)
}
