/// The kinds of things that reports name; the raw values are the contract of every file format.
public enum EntityType: String, Sendable, Hashable, CaseIterable, Codable {
  /// A province, autonomous region, municipality or special administrative region.
  case province = "Province"
  /// A prefecture-level city, autonomous prefecture, prefecture or league.
  case prefecture = "Prefecture"
  /// A 市辖区 of a province on the helping side (the list stands in `Ontology/sides.tsv`).
  case district = "District"
  /// Every other county-level unit.
  case county = "County"
  /// 乡, 镇, 街道.
  case township = "Township"
  /// 村 and 社区.
  case village = "Village"
  /// A company, a corporate group, a brand acting as a company.
  case enterprise = "Enterprise"
  /// A party or government organ, a command headquarters, a liaison group.
  case agency = "Agency"
  /// A school, hospital, research institute, park, library and the like.
  case institution = "Institution"
  /// An association, foundation, cooperative or other social organization.
  case organization = "Organization"
  /// A named programme, project, campaign, model or fund.
  case programme = "Programme"

  /// Whether entities of this type are places with a code.
  public var isPlace: Bool {
    switch self {
    case .province, .prefecture, .district, .county, .township, .village: true
    default: false
    }
  }
}

/// The relations of the graph; the raw values are the contract of every file format.
public enum RelationType: String, Sendable, Hashable, CaseIterable, Codable {
  /// Helper to recipient.
  case assists
  /// Actor to the programme that it starts, organises or implements.
  case runs
  /// Actor to the programme that it takes part in.
  case participates
  /// Programme to the place or body that it helps.
  case benefits
  /// A place to the place above it; only with `--with-hierarchy`.
  case locatedIn = "located_in"
}
