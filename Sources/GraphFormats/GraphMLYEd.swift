import GraphStore
import OntologyModel

/// What yEd draws: it shows no plain attributes, but shapes, fills and labels of its own namespace.
///
/// The keys have `attr.name` and `attr.type` beside `yfiles.type`, since readers that do not know yEd want them.
enum GraphMLYEd {
  static let namespace: StaticString = " xmlns:y=\"http://www.yworks.com/xml/graphml\""

  static let keys: StaticString = """
      <key id="y_node" for="node" attr.name="nodegraphics" attr.type="string" yfiles.type="nodegraphics"/>
      <key id="y_edge" for="edge" attr.name="edgegraphics" attr.type="string" yfiles.type="edgegraphics"/>

    """

  /// Places are boxes, those who act are round, programmes slanted.
  static func shape(_ type: String) -> StaticString {
    switch EntityType(rawValue: type) {
    case .agency, .institution, .organization: "ellipse"
    case .enterprise: "hexagon"
    case .programme: "parallelogram"
    default: "roundrectangle"
    }
  }
}

extension OutputBuffer {
  /// How yEd draws a node; wide enough for a label of Chinese characters.
  mutating func yEdNode(label: String, color: String, shape: StaticString) {
    raw("<data key=\"y_node\"><y:ShapeNode><y:Geometry height=\"30.0\" width=\"")
    double(Double(14 * label.unicodeScalars.count + 20))
    raw("\"/><y:Fill color=\"")
    xml(color)
    raw("\" transparent=\"false\"/><y:NodeLabel>")
    foldedXML(label)
    raw("</y:NodeLabel><y:Shape type=\"")
    raw(shape)
    raw("\"/></y:ShapeNode></data>")
  }

  /// How yEd draws an edge: the more statements, the thicker; the label is XML already.
  mutating func yEdEdge(label: [UInt8], color: [UInt8], weight: Double) {
    raw("<data key=\"y_edge\"><y:PolyLineEdge><y:LineStyle color=\"")
    raw(color)
    raw("\" type=\"line\" width=\"")
    double((min(6, max(1, weight).squareRoot()) * 10).rounded() / 10)
    raw("\"/><y:Arrows source=\"none\" target=\"standard\"/><y:EdgeLabel>")
    raw(label)
    raw("</y:EdgeLabel></y:PolyLineEdge></data>")
  }
}
