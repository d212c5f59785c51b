import Linking
import Mentions
import OntologyModel

/// What a document's entities can be in statements about help, worked out once for a document.
final class DocumentNames {
  let document: LinkedDocument
  let ontology: Ontology
  /// Side tier by entity: 0 gives only … 3 receives only; nil when nothing tells.
  let tiers: [Int?]
  /// The role by entity before the sentence has its say.
  let roles: [Role]
  /// The place that each entity is or belongs to, also where only the parts of its name tell.
  let homes: [Int?]
  /// Bodies that help wherever they are: universities, and institutes of a whole province.
  let ranges: [Bool]
  /// Full names, for references such as 该院.
  let names: [[Unicode.Scalar]]
  /// The entity of a place, where the document names it.
  let entityOfPlace: [Int: Int]
  /// The name and the surfaces of each entity, for endings such as 县 in 该县.
  let forms: [[[Unicode.Scalar]]]
  /// Reading offsets of each mention with the places in front that only say where it lies (会泽县 in 会泽县娜姑镇).
  let spans: [Range<Int>]
  /// Positions in `document.mentions` of those that lie in no longer name, by start.
  let outer: [Int]

  init(document: LinkedDocument, ontology: Ontology, words: WordTables) {
    self.document = document
    self.ontology = ontology
    var homes = document.entities.map { $0.home }
    // An organization without a home belongs where its name says.
    for mention in document.mentions {
      guard let holder = mention.within, holder < document.mentions.count else { continue }
      let body = document.mentions[holder].entity
      let place = document.entities[mention.entity]
      guard place.type.isPlace, let home = place.home, document.entities[body].type != .programme else {
        continue
      }
      let isBranch = words.kind(ofBody: document.entities[body].name)?.liesWhereNameEnds ?? false
      if homes[body] == nil || isBranch && DocumentNames.tier(of: home, in: ontology) >= 2 {
        homes[body] = home
      }
    }
    // 六盘水市第三中学: a place that the document names stands in front.
    var byLabel: [String: Int] = [:]
    for entity in document.entities where entity.type.isPlace && entity.label.unicodeScalars.count > 1 {
      if let home = entity.home, byLabel[entity.label] == nil { byLabel[entity.label] = home }
    }
    for (index, entity) in document.entities.enumerated()
    where homes[index] == nil && !entity.type.isPlace && entity.type != .programme {
      homes[index] = (2...8).lazy.compactMap { byLabel[String(entity.name.prefix($0))] }.first
    }
    // A branch school or hospital belongs where its name ends: 密云二中库伦分校.
    for (index, entity) in document.entities.enumerated()
    where words.kind(ofBody: entity.name)?.liesWhereNameEnds ?? false {
      let places = document.entities.filter { place in
        guard place.type.isPlace, let home = place.home, DocumentNames.tier(of: home, in: ontology) >= 2
        else {
          return false
        }
        return ([place.label] + ontology.places[home].shortNames).contains { entity.name.contains($0) }
      }
      if let home = places.last?.home { homes[index] = home }
    }
    // The seat of a company that its name does not show says little: its help may go anywhere.
    var showsHome = document.entities.map { $0.type != .enterprise }
    for mention in document.mentions {
      if let holder = mention.within, holder < document.mentions.count {
        showsHome[document.mentions[holder].entity] = true
      }
    }
    let tiers = document.entities.indices.map { index in
      homes[index].flatMap { home in
        let tier = DocumentNames.tier(of: home, in: ontology)
        return showsHome[index] || tier == 0 ? tier : nil
      }
    }
    self.tiers = tiers
    let ranges = document.entities.indices.map { index in
      let entity = document.entities[index]
      guard entity.type == .institution else { return false }
      switch words.kind(ofBody: entity.name) {
      case .ranging: return true
      case .institute: return homes[index].map { ontology.places[$0].level == .province } ?? false
      default: return false
      }
    }
    self.ranges = ranges
    let placeTiers = Set(
      document.entities.indices.compactMap { document.entities[$0].type.isPlace ? tiers[$0] : nil })
    roles = document.entities.indices.map { index in
      if document.entities[index].type == .programme { return .programme }
      if ranges[index] { return .helper }
      guard let tier = tiers[index] else {
        // A village school or clinic that nothing places is more often helped than helping.
        let isRural = words.kind(ofBody: document.entities[index].name)?.isRatherHelped ?? false
        return isRural && placeTiers.contains(where: { $0 > 0 }) ? .recipient : .helper
      }
      switch tier {
      case 0: return .helper
      case 1: return placeTiers.contains(0) ? .recipient : .helper
      case 2:
        // A helped district of a province that helps: beside places that only receive, it may help too.
        guard !placeTiers.contains(0), placeTiers.contains(3), let home = homes[index] else {
          return .recipient
        }
        let province = ontology.tiers[ontology.places[ontology.province(of: home)].adcode] ?? 1
        return province < 2 ? .helper : .recipient
      default: return .recipient
      }
    }
    names = document.entities.map { Array($0.name.unicodeScalars) }
    entityOfPlace = Dictionary(
      document.entities.indices.compactMap { index in
        document.entities[index].type.isPlace ? document.entities[index].home.map { ($0, index) } : nil
      }, uniquingKeysWith: { first, _ in first })
    self.homes = homes
    var forms = document.entities.map { [Array($0.name.unicodeScalars)] }
    for mention in document.mentions {
      let surface = Array(document.reading.scalars[mention.range])
      if forms[mention.entity].count < 4, !forms[mention.entity].contains(surface) {
        forms[mention.entity].append(surface)
      }
    }
    self.forms = forms
    var spans = document.mentions.map(\.range)
    for index in document.mentions.indices.reversed() {
      guard let holder = document.mentions[index].within, holder < spans.count else { continue }
      spans[holder] =
        min(
          spans[holder].lowerBound, spans[index].lowerBound)..<max(
          spans[holder].upperBound, spans[index].upperBound)
    }
    self.spans = spans
    outer = document.mentions.indices.filter { document.mentions[$0].within == nil }
  }

