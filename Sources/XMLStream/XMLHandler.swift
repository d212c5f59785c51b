import SourceText

/// Receives what an `XMLReader` finds, as strings.
///
/// A thrown diagnostic stops the reading; where it lacks file and position, the reader adds them.
public protocol XMLHandler: AnyObject {
  /// An element starts. Namespace declarations are not among the attributes.
  func start(_ name: XMLName, attributes: [XMLAttribute], at position: SourcePosition) throws(Diagnostic)
  /// The whole text between two tags, references resolved; also white space alone.
  func text(_ text: String, at position: SourcePosition) throws(Diagnostic)
  /// An element ends.
  func end(_ name: XMLName, at position: SourcePosition) throws(Diagnostic)
}

/// An attribute of an element.
public struct XMLAttribute: Sendable, Hashable {
  /// The name without its prefix.
  public let name: String
  /// The namespace address; nil for an attribute without a prefix.
  public let namespace: String?
  /// The value, references resolved.
  public let value: String

  /// Makes an attribute.
  public init(name: String, namespace: String? = nil, value: String) {
    self.name = name
    self.namespace = namespace
    self.value = value
  }
}

extension [XMLAttribute] {
  /// The value of an attribute; nil when the element has none of that name.
  public func value(_ name: String, in namespace: String? = nil) -> String? {
    first { $0.name == name && $0.namespace == namespace }?.value
  }
}
