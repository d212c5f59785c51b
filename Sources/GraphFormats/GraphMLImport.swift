import GraphStore
import SourceText
import XMLStream

/// A GraphML file while it is read: takes the parser's events and fills a builder. Strings go from the
/// parser's bytes into the builder's pool without a detour.
struct GraphMLImport: ~Copyable {
  struct Key {
    var node = GraphMLSlot.ignored
    var edge = GraphMLSlot.ignored
    var graph = GraphMLSlot.ignored
    var name = ""
    var scope = ""
    var defaultValue: [UInt8]?
  }

  /// An edge while its data is read; strings are ids of the builder's pool.
  struct EdgeState {
    var isBroken = true
    var position = SourcePosition(line: 1, column: 1)
    var type: UInt32 = 0
    var interaction: UInt32 = 0
    var weight = Double.nan
    var isOurs = false
    var row = EvidenceRow()
  }

  static let namespace = "http://graphml.graphdrawing.org/xmlns"
  static let elements = ["graphml", "graph", "node", "edge", "data", "key", "default", "desc"]
  static let attributes = ["id", "for", "attr.name", "source", "target", "edgedefault"]
  // Some writers leave out the namespace, so each element is known with and without it.
  static let reader = XMLReader(
    names: elements.map { XMLName($0, in: namespace) } + elements.map { XMLName($0) }
      + attributes.map { XMLName($0) })

  /// The names that the handler tells apart.
  enum Element: Int { case graphml, graph, node, edge, data, key, defaultValue, desc }
  static let idName = XMLNameID(16)
  static let forName = XMLNameID(17)
  static let attrName = XMLNameID(18)
  static let sourceName = XMLNameID(19)
  static let targetName = XMLNameID(20)
  static let edgeDefaultName = XMLNameID(21)
  /// The attribute has the name of the element without a namespace.
  static let keyName = XMLNameID(13)

  let style: GraphStyle
  var log: ProblemLog
  var title: String?
  var builder = GraphBuilder()

  /// Ids of nodes as the file writes them, and for each the entity, and whether the file declares it.
  var ids = StringPool()
  var entities: [UInt32] = [0]
  var isDeclared: [Bool] = [false]
  var firstUse: [UInt32: SourcePosition] = [:]
  /// For each edge the numbers of its two ends; the last ones wait in `pending`.
  var ends: [UInt32] = []
  var pendingIDs = ByteScratch()
  var pendingEnds: [Int] = []
  var pendingPositions: [SourcePosition] = []

  var keyIDs = StringPool()
  var keys: [Key] = [Key()]
  var openKey = 0
  var nodeDefaults: [(GraphMLSlot, [UInt8])] = []
  var edgeDefaults: [(GraphMLSlot, [UInt8])] = []

  // How far the file is read.
  var queue = GraphMLQueue()
  var hasRoot = false
  var isInEdge = false
  var openNodes = 0
  var dataKey = 0
  var dataSlot = GraphMLSlot.ignored
  /// The key that came last after each key: mostly it comes again.
  var followers: [Int] = [0]
  var keyTexts: [XMLAttributeText] = [XMLAttributeText([])]
  var isInData = false
  /// How many elements are open inside the data: drawings of yEd and the like, which are not ours.
  var innerDepth = 0
  /// Whether the text that comes is wanted.
  var takesText = false
  var scratch = ByteScratch()
  var warnedKeys: Set<Int> = []
  var leftOut: Set<String> = []

  // How far the queue is worked off.
  /// The nodes that are open, the innermost last, with their ids in the file.
  var nodes: [(row: NodeRow, id: UInt32)] = []
  var edge = EdgeState()
  var isEdgeOpen = false
  /// The id and the label of the open edge, which few files need.
  var edgeID = ByteScratch()
  var edgeLabel = ByteScratch()
  /// The documents of the open edge, joined, and the one that the evidence stands in.
  var edgeDocuments = ByteScratch()
  var edgeDocument = ByteScratch()
  var edgeCount: UInt32 = 0
  var links: [(node: UInt32, parent: UInt32)] = []

  var fieldLists = TextMemo()
  var quantityLists = TextMemo()
  var fewStrings = TextMemo()
  var types = TextMemo()
  var documents = TextMemo()
  let locatedIn: UInt32
  var colorByType: [UInt32: UInt32] = [:]

  /// - Parameter byteCount: The size of the file, to make room for what it may hold.
  init(file: String?, style: GraphStyle, byteCount: Int) {
    self.style = style
    log = ProblemLog(file: file)
    locatedIn = builder.strings.intern("located_in")
    builder.reserveCapacity(byteCount: byteCount)
    ends.reserveCapacity(min(byteCount, 1 << 32) / 256)
  }

  mutating func startElement(_ name: XMLNameID, at cursor: borrowing XMLCursor) throws(Diagnostic) {
    if !hasRoot {
      hasRoot = true
      if element(name) != .graphml {
        throw Diagnostic(
          .error, id: "graphml.not-graphml", file: log.file, position: cursor.position,
          message: "the root element is <\(cursor.name(name).local)>, not <graphml>")
      }
    }
    if isInData {
      innerDepth += 1
      takesText = false
      return
    }
    switch element(name) {
    case .data: startData(cursor)
    case .node: startNode(cursor)
    case .edge: startEdge(cursor)
    case .key: startKey(cursor)
    case .defaultValue:
      takesText = true
      drain()
      queue.text.removeAll()
    case .graph: startGraph(cursor)
    case .graphml, .desc: break
    case nil:
      let local = cursor.name(name).local
      if leftOut.insert(local).inserted {
        note(.warning, "graphml.left-out", cursor, "<\(local)> is not read")
      }
    }
  }

  mutating func addText(_ piece: Span<UInt8>) {
    if takesText { piece.withUnsafeBufferPointer { queue.text.append($0) } }
  }

  mutating func endElement(_ name: XMLNameID, at cursor: borrowing XMLCursor) {
    if isInData {
      if innerDepth == 0 { return endData(cursor) }
      innerDepth -= 1
      takesText = innerDepth == 0 && dataSlot != .ignored
      return
    }
    switch element(name) {
    case .node:
      openNodes = max(0, openNodes - 1)
      enqueue(.endNode, at: cursor.position)
    case .edge:
      isInEdge = false
      enqueue(.endEdge, at: cursor.position)
    case .key: endKey()
    case .defaultValue:
      takesText = false
      let value = queue.text.array
      drain()
      queue.text.removeAll()
      if openKey < keys.count { keys[openKey].defaultValue = value }
    default: break
    }
  }

  func element(_ name: XMLNameID) -> Element? {
    name.number < 16 ? Element(rawValue: name.number & 7) : nil
  }
}
