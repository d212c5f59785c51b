import Linking
import OntologyModel

/// Who fills a role that the sentence leaves out.
extension SentenceReader {
  /// Who can fill a role from context: in a sentence on pairing a whole unit, and rather the district that the
  /// text speaks of than the bureau of it that acted last.
  func offer(_ role: Role) -> ReadingContext.Offer? {
    let entities = names.document.entities
    if role == .programme {
      return context.offer(role, sentence: number).flatMap { $0.entities.count == 1 ? $0 : nil }
    }
    guard role == .helper else {
      let isPairing = tokens.classes.intersects(reader.classes.pair)
      return weighed(
        context.offer(
          role, sentence: number,
          isFit: { !isPairing || [.county, .district, .prefecture, .province].contains(entities[$0].type) },
          prefersHeading: { headed, last in
            last.allSatisfy { names.holds(headed, $0) && [.township, .village].contains(entities[$0].type) }
          }))
    }
    let offered = context.offer(
      role, sentence: number,
      prefersHeading: { headed, _ in entities[headed].type != .province })
    guard var offer = offered else { return nil }
    if offer.entities.count == 1, !entities[offer.entities[0]].type.isPlace, !offer.isFromHeading,
      let home = names.home(of: offer.entities[0]), let place = names.entityOfPlace[home],
      names.roles[place] == .helper,
      entities[place].type != .province,
      entities[offer.entities[0]].type == .agency || entities[offer.entities[0]].type == .organization,
      context.names(place)
    {
      offer.entities = [place]
    }
    return offer
  }

  /// A recipient of an earlier sentence, less sure where that text speaks of others too: of the readings of
  /// annotated texts that had a choice four in five were wrong, of the others half.
  private func weighed(_ offer: ReadingContext.Offer?) -> ReadingContext.Offer? {
    guard var offer, !offer.isFromHeading, offer.distance > 0 else { return offer }
    let hasRival = context.spots.contains { spot in
      spot.role == .recipient && !spot.isImplied
        && !offer.entities.contains { $0 == spot.entity || names.holds(spot.entity, $0) }
    }
    if hasRival { offer.certainty *= 0.7 }
    return offer
  }
}