  /// Position in `outer` of the first mention that starts at or after an offset. O(log mentions).
  func firstOuter(from offset: Int) -> Int {
    var low = 0
    var high = outer.count
    while low < high {
      let middle = (low + high) / 2
      if spans[outer[middle]].lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether a stretch of text names an entity.
  func isNamed(_ entity: Int, in range: Range<Int>) -> Bool {
    var index = firstOuter(from: range.lowerBound)
    while index < outer.count, spans[outer[index]].lowerBound < range.upperBound {
      if document.mentions[outer[index]].entity == entity { return true }
      index += 1
    }
    return false
  }

  /// The tier of the nearest unit above (or the place itself) that has one.
  static func tier(of place: Int, in ontology: Ontology) -> Int {
    for unit in [place] + ontology.ancestors(of: place) {
      if let tier = ontology.tiers[ontology.places[unit].adcode] { return tier }
    }
    return 1
  }

  /// The place that an entity is or belongs to.
  func home(of entity: Int) -> Int? { homes[entity] }

  /// Whether `lower` is a place or body inside the place `upper`.
  func holds(_ upper: Int, _ lower: Int) -> Bool {
    guard document.entities[upper].type.isPlace, let above = home(of: upper), let below = home(of: lower)
    else {
      return false
    }
    if document.entities[lower].type.isPlace { return ontology.isAncestor(above, of: below) }
    return above == below || ontology.isAncestor(above, of: below)
  }

  /// The nearest place above a town or village that the document names. O(depth).
  func county(of entity: Int) -> Int? {
    let type = document.entities[entity].type
    guard type == .township || type == .village, let home = home(of: entity) else { return nil }
    return ([home] + ontology.ancestors(of: home)).compactMap { entityOfPlace[$0] }
      .first { $0 != entity && ![.township, .village].contains(document.entities[$0].type) }
  }

  /// Whether help may flow from one entity to another, given their tiers and places.
  func mayHelp(_ helper: Int, _ recipient: Int, isDirected: Bool) -> Bool {
    guard helper != recipient, !holds(helper, recipient), !holds(recipient, helper) else { return false }
    let homes = (home(of: helper), home(of: recipient))
    if let from = homes.0, let to = homes.1, from == to { return false }
    if ranges[helper], !ranges[recipient], tiers[recipient] != 0 { return true }
    if tiers[helper] == nil, let from = homes.0, let to = homes.1,
      ontology.province(of: from) == ontology.province(of: to)
    {
      return false
    }
    guard let from = tiers[helper], let to = tiers[recipient] else {
      return !isDirected || tiers[recipient] != 0
    }
    if from < to { return true }
    guard isDirected, from == to, let a = homes.0, let b = homes.1 else { return false }
    // If the words alone say so: within one province a city may help another, never within a city; of different
    // provinces two units of one kind may, 甲省丙区对口支援乙省丁区.
    if ontology.province(of: a) == ontology.province(of: b) {
      return city(a) != city(b) && !isMunicipality(a)
    }
    let type = document.entities[helper].type
    return type == document.entities[recipient].type && type.isPlace && type != .province
  }

  private func city(_ place: Int) -> Int {
    ([place] + ontology.ancestors(of: place)).first { ontology.places[$0].level == .prefecture } ?? place
  }

  private func isMunicipality(_ place: Int) -> Bool {
    ["110000", "120000", "310000", "500000"].contains(ontology.places[ontology.province(of: place)].adcode)
  }
}
