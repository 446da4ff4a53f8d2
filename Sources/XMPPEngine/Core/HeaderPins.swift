import XMPPAddress
import XMPPNegotiation
import XMPPStanza

/// The addresses that the peer's headers have named. Once named, one does not change, whatever is restarted (S12 of the
/// threat list); one that was left out before TLS may come behind it (RFC 6120 §4.7.1).
struct HeaderPins: Hashable, Sendable {
    private(set) var to: JID?
    private(set) var from: JID?

    /// Addresses that have been named before.
    init(to: JID? = nil, from: JID? = nil) {
        self.to = to
        self.from = from
    }

    /// Compares a header with those before it.
    ///
    /// - Throws: `StreamViolation` where an address has changed.
    mutating func pin(_ header: StreamHeader) throws(StreamViolation) {
        if let named = header.to?.jid {
            if let to, to != named { throw StreamViolation(.improperAddressing, expected: "the same 'to' as before") }
            to = named
        }
        if let named = header.from?.jid {
            if let from, from != named { throw StreamViolation(.invalidFrom, expected: "the same 'from' as before") }
            from = named
        }
    }
}
