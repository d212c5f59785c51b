import ArgumentParser
import Duikou

/// `duikou matrix`: how often the ones help the others.
struct MatrixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix",
    abstract: "Counts the relations between helpers and recipients of two levels (矩阵).",
    discussion: """
      duikou matrix
      duikou matrix --rows Province --columns County --format csv > matrix.csv
      duikou matrix --rows Enterprise --columns Prefecture --field consumption

      Every relation counts for the nearest unit of the wanted type at or above each of its ends; where there \
      is none, for the end itself.
      """)

  @Option(help: ArgumentHelp("Types of the helpers, separated by commas.", valueName: "types"))
  var rows = "District"

  @Option(help: ArgumentHelp("Types of the recipients, separated by commas.", valueName: "types"))
  var columns = "Prefecture"

  @Flag(help: "Leave out ends for which there is no unit of the wanted type.")
  var only = false

  @OptionGroup var filters: FilterOptions
  @OptionGroup var graph: GraphOptions

  mutating func validate() throws {
    _ = try types(rows)
    _ = try types(columns)
  }

  mutating func run() throws {
    let graph = try graph.read()
    let (rowTypes, columnTypes) = (try types(rows), try types(columns))
    let matrix = graph.matrix(rows: rowTypes, columns: columnTypes, filters.filter)
    let shownRows = filters.limited(
      matrix.rows.indices.filter { !only || rowTypes.contains(graph.type(of: matrix.rows[$0])) })
    let shownColumns = matrix.columns.indices.filter {
      !only || columnTypes.contains(graph.type(of: matrix.columns[$0]))
    }
    if filters.format == .json {
      JSONValue.printArray(
        shownRows.flatMap { row in
          shownColumns.filter { matrix.counts[row][$0] > 0 }.map { column in
            .object([
              ("helper", .string(graph.label(of: matrix.rows[row]))),
              ("helper_id", .string(graph.entityID(of: matrix.rows[row]))),
              ("recipient", .string(graph.label(of: matrix.columns[column]))),
              ("recipient_id", .string(graph.entityID(of: matrix.columns[column]))),
              ("count", .integer(matrix.counts[row][column])),
            ])
          }
        })
    } else {
      // An empty cell reads better than a nought, and a table program takes it for nothing.
      let cells = shownRows.map { row in
        [graph.label(of: matrix.rows[row])]
          + shownColumns.map { matrix.counts[row][$0] == 0 ? "" : "\(matrix.counts[row][$0])" }
      }
      GridPrinter(
        format: filters.format, header: [""] + shownColumns.map { graph.label(of: matrix.columns[$0]) },
        numeric: Set(1...max(1, shownColumns.count))
      ).print(cells)
    }
    if shownRows.isEmpty || shownColumns.isEmpty { throw Failure.negative("nothing found") }
  }

  private func types(_ text: String) throws -> [String] {
    try text.split { ",，、 ".contains($0) }.map { word in
      guard let type = TypeArgument(argument: String(word)), !type.isRelation else {
        throw ValidationError("“\(word)” is no entity type.")
      }
      return type.id
    }
  }
}
