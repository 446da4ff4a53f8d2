/// The tokens that a server keeps for one client of one user: the one in use, and the one that is to follow it
/// (XEP-0484 §5.1). Never more than two, however often the client asks.
///
/// The exchange gives the value back as it is to be stored. A host with several processes stores it only if what it
/// read is still there, or one count can be used twice.
public struct FASTTokenSlots: Hashable, Sendable {
    /// The token that was used last.
    public private(set) var current: FASTToken?
    /// The token that was given last and has not been used yet.
    public private(set) var following: FASTToken?

    /// No tokens, or those from the host's store.
    public init(current: FASTToken? = nil, following: FASTToken? = nil) {
        self.current = current
        self.following = following
    }

    /// Keeps a token that is given to the client now. One that was given earlier and never used is of no use any more;
    /// the one in use stays, since the client may never hear of the new one (XEP-0484 §3.5).
    public mutating func give(_ token: FASTToken) { following = token }

    /// Tokens that have been withdrawn, for a client that is not to be trusted any more.
    public mutating func withdraw() { self = FASTTokenSlots() }

    /// What a message is to be compared with: as many, whether there are tokens or none.
    var all: [FASTToken?] { [following, current] }

    /// The client has used this one: those given before end (XEP-0484 §3.5), and itself if the client wants it
    /// (§3.6).
    mutating func use(_ used: FASTToken, asWas before: FASTToken, invalidates: Bool) {
        if following == before { following = nil }
        current = invalidates ? nil : used
    }
}
