#if canImport(Darwin)
  import Darwin
  import MachO
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// `read(2)`, which inside `FileSystem` its own `read` would hide.
private func systemRead(_ descriptor: Int32, _ base: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, base, count)
}

/// The few file operations that loading needs, without Foundation: loading it would cost every start of
/// the command more than the ontology itself.
enum FileSystem {
  /// The bytes of a file, or the reason why it cannot be read.
  static func read(_ path: String) -> Result<[UInt8], FileError> {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(FileError(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .failure(FileError(errno)) }
    guard status.st_mode & S_IFMT != S_IFDIR else { return .failure(FileError(EISDIR)) }
    var bytes: [UInt8] = []
    var failure: FileError?
    while failure == nil {
      let room = bytes.isEmpty ? max(Int(status.st_size) + 1, 4096) : 65_536
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        var got = 0
        repeat {
          got = systemRead(descriptor, buffer.baseAddress, buffer.count)
        } while got < 0 && errno == EINTR
        if got < 0 { failure = FileError(errno) }
        count = max(got, 0)
      }
      if chunk.isEmpty { break }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
    }
    return failure.map { .failure($0) } ?? .success(bytes)
  }

  /// Whether `path` is a folder (through links).
  static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether `path` is an ordinary file (through links).
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The names in a folder, sorted; empty when it cannot be read.
  static func names(in directory: String) -> [String] {
    guard let stream = opendir(directory) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// A variable of the environment; nil when unset or empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// The path without links and dots; nil when nothing stands there.
  static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// The running program, links resolved.
  static func executablePath() -> String? {
    #if os(Linux) || os(Android)
      return resolved("/proc/self/exe") ?? CommandLine.arguments.first.flatMap(resolved)
    #elseif canImport(Darwin)
      var size: UInt32 = 4096
      let name = [CChar](unsafeUninitializedCapacity: 4096) { buffer, count in
        count = _NSGetExecutablePath(buffer.baseAddress, &size) == 0 ? 4096 : 0
      }
      return name.isEmpty ? nil : resolved(String(cString: name))
    #else
      return CommandLine.arguments.first.flatMap(resolved)
    #endif
  }

  /// Why a file could not be read.
  struct FileError: Error {
    let message: String

    init(_ code: Int32) { message = String(cString: strerror(code)) }
  }
}
