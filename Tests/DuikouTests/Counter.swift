import Synchronization

/// Collects numbers from several threads.
final class Counter: Sendable {
  private let noted = Mutex<[Int]>([])

  func note(_ value: Int) { noted.withLock { $0.append(value) } }

  var values: [Int] { noted.withLock { $0 } }
}
