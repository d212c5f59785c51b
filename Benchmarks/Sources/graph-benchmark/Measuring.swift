#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Seconds of processor time that this process has used.
func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Peak memory of this process in megabytes.
func peakMegabytes() -> Int {
  var usage = rusage()
  #if canImport(Glibc)
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
  #else
    getrusage(RUSAGE_SELF, &usage)
    return usage.ru_maxrss / 1_048_576
  #endif
}

/// Prints how long `body` takes and how much memory the process has used at most by then.
func measure<Value>(_ name: String, _ body: () throws -> Value) rethrows -> Value {
  let start = processorSeconds()
  let value = try body()
  report(name, processorSeconds() - start)
  return value
}

/// Prints one line: name, seconds, peak memory.
func report(_ name: String, _ seconds: Double, _ note: String = "") {
  let text = String(Int((seconds * 1e7).rounded()))
  let digits = String(repeating: "0", count: max(0, 8 - text.count)) + text
  print(
    "\(name)\t\(digits.dropLast(7)).\(digits.suffix(7)) s\tpeak \(peakMegabytes()) MB\(note.isEmpty ? "" : "\t" + note)"
  )
}
