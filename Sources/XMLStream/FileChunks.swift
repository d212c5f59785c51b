import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads a file piece by piece.
final class FileChunks {
  private let path: String
  private let descriptor: Int32
  private static let chunkSize = 1 << 16

  init(path: String) throws(Diagnostic) {
    self.path = path
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.unreadable(path, errno) }
  }

  deinit { close(descriptor) }

  /// The next piece; empty at the end of the file.
  func next() throws(Diagnostic) -> [UInt8] {
    while true {
      var failure: Int32 = 0
      let chunk = unsafe [UInt8](unsafeUninitializedCapacity: Self.chunkSize) { buffer, count in
        let length = unsafe read(descriptor, buffer.baseAddress, Self.chunkSize)
        failure = length < 0 ? errno : 0
        count = max(0, length)
      }
      if failure == 0 { return chunk }
      if failure != EINTR { throw Self.unreadable(path, failure) }
    }
  }

  private static func unreadable(_ path: String, _ code: Int32) -> Diagnostic {
    let reason = unsafe String(cString: strerror(code))
    return Diagnostic(.error, id: "xml.unreadable", file: path, message: "cannot read the file: \(reason)")
  }
}
