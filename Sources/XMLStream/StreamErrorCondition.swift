/// The stream-error conditions (RFC 6120 §4.9.3) that a violation of XML rules can lead to.
///
/// A struct, not an enum, so that a later version can name more without breaking a switch.
public struct StreamErrorCondition: Hashable, Sendable, CustomStringConvertible {
    /// The name of the element in `urn:ietf:params:xml:ns:xmpp-streams`.
    public let name: LocalName

    /// A condition of that name.
    package init(_ name: LocalName) { self.name = name }

    /// Content that cannot be processed: character data between stanzas, for one (§4.9.3.1).
    public static let badFormat = StreamErrorCondition(.badFormat)
    /// A prefix that is not bound, or a forbidden binding (§4.9.3.2).
    public static let badNamespacePrefix = StreamErrorCondition(.badNamespacePrefix)
    /// XML that is not well-formed, or not namespace-well-formed (§4.9.3.13).
    public static let notWellFormed = StreamErrorCondition(.notWellFormed)
    /// A limit was passed (§4.9.3.14).
    public static let policyViolation = StreamErrorCondition(.policyViolation)
    /// A comment, processing instruction, document type or entity reference (§4.9.3.18).
    public static let restrictedXML = StreamErrorCondition(.restrictedXml)
    /// Bytes that are not UTF-8, or an encoding declared that is not (§4.9.3.22).
    public static let unsupportedEncoding = StreamErrorCondition(.unsupportedEncoding)
    /// An XML version other than 1.x (§4.9.3.25).
    public static let unsupportedVersion = StreamErrorCondition(.unsupportedVersion)

    public var description: String { name.description }
}
