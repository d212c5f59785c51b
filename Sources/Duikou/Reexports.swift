// `import Duikou` is enough to use the library: the types of all stages come with the facade.
@_exported public import Asking
@_exported public import DocumentReading
@_exported public import GraphFormats
@_exported public import GraphStore
@_exported public import Linking
@_exported public import Mentions
@_exported public import OntologyModel
@_exported public import Relations
@_exported public import SourceText
