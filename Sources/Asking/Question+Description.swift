extension Question {
  /// The question in a fixed form for tests and programs: `helpers recipient=place:530326 field=education`.
  public var canonical: String {
    var parts = [kind.rawValue]
    func add(_ role: String, _ party: Party) {
      if !party.names.isEmpty {
        parts.append(
          "\(role)\(party.isWithin ? "@" : "")=" + party.names.map(\.entityID).sorted().joined(separator: ",")
        )
      }
      if !party.kinds.isEmpty {
        parts.append("\(role).kind=" + party.kinds.map(\.text).sorted().joined(separator: ","))
      }
      if !party.regions.isEmpty {
        parts.append("\(role).in=" + party.regions.map(\.entityID).sorted().joined(separator: ","))
      }
    }
    add("helper", helper)
    add("recipient", recipient)
    add("programme", programme)
    if !fields.isEmpty { parts.append("field=" + fields.sorted().joined(separator: ",")) }
    if let years {
      parts.append(
        years.count == 1 ? "year=\(years.lowerBound)" : "year=\(years.lowerBound)-\(years.upperBound)")
    }
    if !excluded.isEmpty {
      parts.append("except=" + excluded.map(\.entityID).sorted().joined(separator: ","))
    }
    if isCount { parts.append("count") }
    return parts.joined(separator: " ")
  }

  /// How the question was understood, with both sides and an arrow that shows the direction of help:
  /// `谁？ —帮扶→ 会泽县（云南省曲靖市会泽县，place:530326）；领域：教育`.
  ///
  /// - Parameter fieldLabel: The label of a field in the language of the question.
  public func description(fieldLabel: (String) -> String) -> String {
    let isChinese = language == .chinese
    var text = isCount ? (isChinese ? "计数：" : "count: ") : ""
    text += sentence(isChinese)
    var conditions: [String] = []
    if !fields.isEmpty {
      conditions.append(
        (isChinese ? "领域：" : "field: ")
          + fields.map(fieldLabel).joined(separator: isChinese ? "、" : ", "))
    }
    if let years {
      let span = years.upperBound > 2200 ? "\(years.lowerBound)–" : "\(years.lowerBound)–\(years.upperBound)"
      conditions.append((isChinese ? "年份：" : "year: ") + (years.count == 1 ? "\(years.lowerBound)" : span))
    }
    if !excluded.isEmpty {
      conditions.append((isChinese ? "除外：" : "except: ") + excluded.map(\.label).joined(separator: ", "))
    }
    if !conditions.isEmpty {
      text += (isChinese ? "；" : "; ") + conditions.joined(separator: isChinese ? "；" : "; ")
    }
    return text
  }

  private func sentence(_ isChinese: Bool) -> String {
    func words(_ chinese: String, _ english: String) -> String { isChinese ? chinese : english }
    let (from, to, by) = (say(helper), say(recipient), say(programme))
    let help = words(" —帮扶→ ", " —helps→ ")
    return switch kind {
    case .helpers, .recipients, .pair, .pairs: from + help + to
    case .relation: words("\(from) 与 \(to) 的关系（不论方向）", "how \(from) and \(to) are connected, either way")
    case .partners:
      words(
        "\(recipient.isOpen ? "谁？" : to) 与 \(from) 有帮扶关系（不论方向）",
        "\(recipient.isOpen ? "who?" : to) helps or is helped by \(from), either way")
    case .participants: from + words(" —参与或实施→ ", " —takes part in or runs→ ") + by
    case .runners: from + words(" —实施→ ", " —runs→ ") + by
    case .beneficiaries, .programmesFor: by + words(" —惠及→ ", " —benefits→ ") + to
    case .programmesBy, .pairProgramme: from + words(" —参与或实施→ ", " —takes part in or runs→ ") + by
    case .programmes: words("与 \(from) 有关的项目", "programmes that \(from) has to do with")
    case .topHelpers: words("帮扶最多的：", "who helps most: ") + from + help + to
    case .topRecipients: words("得到帮扶最多的：", "who is helped by most: ") + from + help + to
    case .gaps:
      words("没有得到帮扶的：", "without help: ") + to
        + (helper.isOpen ? "" : words("；帮扶方：", "; helper: ") + from)
    }
  }

  private func say(_ party: Party) -> String {
    let isChinese = language == .chinese
    if !party.names.isEmpty {
      let names = party.names.map { candidate in
        let full = candidate.name == candidate.label ? "" : candidate.name + (isChinese ? "，" : ", ")
        return isChinese
          ? "\(candidate.label)（\(full)\(candidate.entityID)）"
          : "\(candidate.label) (\(full)\(candidate.entityID))"
      }
      let list = names.joined(separator: isChinese ? "、" : ", ")
      return party.isWithin ? list + (isChinese ? "及其下各地" : " with all within") : list
    }
    var text = ""
    if !party.regions.isEmpty {
      let regions = party.regions.map { "\($0.label)" }.joined(separator: isChinese ? "、" : ", ")
      text = isChinese ? "\(regions)的" : "\(regions): "
    }
    text += party.kinds.map(\.word).joined(separator: isChinese ? "、" : ", ")
    if party.kinds.isEmpty { text += isChinese ? "谁" : "who" }
    return party.isAsked ? text + (isChinese ? "？" : "?") : text
  }
}
