extension Place {
  /// The same unit with its successors known.
  func replaced(by successors: [Int]) -> Place {
    Place(
      index: index, adcode: adcode, name: name, givenID: givenID, shortNames: shortNames,
      fullForms: otherFullForms, level: level, type: type, parent: parent, coordinate: coordinate,
      years: years, successors: successors, pinyin: pinyin, english: english)
  }

  /// The same unit with more names that people use for it.
  func named(also names: [String]) -> Place {
    Place(
      index: index, entityID: entityID, adcode: adcode, name: name,
      shortNames: shortNames + names.filter { $0 != name && !shortNames.contains($0) },
      fullForms: otherFullForms, level: level, type: type, parent: parent, coordinate: coordinate,
      years: years, successors: successors, pinyin: pinyin, english: english)
  }
}
