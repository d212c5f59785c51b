import SourceText
import XMLStream

/// What an RDF/XML file says about named things: enough of RDF/XML for a vocabulary as editors save it.
///
/// Read are the nodes directly under `rdf:RDF` with literals and resources as values; nested nodes
/// (restrictions, collections) are passed over.
final class VocabularyStatements: XMLHandler {
  /// Everything said about one named thing.
  struct Subject {
    let iri: String
    let position: SourcePosition
    var types: [String]
    var statements: [Statement] = []

    /// The literal of a property, in a language where one is asked for.
    func literal(_ property: String, language: String? = nil) -> String? {
      statements.first {
        $0.property == property && !$0.isResource && (language == nil || $0.language == language)
      }?
      .value
    }

    /// All values of a property.
    func all(_ property: String) -> [Statement] { statements.filter { $0.property == property } }
  }

  /// One property of a subject with its value.
  struct Statement {
    let property: String
    let value: String
    let isResource: Bool
    let language: String?
    let position: SourcePosition
  }

  static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  static let rdfs = "http://www.w3.org/2000/01/rdf-schema#"
  static let owl = "http://www.w3.org/2002/07/owl#"
  static let skos = "http://www.w3.org/2004/02/skos/core#"
  static let own = "urn:duikou:ontology#"

  private(set) var subjects: [Subject] = []
  /// Whether the root is `rdf:RDF`.
  private(set) var isRDF = false

  private var depth = 0
  private var isOpen = false
  private var statement: Statement?
  private var literal = ""

  func start(_ name: XMLName, attributes: [XMLAttribute], at position: SourcePosition) throws(Diagnostic) {
    depth += 1
    switch depth {
    case 1:
      isRDF = name == XMLName("RDF", in: VocabularyStatements.rdf)
      if !isRDF {
        throw Diagnostic(
          .error, id: "ontology.not-rdf", message: "the root element is \(name.local), not rdf:RDF")
      }
    case 2:
      isOpen = false
      guard let iri = attributes.value("about", in: VocabularyStatements.rdf) else { return }
      isOpen = true
      let type = (name.namespace ?? "") + name.local
      subjects.append(
        Subject(
          iri: iri, position: position, types: type == VocabularyStatements.rdf + "Description" ? [] : [type])
      )
    case 3 where isOpen:
      let resource = attributes.value("resource", in: VocabularyStatements.rdf)
      literal = ""
      statement = Statement(
        property: (name.namespace ?? "") + name.local, value: resource ?? "", isResource: resource != nil,
        language: attributes.value("lang", in: XMLName.xmlNamespace), position: position)
    default:
      statement = nil
    }
  }

  func text(_ text: String, at position: SourcePosition) throws(Diagnostic) {
    if depth == 3 { literal += text }
  }

  func end(_ name: XMLName, at position: SourcePosition) throws(Diagnostic) {
    if depth == 3, let said = statement, !subjects.isEmpty {
      if said.isResource, said.property == VocabularyStatements.rdf + "type" {
        subjects[subjects.count - 1].types.append(said.value)
      } else {
        subjects[subjects.count - 1].statements.append(
          Statement(
            property: said.property, value: said.isResource ? said.value : trimmed(literal),
            isResource: said.isResource, language: said.language, position: said.position))
      }
      statement = nil
    }
    depth -= 1
  }

  private func trimmed(_ text: String) -> String {
    let isSpace: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
    let scalars = text.unicodeScalars
    return String(
      String.UnicodeScalarView(
        scalars.drop(while: isSpace).reversed().drop(while: isSpace).reversed()))
  }
}
