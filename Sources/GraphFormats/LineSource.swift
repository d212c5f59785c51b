import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Cuts bytes that come in pieces into lines.
struct LineSource {
  /// Takes a line without its end, and its number from 1.
  typealias LineConsumer = (UnsafeBufferPointer<UInt8>, Int) -> Void

  private var rest: [UInt8] = []
  private var number = 0
  private static let pieceSize = 1 << 18

  /// Hands on the lines that end in `piece`, keeping what comes after.
  mutating func add(_ piece: [UInt8], _ consume: LineConsumer) {
    piece.withUnsafeBufferPointer { piece in
      var start = 0
      while let end = newline(in: piece, from: start) {
        let part = UnsafeBufferPointer(rebasing: piece[start..<end])
        number += 1
        if rest.isEmpty {
          consume(part, number)
        } else {
          rest.append(contentsOf: part)
          rest.withUnsafeBufferPointer { consume($0, number) }
          rest.removeAll(keepingCapacity: true)
        }
        start = end + 1
      }
      rest.append(contentsOf: piece[start...])
    }
  }

  /// Hands on the last line when no line end follows it.
  mutating func finish(_ consume: LineConsumer) {
    if rest.isEmpty { return }
    number += 1
    rest.withUnsafeBufferPointer { consume($0, number) }
    rest = []
  }

  /// Reads a whole file.
  ///
  /// - Throws: `file.unreadable`.
  static func read(path: String, _ consume: LineConsumer) throws(Diagnostic) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    if file < 0 { throw unreadable(path) }
    defer { close(file) }
    var lines = LineSource()
    while true {
      var length = 0
      let piece = [UInt8](unsafeUninitializedCapacity: pieceSize) { buffer, count in
        length = systemRead(file, buffer.baseAddress, pieceSize)
        count = max(0, length)
      }
      if length < 0 {
        if errno == EINTR { continue }
        throw unreadable(path)
      }
      if piece.isEmpty { break }
      lines.add(piece, consume)
    }
    lines.finish(consume)
  }

  /// The size of a file; 0 for what has none.
  static func byteCount(path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? max(0, Int(status.st_size)) : 0
  }

  private func newline(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, 0x0A, bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private static func unreadable(_ path: String) -> Diagnostic {
    let reason = String(cString: strerror(errno))
    return Diagnostic(
      .error, id: "file.unreadable", file: path, message: "cannot read the file: \(reason)")
  }
}

/// `read`, which the methods of `LineSource` would hide.
private func systemRead(_ file: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(file, start, count)
}
