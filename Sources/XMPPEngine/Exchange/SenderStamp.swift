import XMLStream
import XMPPAddress

/// Stamps stanzas of a client that say nothing about their sender, which is what clients send (RFC 6120 §8.1.2.1). All
/// others are left to `SenderRules`, which come to the same where this one does anything.
struct SenderStamp: Sendable {
    private let stamp: AttributeStamp

    /// A stamp; nil where the address cannot be written, which none is.
    init?(_ full: String) {
        guard let stamp = try? AttributeStamp(.from, full) else { return nil }
        self.stamp = stamp
    }

    /// Stamps a stanza, if it is of the usual kind: no sender, and a recipient that is seen to be an address, or none.
    /// No allocation.
    ///
    /// - Parameter name: The stanza's.
    /// - Returns: Whether it was.
    func stamps(_ element: inout Element, _ name: LocalName?) -> Bool {
        guard let way = element.way({ JID.isPlain($0) }), !way.hasSender, way.isRecipientPlain else { return false }
        // A presence with a type may be about a subscription, which is from the bare address.
        if way.hasType, name == .presence { return false }
        element.set(stamp)
        return true
    }
}
