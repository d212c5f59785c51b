/// The name of an element or attribute: the part after the prefix, and the namespace the prefix stands for.
public struct XMLName: Sendable, Hashable, CustomStringConvertible {
  /// The name without its prefix.
  public let local: String
  /// The namespace address; nil for a name in no namespace.
  public let namespace: String?

  /// The namespace of `xml:lang` and its like.
  public static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"

  /// Makes a name.
  public init(_ local: String, in namespace: String? = nil) {
    self.local = local
    self.namespace = namespace
  }

  /// `{namespace}local`, as many tools write it.
  public var description: String { namespace.map { "{\($0)}\(local)" } ?? local }
}

/// A short number that stands for an `XMLName` during one reading.
public struct XMLNameID: Sendable, Hashable {
  /// Position among the names the reader was given; names met later go on counting.
  public let number: Int

  /// Makes an id for the name at a position of the list given to the reader.
  public init(_ number: Int) { self.number = number }
}
