/// Bounds on everything that a peer could make grow.
///
/// They are enforced while parsing, inside one name or value too, so that memory follows the limits and not what is
/// sent. Breaking one is a `policy-violation` (RFC 6120 §4.9.3.14). Sizes are in bytes as they come over the wire.
///
/// A limit below zero counts as zero. Whatever the limits say, a header or first-level element of more than 1 GiB is
/// refused, and so is more than 4 GiB or 4 billion of anything else.
public struct XMLLimits: Hashable, Sendable {
    /// Bytes of the stream header: all before the end of the root's start tag, declaration and white space included.
    public var headerBytes = 64 << 10
    /// Bytes of one first-level element, from its `<` to the `>` of its end tag.
    public var stanzaBytes = 256 << 10
    /// White space between two first-level elements.
    public var interstanzaBytes = 64 << 10
    /// Nesting of elements, counted from the first-level element, which has depth one.
    public var depth = 128
    /// Elements in one first-level element, itself included. Zero refuses the root too.
    public var elementsPerStanza = 5000
    /// Attributes in one first-level element, all its descendants' included, without namespace declarations. The
    /// header counts as an element of its own.
    public var attributesPerStanza = 10_000
    /// Attributes of one element, without namespace declarations.
    public var attributesPerElement = 128
    /// Namespace declarations of one element.
    public var declarationsPerElement = 64
    /// Bytes of one name: element or attribute, prefix included.
    public var nameBytes = 1024
    /// Bytes of one attribute value or namespace name, before references are resolved.
    public var valueBytes = 64 << 10
    /// Bytes of one run of text between two tags, references and CDATA sections included.
    public var textBytes = 256 << 10

    /// The defaults: roomy enough for every honest stanza seen on public servers, after authentication.
    public init() {}

    /// The limits of the receiving entity for a peer that has not authenticated yet: honest clients send little before
    /// they do, and no stanza. Of stanzas 10 000 bytes are to be taken at least (RFC 6120 §13.12), so these are no limits
    /// for a stream that is ready.
    public static let beforeAuthentication: XMLLimits = {
        var limits = XMLLimits()
        limits.headerBytes = 8 << 10
        limits.stanzaBytes = 8 << 10
        limits.interstanzaBytes = 8 << 10
        limits.depth = 16
        limits.elementsPerStanza = 32
        limits.attributesPerStanza = 128
        limits.attributesPerElement = 32
        limits.declarationsPerElement = 16
        limits.valueBytes = 8 << 10
        limits.textBytes = 8 << 10
        return limits
    }()

    /// The limits of the initiating entity until it has authenticated: servers send long lists of features.
    public static let beforeAuthenticationAsInitiator: XMLLimits = {
        var limits = XMLLimits.beforeAuthentication
        limits.headerBytes = 64 << 10
        limits.stanzaBytes = 64 << 10
        limits.elementsPerStanza = 512
        limits.attributesPerStanza = 2048
        limits.valueBytes = 64 << 10
        limits.textBytes = 64 << 10
        return limits
    }()

    /// No limit but those of the type: for files you trust, tools and tests.
    public static let unbounded: XMLLimits = {
        var limits = XMLLimits()
        limits.headerBytes = .max
        limits.stanzaBytes = .max
        limits.interstanzaBytes = .max
        limits.depth = .max
        limits.elementsPerStanza = .max
        limits.attributesPerStanza = .max
        limits.attributesPerElement = .max
        limits.declarationsPerElement = .max
        limits.nameBytes = .max
        limits.valueBytes = .max
        limits.textBytes = .max
        return limits
    }()
}
