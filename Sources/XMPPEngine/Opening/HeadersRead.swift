import XMPPNegotiation
import XMPPStanza

/// What is known of the headers of the peer. A stream that is ready mostly needs none of it, and keeps none.
struct HeadersRead: Hashable, Sendable {
    /// The addresses that they have named.
    var pins = HeaderPins()
    /// The last one, of which a reader can be made again; nil for one like any other, too.
    var last: StreamHeader?
    /// What was wrong with it, unless an error follows that explains it.
    var suspicion: StreamViolation?

    /// Forgets what only a new header would be measured by, and what a reader is not made of.
    mutating func settle(_ content: ContentNamespace) {
        pins = HeaderPins()
        guard let header = last else { return }
        let usual = HeadersRead.usual(content)
        var declared = usual
        declared.content = header.content
        declared.prefix = header.prefix
        declared.prefixes = header.prefixes
        last = declared == usual ? nil : declared
    }

    /// The header whose declarations are those of nearly all.
    static func usual(_ content: ContentNamespace) -> StreamHeader { StreamHeader(language: nil, content: content) }
}
