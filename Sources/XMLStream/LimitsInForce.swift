/// Limits as a tokenizer keeps them: eleven words of 32 bits, so that an idle stream is small.
///
/// Offsets in tokens have 31 bits, so that a header or first-level element of more than 1 GiB is refused whatever the
/// limits say; other limits beyond 4 GiB count as 4 GiB, negative ones as zero.
struct LimitsInForce: Sendable {
    private var header: UInt32
    private var stanza: UInt32
    private var interstanza: UInt32
    private var nesting: UInt32
    private var stanzaElements: UInt32
    private var stanzaAttributes: UInt32
    private var elementAttributes: UInt32
    private var elementDeclarations: UInt32
    private var name: UInt32
    private var value: UInt32
    private var text: UInt32

    init(_ limits: XMLLimits) {
        header = UInt32(clamping: min(limits.headerBytes, LimitsInForce.mostBytes))
        stanza = UInt32(clamping: min(limits.stanzaBytes, LimitsInForce.mostBytes))
        interstanza = UInt32(clamping: limits.interstanzaBytes)
        nesting = UInt32(clamping: limits.depth)
        stanzaElements = UInt32(clamping: limits.elementsPerStanza)
        stanzaAttributes = UInt32(clamping: limits.attributesPerStanza)
        elementAttributes = UInt32(clamping: limits.attributesPerElement)
        elementDeclarations = UInt32(clamping: limits.declarationsPerElement)
        name = UInt32(clamping: limits.nameBytes)
        value = UInt32(clamping: limits.valueBytes)
        text = UInt32(clamping: limits.textBytes)
    }

    var headerBytes: Int { Int(header) }
    var stanzaBytes: Int { Int(stanza) }
    var interstanzaBytes: Int { Int(interstanza) }
    var depth: Int { Int(nesting) }
    var elementsPerStanza: Int { Int(stanzaElements) }
    var attributesPerStanza: Int { Int(stanzaAttributes) }
    var attributesPerElement: Int { Int(elementAttributes) }
    var declarationsPerElement: Int { Int(elementDeclarations) }
    var nameBytes: Int { Int(name) }
    var valueBytes: Int { Int(value) }
    var textBytes: Int { Int(text) }

    /// The same limits as their owner sees them.
    var limits: XMLLimits {
        var limits = XMLLimits()
        limits.headerBytes = headerBytes
        limits.stanzaBytes = stanzaBytes
        limits.interstanzaBytes = interstanzaBytes
        limits.depth = depth
        limits.elementsPerStanza = elementsPerStanza
        limits.attributesPerStanza = attributesPerStanza
        limits.attributesPerElement = attributesPerElement
        limits.declarationsPerElement = declarationsPerElement
        limits.nameBytes = nameBytes
        limits.valueBytes = valueBytes
        limits.textBytes = textBytes
        return limits
    }

    private static let mostBytes = 1 << 30
}
