public import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files that are replaced as a whole: a failure leaves the old file, and nobody sees half of a new one.
public enum AtomicFile {
  /// Writes `bytes` to a temporary file beside `path` and renames it.
  ///
  /// - Throws: `file.not-writable` with the reason of the system; the temporary file is gone then.
  public static func write(_ bytes: [UInt8], to path: String) throws(Diagnostic) {
    try write(to: path) { (consumer) throws(Diagnostic) in try consumer(bytes) }
  }

  /// Writes whatever `body` hands to its consumer; when `body` throws, `path` stays as it was.
  ///
  /// - Throws: What `body` throws, or `file.not-writable`.
  public static func write(
    to path: String, _ body: (@escaping ByteConsumer) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let temporary = "\(path).\(getpid())-\(UInt32.random(in: 0 ... .max)).tmp"
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if file < 0 { throw failure(path) }
    var isOpen = true
    do throws(Diagnostic) {
      try body { (piece) throws(Diagnostic) in try writeAll(piece, to: file, path) }
      isOpen = false
      if close(file) != 0 { throw failure(path) }
      if rename(temporary, path) != 0 { throw failure(path) }
    } catch {
      if isOpen { close(file) }
      unlink(temporary)
      throw error
    }
  }

  private static func writeAll(_ bytes: [UInt8], to file: Int32, _ path: String) throws(Diagnostic) {
    var problem: Diagnostic?
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        guard let start = buffer.baseAddress else { return }
        let count = systemWrite(file, start + done, buffer.count - done)
        if count < 0 {
          if errno == EINTR { continue }
          problem = failure(path)
          return
        }
        done += count
      }
    }
    if let problem { throw problem }
  }

  private static func failure(_ path: String) -> Diagnostic {
    let reason = String(cString: strerror(errno))
    return Diagnostic(
      .error, id: "file.not-writable", file: path, message: "cannot write the file: \(reason)")
  }
}

/// `write`, which the methods of `AtomicFile` would hide.
private func systemWrite(_ file: Int32, _ start: UnsafeRawPointer, _ count: Int) -> Int {
  write(file, start, count)
}
