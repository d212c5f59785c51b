/// What an attribute of a GraphML file means to us.
enum GraphMLSlot {
  case ignored
  /// Known, but of no use: it follows from other attributes, or from another graph.
  case drawn
  // Of nodes and edges.
  case label, type, color
  // Of nodes.
  case entityID, name, adcode, aliases, size, latitude, longitude, mentionCount, note, implicit, parent
  // Of edges.
  case relationID, interaction, fields, weight, certainty, status, rule, yearFrom, yearTo, evidenceCount
  case quantities, documents, evidence, document, start, end
  // Of the graph.
  case title

  /// Whether the value matters, and not only that there is one.
  var isRead: Bool {
    switch self {
    case .ignored, .drawn, .relationID, .evidenceCount: false
    default: true
    }
  }

  /// The meaning of a node attribute by its name in lower case.
  static let nodes: [String: GraphMLSlot] = [
    "entity_id": .entityID, "label": .label, "nodelabel": .label, "name": .name, "type": .type,
    "adcode": .adcode, "aliases": .aliases, "color": .color, "size": .size, "latitude": .latitude,
    "lat": .latitude, "longitude": .longitude, "lon": .longitude, "lng": .longitude,
    "mention_count": .mentionCount, "note": .note, "implicit": .implicit, "parent": .parent,
    "change": .drawn, "nodegraphics": .drawn,
  ]

  /// The meaning of an edge attribute by its name in lower case.
  static let edges: [String: GraphMLSlot] = [
    "relation_id": .relationID, "label": .label, "edgelabel": .label, "edge label": .label,
    "interaction": .interaction, "type": .type, "relation": .type, "fields": .fields, "weight": .weight,
    "certainty": .certainty, "color": .drawn, "status": .status, "rule": .rule, "year_from": .yearFrom,
    "year_to": .yearTo, "evidence_count": .evidenceCount, "quantities": .quantities,
    "documents": .documents, "evidence": .evidence, "document": .document, "start": .start, "end": .end,
    "change": .drawn, "edgegraphics": .drawn,
  ]
}
