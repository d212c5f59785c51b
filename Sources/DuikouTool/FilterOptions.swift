import ArgumentParser
import Duikou

/// What of the graph an answer may hold.
struct FilterOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only this field of help: education, 教育 ….", valueName: "field"))
  var field: FieldArgument?

  @Option(
    help: ArgumentHelp(
      "Only with this type at the other end: County, 企业 …; where the name is ambiguous, the type of what it means.",
      valueName: "type"))
  var type: TypeArgument?

  @Option(help: "Only what this year includes.")
  var year: Int?

  @Option(help: ArgumentHelp("Only what is at least this sure, 0 to 1.", valueName: "c"))
  var minCertainty = 0.5

  @Option(help: ArgumentHelp("At most so many answers.", valueName: "n"))
  var limit: Int?

  @Option(help: "How answers are printed.")
  var format = AnswerFormat.table

  mutating func validate() throws {
    if !(0...1).contains(minCertainty) { throw ValidationError("--min-certainty must be 0 to 1.") }
    if let limit, limit < 1 { throw ValidationError("--limit must be at least 1.") }
  }

  /// The filter; `type` is left to the commands, since it may be that of the name.
  var filter: EdgeFilter { EdgeFilter(field: field?.id, year: year, minCertainty: minCertainty) }

  /// The first answers.
  func limited<Value>(_ values: [Value]) -> [Value] { limit.map { Array(values.prefix($0)) } ?? values }
}
