import XMPPAddress

/// Addresses that have been prepared, so that one that comes again byte for byte is not prepared again: a few for each
/// stream, such as its own full, bare and domain address, and those whom it hears from most.
///
/// A plain value, which the holder passes where stanzas are read. Looking for one is a comparison of lengths and bytes,
/// without any allocation. It never changes what an address means: bytes that are not found are prepared as ever.
public struct KnownAddresses: Hashable, Sendable {
    /// Those that stay.
    private let pinned: [JID]
    /// Those that come and go, up to `maximumRecentCount`.
    private var recent: [JID] = []
    /// Where the next recent one goes once all places are taken.
    private var place = 0
    /// How many recent ones are kept at most; what is searched is no longer than this and the pinned ones.
    public let maximumRecentCount: Int

    /// - Parameters:
    ///   - pinned: Addresses that stay, each in the one spelling that it is written in.
    ///   - maximumRecentCount: How many others `remember` keeps, at most 64.
    public init(_ pinned: [JID] = [], maximumRecentCount: Int = 8) {
        self.pinned = pinned
        self.maximumRecentCount = max(0, min(64, maximumRecentCount))
    }

    /// The known address that these bytes are, or nil.
    ///
    /// - Complexity: O(*k*) in the addresses, whose bytes are compared only where the lengths are equal.
    public func jid(spelled bytes: RawSpan) -> JID? {
        for jid in pinned where jid.isSpelled(bytes) { return jid }
        for jid in recent where jid.isSpelled(bytes) { return jid }
        return nil
    }

    /// Keeps an address until as many others have been kept behind it.
    public mutating func remember(_ jid: JID) {
        guard maximumRecentCount > 0, !pinned.contains(jid), !recent.contains(jid) else { return }
        if recent.count < maximumRecentCount {
            recent.append(jid)
        } else {
            recent[place % maximumRecentCount] = jid
            place = (place &+ 1) % maximumRecentCount
        }
    }
}
