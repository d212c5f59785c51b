/// A place in a file, for messages: line and column count from 1, the column in Unicode scalars.
public struct SourcePosition: Sendable, Hashable {
  /// Line, from 1.
  public let line: Int
  /// Column in Unicode scalars, from 1.
  public let column: Int

  /// Makes a position from a line and a column that both count from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
