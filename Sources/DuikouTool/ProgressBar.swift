import Synchronization

/// A bar on standard error that shows how much is done; silent where standard error is no terminal.
final class ProgressBar: Sendable {
  private let label: String
  private let total: Int
  private let shown = Mutex(-1)

  init(_ label: String, total: Int) {
    self.label = label
    self.total = total
  }

  /// Draws again when the share in percent has changed; may be called from any thread.
  func update(_ done: Int) {
    guard Console.showsProgress, total > 0 else { return }
    let percent = min(100, done * 100 / total)
    let changed = shown.withLock { last in
      defer { last = max(last, percent) }
      return percent > last
    }
    guard changed else { return }
    let filled = percent * 30 / 100
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
    Console.draw("\r\(label) \(bar) \(percent) % (\(done)/\(total))")
  }

  /// Takes the bar away.
  func finish() {
    if Console.showsProgress, total > 0 { Console.draw("\r\u{1B}[2K") }
  }
}
