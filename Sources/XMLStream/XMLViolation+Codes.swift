/// One constant for each rule, with the stream-error condition of RFC 6120 §4.9.3 that its violation has.
extension XMLViolation.Code {
    // MARK: XML

    /// Bytes that are not UTF-8 (unsupported-encoding).
    public static let illegalByte = Self(.illegalByte)
    /// A character that XML 1.0 §2.2 forbids (not-well-formed).
    public static let illegalCharacter = Self(.illegalCharacter)
    /// Something other than white space before or behind the root (not-well-formed).
    public static let textOutsideRoot = Self(.textOutsideRoot)
    /// Character data between first-level elements (bad-format, RFC 6120 §11.7).
    public static let textBetweenStanzas = Self(.textBetweenStanzas)
    /// No name where one is due (not-well-formed).
    public static let name = Self(.name)
    /// Something in a tag that ends neither it nor a part of it (not-well-formed).
    public static let tag = Self(.tag)
    /// An attribute without `=` or quotes (not-well-formed).
    public static let attributeSyntax = Self(.attributeSyntax)
    /// A `<` inside an attribute value (not-well-formed).
    public static let lessThanInValue = Self(.lessThanInValue)
    /// An end tag that is not that of the open element (not-well-formed).
    public static let endTag = Self(.endTag)
    /// An end tag before any start tag (not-well-formed).
    public static let endTagOutsideRoot = Self(.endTagOutsideRoot)
    /// A tag behind the root element (not-well-formed).
    public static let secondRoot = Self(.secondRoot)
    /// Markup that XML does not have in that place (not-well-formed).
    public static let markup = Self(.markup)
    /// `]]>` in character data (not-well-formed).
    public static let sectionEndInText = Self(.sectionEndInText)
    /// An `&` that begins no reference (not-well-formed).
    public static let reference = Self(.reference)
    /// A reference to a character that XML 1.0 §2.2 forbids (not-well-formed).
    public static let referencedCharacter = Self(.referencedCharacter)
    /// The same attribute or declaration twice on one element (not-well-formed).
    public static let duplicateAttribute = Self(.duplicateAttribute)
    /// The end of input before the end of the root (not-well-formed).
    public static let endOfInput = Self(.endOfInput)

    // MARK: Well-formed, but not in XMPP

    /// A comment (restricted-xml, RFC 6120 §11.1).
    public static let comment = Self(.comment)
    /// A processing instruction (restricted-xml, RFC 6120 §11.1).
    public static let processingInstruction = Self(.processingInstruction)
    /// A document type or markup declaration (restricted-xml, RFC 6120 §11.1).
    public static let documentType = Self(.documentType)
    /// A reference to an entity other than the predefined five (restricted-xml, RFC 6120 §11.1).
    public static let entityReference = Self(.entityReference)
    /// An XML declaration with a part missing, misplaced or unknown (not-well-formed).
    public static let declaration = Self(.declaration)
    /// An XML version other than 1.x (unsupported-version).
    public static let version = Self(.version)
    /// An encoding declared that is not UTF-8 (unsupported-encoding, RFC 6120 §11.6).
    public static let encoding = Self(.encoding)

    // MARK: Namespaces

    /// A prefix that is bound to no namespace (bad-namespace-prefix).
    public static let unboundPrefix = Self(.unboundPrefix)
    /// A name with a colon too many or out of place (not-well-formed).
    public static let qualifiedName = Self(.qualifiedName)
    /// `xml`, `xmlns` or one of their namespaces bound otherwise (bad-namespace-prefix).
    public static let reservedPrefix = Self(.reservedPrefix)
    /// A prefix bound to no namespace name (bad-namespace-prefix).
    public static let emptyPrefixBinding = Self(.emptyPrefixBinding)

    // MARK: Limits

    /// `XMLLimits.headerBytes` was passed (policy-violation).
    public static let headerBytes = Self(.headerBytes)
    /// `XMLLimits.stanzaBytes` was passed (policy-violation).
    public static let stanzaBytes = Self(.stanzaBytes)
    /// `XMLLimits.interstanzaBytes` was passed (policy-violation).
    public static let interstanzaBytes = Self(.interstanzaBytes)
    /// `XMLLimits.depth` was passed (policy-violation).
    public static let depth = Self(.depth)
    /// `XMLLimits.elementsPerStanza` was passed (policy-violation).
    public static let elementCount = Self(.elementCount)
    /// `XMLLimits.attributesPerElement` was passed (policy-violation).
    public static let attributeCount = Self(.attributeCount)
    /// `XMLLimits.attributesPerStanza` was passed (policy-violation).
    public static let attributeTotal = Self(.attributeTotal)
    /// `XMLLimits.declarationsPerElement` was passed (policy-violation).
    public static let declarationCount = Self(.declarationCount)
    /// `XMLLimits.nameBytes` was passed (policy-violation).
    public static let nameBytes = Self(.nameBytes)
    /// `XMLLimits.valueBytes` was passed (policy-violation).
    public static let valueBytes = Self(.valueBytes)
    /// `XMLLimits.textBytes` was passed (policy-violation).
    public static let textBytes = Self(.textBytes)
}
