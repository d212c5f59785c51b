/// Something in a graph file that not every reader takes as it is meant; the raw value ends the id of its
/// diagnostics.
enum InteropTrap: String {
  case format
  case noNamespace = "no-namespace"
  case prefix
  case encoding
  case listType = "list-type"
  case noType = "no-type"
  case noName = "no-name"
  case allScope = "all-scope"
  case defaultValue = "default"
  case sameName = "same-name"
  case idName = "id-name"
  case visualKey = "visual-key"
  case undeclaredKey = "undeclared-key"
  case edgeIDs = "edge-ids"
  case sameEdgeID = "same-edge-id"
  case parallelEdges = "parallel-edges"
  case undirectedEdge = "undirected-edge"
  case nestedGraph = "nested-graph"
  case description = "desc"
  case edgeBeforeNode = "edge-before-node"
  case unknownNode = "unknown-node"
  case emptyNumber = "empty-number"
  case boolean
  case zeroWeight = "zero-weight"
  case color
  case cdata
  case noLabels = "no-labels"
  case noInteraction = "no-interaction"
  case noDrawing = "no-drawing"
  case byteOrderMark = "byte-order-mark"
  case longString = "long-string"
  case controlCharacter = "control-character"
  case strict
}

extension InteropTrap {
  /// How a tool meets it: whether the file or a part of it cannot be used, and what happens.
  typealias Effect = (isLoss: Bool, text: String)

  /// What a tool makes of it; nil where it does no harm.
  func effect(in tool: InteropTool) -> Effect? { Self.effects[tool]?[self] }

  private static let effects: [InteropTool: [InteropTrap: Effect]] = [
    .networkx: [
      .noNamespace: (true, "it finds no graph without the namespace"),
      .listType: (true, "it stops with a KeyError"),
      .noType: (false, "it warns and takes the values as text"),
      .defaultValue: (false, "it gives the default to no element"),
      .sameName: (false, "only the last value is kept"),
      .idName: (false, "the attribute takes the place of the id"),
      .undeclaredKey: (true, "it stops"),
      .sameEdgeID: (true, "the second edge overwrites the first"),
      .undirectedEdge: (true, "it stops: edges must be all directed or all undirected"),
      .nestedGraph: (true, "the inner graph is lost"),
      .unknownNode: (false, "it makes up the node"),
      .emptyNumber: (false, "the value becomes an empty text"),
    ],
    .igraph: [
      .listType: (true, "it stops"),
      .noType: (true, "the attribute is dropped"),
      .allScope: (true, "it warns, and the values are lost"),
      .sameName: (true, "it stops"),
      .idName: (false, "the attribute takes the place of the id"),
      .undeclaredKey: (true, "it warns and drops the value"),
      .edgeIDs: (false, "version 1.0.0 gives edges wrong ids; repeat them in an attribute"),
      .undirectedEdge: (false, "it ignores the direction of single edges"),
      .nestedGraph: (true, "the inner graph is lost"),
      .unknownNode: (false, "it makes up the node"),
      .emptyNumber: (false, "the value becomes NaN"),
    ],
    .rustworkx: [
      .prefix: (true, "it finds no graph"),
      .listType: (true, "it stops"),
      .noType: (true, "it stops"),
      .noName: (true, "it stops"),
      .sameName: (false, "only the last value is kept"),
      .undeclaredKey: (true, "it stops"),
      .undirectedEdge: (false, "it ignores the direction of single edges"),
      .nestedGraph: (true, "it stops"),
      .unknownNode: (true, "the edge is dropped"),
      .emptyNumber: (false, "the value becomes None"),
      .boolean: (true, "it stops: a boolean is true or false"),
      .cdata: (true, "the value is lost"),
    ],
    .gephi: [
      .encoding: (true, "it guesses the encoding from the first 4096 bytes"),
      .noType: (false, "it complains and takes the values as text"),
      .noName: (false, "it complains"),
      .allScope: (true, "label, colour, size and weight are never applied"),
      .defaultValue: (false, "it gives no default to label, colour, size and weight"),
      .sameName: (false, "only the last value is kept"),
      .visualKey: (true, "it takes the key by its id for the property of that name"),
      .undeclaredKey: (true, "the value is ignored"),
      .sameEdgeID: (true, "the second edge is dropped"),
      .parallelEdges: (false, "it merges them into one and adds up the weights, unless told not to"),
      .nestedGraph: (false, "it flattens the graphs"),
      .description: (false, "the text becomes the label"),
      .unknownNode: (false, "it makes up the node"),
      .zeroWeight: (true, "the edge is dropped"),
      .color: (true, "only #RRGGBB and the names of CSS are colours"),
    ],
    .cytoscape: [
      .prefix: (true, "it finds no graph"),
      .listType: (true, "the attribute is dropped"),
      .noType: (true, "the attribute is dropped"),
      .defaultValue: (false, "it knows no defaults"),
      .sameName: (false, "both are one column"),
      .undeclaredKey: (true, "the value is dropped"),
      .undirectedEdge: (false, "it ignores the direction of single edges"),
      .description: (false, "the text becomes the name"),
      .edgeBeforeNode: (true, "the edge is ignored, and its values go to the element before it"),
      .boolean: (true, "anything but true is false"),
      .noLabels: (false, "it shows the ids of the nodes, since no attribute is called name"),
      .noInteraction: (false, "the type of every edge is -, since no attribute is called interaction"),
    ],
    .yed: [
      .noDrawing: (
        false,
        "it shows neither labels nor colours of plain attributes: use its Properties Mapper, or write the file "
          + "with --flavor yed"
      )
    ],
    .graphviz: [
      .byteOrderMark: (true, "it takes the mark for a syntax error"),
      .longString: (true, "a quoted string of more than 16384 bytes is a syntax error"),
      .controlCharacter: (true, "the character makes pictures in SVG ill-formed"),
      .strict: (false, "of parallel edges only one is kept"),
    ],
  ]
}
