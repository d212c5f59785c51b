import OntologyModel

/// What earlier text gives to a sentence: who was spoken of last, and whom headings name.
struct ReadingContext {
  /// A name seen.
  struct Spot {
    let entity: Int
    let role: Role
    let sentence: Int
    /// Only the name of something in it was read (the county of a hospital).
    var isImplied = false
  }

  /// Names taken from context.
  struct Offer {
    var entities: [Int]
    var certainty: Double
    let note: String
    var isFromHeading = false
    /// Sentences back; 0 where the sentence itself or a heading names them.
    var distance = 0
  }

  /// Names of the section so far, in order.
  private(set) var spots: [Spot] = []
  /// Lists of two and more names of the section so far.
  private(set) var lists: [(entities: [Int], role: Role, sentence: Int)] = []
  private var last: [Role: (entities: [Int], sentence: Int)] = [:]
  private var heading: [Role: [Int]] = [:]
  private var title: [Role: [Int]] = [:]
  private var section = -1
  /// Roles that the text has made plain for entities whose side nothing else tells.
  private(set) var learned: [Int: Role] = [:]
  /// Whom 我院, 本集团 and the like have turned out to mean.
  private(set) var speakers: [Int] = []
  /// Years named last.
  var years: ClosedRange<Int>?

  /// How far back words can point, in names.
  private static let reach = 240

  /// Forgets what no word reaches any more, now and then.
  private mutating func forget() {
    if spots.count > 2 * ReadingContext.reach { spots.removeFirst(spots.count - ReadingContext.reach) }
    if lists.count > 64 { lists.removeFirst(lists.count - 32) }
  }

  /// Starts a new section when `section` differs; the title stays, the heading goes.
  mutating func enter(section: Int) {
    guard section != self.section else { return }
    self.section = section
    spots = []
    lists = []
    last = [:]
    heading = [:]
  }

  /// Keeps the names of a title or heading.
  mutating func note(headingGroups groups: [NameGroup], isTitle: Bool, sentence: Int) {
    for group in groups {
      let entities = group.members.map(\.entity)
      if isTitle {
        title[group.role, default: []] += entities
      } else {
        heading[group.role, default: []] += entities
      }
      for entity in entities { spots.append(Spot(entity: entity, role: group.role, sentence: sentence)) }
    }
  }

  /// Whether there is nothing to take from it.
  var isEmpty: Bool { spots.isEmpty && heading.isEmpty && title.isEmpty }

  /// Keeps a name group in order of appearance, for words that point back.
  mutating func see(group: NameGroup, sentence: Int) {
    for member in group.members {
      spots.append(Spot(entity: member.entity, role: group.role, sentence: sentence))
    }
  }

  /// Keeps a list of names, for 三县 and the like.
  mutating func see(list: NameGroup, sentence: Int) {
    lists.append((list.members.map(\.entity), list.role, sentence))
  }

  /// Keeps a place that a name implies (the county of 会泽县人民医院), for words that point back.
  mutating func see(impliedPlace entity: Int, role: Role, sentence: Int) {
    spots.append(Spot(entity: entity, role: role, sentence: sentence, isImplied: true))
  }

  /// Keeps the role of an entity for the rest of the document.
  mutating func learn(_ role: Role, of entity: Int) {
    if learned[entity] == nil { learned[entity] = role }
  }

  /// Keeps who speaks in the document.
  mutating func hear(_ speaker: Int) {
    if !speakers.contains(speaker) { speakers.append(speaker) }
  }

  /// Makes the ends of a relation the topic.
  mutating func setTopic(_ role: Role, _ entities: [Int], sentence: Int) {
    forget()
    last[role] = (entities, sentence)
  }

  /// The places that the sentences just before were about, when they were places.
  func topicPlaces(_ role: Role, before sentence: Int) -> [Int]? {
    guard let last = last[role], sentence - last.sentence <= 2 else { return nil }
    return last.entities
  }

  /// Who can fill a role that the sentence leaves out.
  ///
  /// - Parameter isFit: what the entity must be; the latest name that is so goes before the topic that is not.
  func offer(
    _ role: Role, sentence: Int, isFit: (Int) -> Bool = { _ in true },
    prefersHeading: (_ headed: Int, _ last: [Int]) -> Bool = { _, _ in false }
  ) -> Offer? {
    let named = (heading[role], title[role])
    let headed = [named.0, named.1].compactMap { $0 }.first { Set($0).count == 1 && isFit($0[0]) }
    if var last = last[role] {
      if !last.entities.allSatisfy(isFit) {
        guard let spot = spots.last(where: { $0.role == role && !$0.isImplied && isFit($0.entity) }) else {
          return nil
        }
        last = ([spot.entity], last.sentence)
      }
      let distance = sentence - last.sentence
      if let headed, distance > 0, prefersHeading(headed[0], last.entities) {
        return Offer(
          entities: [headed[0]], certainty: 0.9, note: "named in the heading or title", isFromHeading: true)
      }
      if distance <= 6 {
        return Offer(
          entities: last.entities,
          certainty: distance <= 1 ? 0.92 : distance == 2 ? 0.8 : distance == 3 ? 0.76 : 0.72,
          note: "named \(distance == 0 ? "earlier in the sentence" : "\(distance) sentence(s) before")",
          distance: distance)
      }
    }
    if let headed {
      return Offer(
        entities: [headed[0]], certainty: 0.9, note: "named in the heading or title", isFromHeading: true)
    }
    return nil
  }

  /// The entities of the title, helpers first.
  var titleEntities: [Int] { (title[.helper] ?? []) + (title[.recipient] ?? []) }

  /// Whether a name of its own (not a part of another) of the section or the title is this entity.
  func names(_ entity: Int) -> Bool {
    spots.contains { $0.entity == entity && !$0.isImplied } || title.values.contains { $0.contains(entity) }
  }
}
