import OntologyModel

/// The attributes of our GraphML, in the order in which they are written.
enum GraphMLKey {
  /// What a key belongs to.
  enum Scope: String { case graph, node, edge }

  struct Declaration {
    let id: StaticString
    let scope: Scope
    let name: StaticString
    let type: StaticString
  }

  static let all: [Declaration] =
    [Declaration(id: "g_title", scope: .graph, name: "title", type: "string")] + nodes + edges

  /// Declared only where a graph is written with what changed in it.
  static let changes = [
    Declaration(id: "n_change", scope: .node, name: "change", type: "string"),
    Declaration(id: "e_change", scope: .edge, name: "change", type: "string"),
  ]

  static let nodes: [Declaration] = [
    Declaration(id: "n_entity_id", scope: .node, name: "entity_id", type: "string"),
    Declaration(id: "n_label", scope: .node, name: "label", type: "string"),
    Declaration(id: "n_name", scope: .node, name: "name", type: "string"),
    Declaration(id: "n_type", scope: .node, name: "type", type: "string"),
    Declaration(id: "n_adcode", scope: .node, name: "adcode", type: "string"),
    Declaration(id: "n_aliases", scope: .node, name: "aliases", type: "string"),
    Declaration(id: "n_color", scope: .node, name: "color", type: "string"),
    Declaration(id: "n_size", scope: .node, name: "size", type: "double"),
    Declaration(id: "n_latitude", scope: .node, name: "latitude", type: "double"),
    Declaration(id: "n_longitude", scope: .node, name: "longitude", type: "double"),
    Declaration(id: "n_mention_count", scope: .node, name: "mention_count", type: "int"),
    Declaration(id: "n_note", scope: .node, name: "note", type: "string"),
    Declaration(id: "n_implicit", scope: .node, name: "implicit", type: "boolean"),
  ]

  static let edges: [Declaration] = [
    Declaration(id: "e_relation_id", scope: .edge, name: "relation_id", type: "string"),
    Declaration(id: "e_label", scope: .edge, name: "label", type: "string"),
    Declaration(id: "e_interaction", scope: .edge, name: "interaction", type: "string"),
    Declaration(id: "e_fields", scope: .edge, name: "fields", type: "string"),
    Declaration(id: "e_weight", scope: .edge, name: "weight", type: "double"),
    Declaration(id: "e_certainty", scope: .edge, name: "certainty", type: "double"),
    Declaration(id: "e_color", scope: .edge, name: "color", type: "string"),
    Declaration(id: "e_status", scope: .edge, name: "status", type: "string"),
    Declaration(id: "e_rule", scope: .edge, name: "rule", type: "string"),
    Declaration(id: "e_year_from", scope: .edge, name: "year_from", type: "int"),
    Declaration(id: "e_year_to", scope: .edge, name: "year_to", type: "int"),
    Declaration(id: "e_evidence_count", scope: .edge, name: "evidence_count", type: "int"),
    Declaration(id: "e_quantities", scope: .edge, name: "quantities", type: "string"),
    Declaration(id: "e_documents", scope: .edge, name: "documents", type: "string"),
    Declaration(id: "e_evidence", scope: .edge, name: "evidence", type: "string"),
    Declaration(id: "e_document", scope: .edge, name: "document", type: "string"),
    Declaration(id: "e_start", scope: .edge, name: "start", type: "int"),
    Declaration(id: "e_end", scope: .edge, name: "end", type: "int"),
  ]
}
