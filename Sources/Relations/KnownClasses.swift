/// The word classes that the reader itself knows by name; every other class is known to the rules only.
struct KnownClasses: Sendable {
  /// Any act of help.
  let act: CueSet
  /// Support in the narrow sense, which may stand after a place (在上海援助下).
  let support: CueSet
  /// What follows a helper that gives or builds.
  let gift: CueSet
  /// Teaching and guiding.
  let teach: CueSet
  /// Sending people.
  let send: CueSet
  /// Those who are sent or taught.
  let people: CueSet
  /// Endings of teams, which stand for the place that sends them.
  let team: CueSet
  /// Denials before the act.
  let not: CueSet
  /// Words that take back what the sentence said.
  let cancel: CueSet
  /// Words that deny any tie, within their clause.
  let unrelated: CueSet
  /// Speaking and publishing, which is no act.
  let say: CueSet
  /// Wishes and calls.
  let wish: CueSet
  /// Announcements.
  let plan: CueSet
  /// Subjects that are no help: sport, exhibitions, roads ….
  let block: CueSet
  /// Thanks, which name a helper without an act.
  let thank: CueSet
  /// Words that make a list pairwise.
  let each: CueSet
  /// Ends of relations that are over.
  let ended: CueSet
  /// Words that join two parties.
  let with: CueSet
  /// Prepositions before a recipient.
  let preposition: CueSet
  /// What marks the one who acts (由).
  let agent: CueSet
  /// Words between a thing and what it is (是).
  let copula: CueSet
  /// Pairing, which holds between whole units.
  let pair: CueSet
  /// Acts that take something from the recipient's place: buying, hiring, receiving.
  let takes: CueSet
  /// Header words of tables.
  let helperColumn: CueSet
  let recipientColumn: CueSet

  init(_ lexicon: CueLexicon) {
    act = lexicon.known("act")
    support = lexicon.known("assist").union(lexicon.known("pair"))
    gift = support.union(lexicon.known("give")).union(lexicon.known("build")).union(lexicon.known("fund"))
    teach = lexicon.known("teach")
    send = lexicon.known("send")
    people = lexicon.known("people")
    team = lexicon.known("team")
    not = lexicon.known("not")
    cancel = lexicon.known("cancel")
    unrelated = lexicon.known("unrelated")
    say = lexicon.known("say")
    wish = lexicon.known("wish")
    plan = lexicon.known("plan")
    block = lexicon.known("block")
    thank = lexicon.known("thank")
    each = lexicon.known("each")
    ended = lexicon.known("ended")
    with = lexicon.known("with")
    preposition = lexicon.known("for")
    agent = lexicon.known("agent")
    copula = lexicon.known("is")
    pair = lexicon.known("pair")
    takes = lexicon.known("takes")
    helperColumn = lexicon.known("helper-column")
    recipientColumn = lexicon.known("recipient-column")
  }
}
