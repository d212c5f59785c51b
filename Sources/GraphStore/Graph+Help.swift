extension Graph {
  /// Which way help is followed.
  enum Direction { case toRecipients, toHelpers }

  /// Who helps a node.
  ///
  /// Help to a place above or below is a separate answer with its level; it is never counted as help to the
  /// node itself. Answers come own help first, then above from near to far, then below; within a level by
  /// number of statements, then in the order of the graph.
  ///
  /// - Complexity: O(edges of the node), and with a scope of all nodes that are looked at; some 100 ns for a
  ///   node with few edges.
  public func helpers(
    of node: NodeID, _ filter: EdgeFilter = EdgeFilter(), scope: HelpScope = []
  ) -> [HelpAnswer] {
    help(node, .toHelpers, filter, scope)
  }

  /// Whom a node helps; as `helpers(of:_:scope:)`.
  public func recipients(
    of node: NodeID, _ filter: EdgeFilter = EdgeFilter(), scope: HelpScope = []
  ) -> [HelpAnswer] {
    help(node, .toRecipients, filter, scope)
  }

  private func help(
    _ node: NodeID, _ direction: Direction, _ filter: EdgeFilter, _ scope: HelpScope
  ) -> [HelpAnswer] {
    let direct = EdgeMatcher(filter, self, relations: ["assists"])
    var answers: [HelpAnswer] = []
    collect(node, .own, 0, direction, direct, &answers)
    if scope.contains(.programmes) { collectProgrammes(node, .own, 0, direction, filter, &answers) }
    if scope.contains(.up) {
      for (steps, other) in ancestors(of: node).enumerated() {
        collect(other, .above, steps + 1, direction, direct, &answers)
        if scope.contains(.programmes) {
          collectProgrammes(other, .above, steps + 1, direction, filter, &answers)
        }
      }
    }
    if scope.contains(.down) {
      for (other, steps) in descendantsWithSteps(of: node) {
        collect(other, .below, steps, direction, direct, &answers)
        if scope.contains(.programmes) {
          collectProgrammes(other, .below, steps, direction, filter, &answers)
        }
      }
    }
    return answers.count > 1 ? sorted(answers) : answers
  }

  private func collect(
    _ node: NodeID, _ level: HelpAnswer.Level, _ steps: Int, _ direction: Direction,
    _ matcher: EdgeMatcher, _ answers: inout [HelpAnswer]
  ) {
    forEachHop(node, direction, matcher) { hop in
      let other = NodeID(hop.other)
      answers.append(
        HelpAnswer(
          edge: EdgeID(hop.edge), helper: direction == .toHelpers ? other : node,
          recipient: direction == .toHelpers ? node : other, level: level, steps: steps, programme: nil,
          benefit: nil, weight: hop.weight))
    }
  }

  /// Help by way of a programme; the field may be that of either relation.
  private func collectProgrammes(
    _ node: NodeID, _ level: HelpAnswer.Level, _ steps: Int, _ direction: Direction,
    _ filter: EdgeFilter, _ answers: inout [HelpAnswer]
  ) {
    var open = filter
    open.field = nil
    let typed = EdgeMatcher(
      open, self, relations: direction == .toHelpers ? ["runs", "participates"] : ["benefits"])
    open.type = nil
    let untyped = EdgeMatcher(
      open, self, relations: direction == .toHelpers ? ["benefits"] : ["runs", "participates"])
    forEachHop(node, direction, untyped) { first in
      let programme = NodeID(first.other)
      forEachHop(programme, direction, typed) { second in
        let (near, far) = (EdgeID(first.edge), EdgeID(second.edge))
        if let field = filter.field, !fields(of: near).contains(field), !fields(of: far).contains(field) {
          return
        }
        let other = NodeID(second.other)
        if other == node { return }
        let isUp = direction == .toHelpers
        answers.append(
          HelpAnswer(
            edge: isUp ? far : near, helper: isUp ? other : node, recipient: isUp ? node : other,
            level: level, steps: steps, programme: programme, benefit: isUp ? near : far,
            weight: isUp ? second.weight : first.weight))
      }
    }
  }

  /// Nodes below with their distance.
  private func descendantsWithSteps(of node: NodeID) -> [(NodeID, Int)] {
    var result: [(NodeID, Int)] = []
    var layer = children(of: node)
    var steps = 1
    while !layer.isEmpty {
      result += layer.map { ($0, steps) }
      layer = layer.flatMap { children(of: $0) }.sorted()
      steps += 1
    }
    return result
  }

  private func sorted(_ answers: [HelpAnswer]) -> [HelpAnswer] {
    answers.sorted { a, b in
      let left = (a.rank, a.steps, UInt8.max - a.weight, a.edge)
      let right = (b.rank, b.steps, UInt8.max - b.weight, b.edge)
      if left != right { return left < right }
      return (a.helper, a.recipient) < (b.helper, b.recipient)
    }
  }

  /// Calls `body` for the edges of a node in one direction that a matcher lets pass.
  func forEachHop(_ node: NodeID, _ direction: Direction, _ matcher: EdgeMatcher, _ body: (Hop) -> Void) {
    if matcher.isImpossible { return }
    let offsets = direction == .toRecipients ? storage.outOffsets : storage.inOffsets
    let hops = direction == .toRecipients ? storage.outHops : storage.inHops
    for index in Int(offsets[node.index])..<Int(offsets[node.index + 1]) where matcher.matches(hops[index]) {
      body(hops[index])
    }
  }
}
