public import XMPPAddress
public import XMPPSASL

/// One thing that negotiation has found out or brought about. A fact is granted by a feature and holds until the stream
/// ends.
public enum StreamFact: Hashable, Sendable {
    /// TLS protects the stream, and, at an initiating entity, the peer is the one it called. A feature may grant it only on
    /// `switched`, with what that said; otherwise the stream ends.
    case secure(TLSFacts)
    /// The initiating entity has authenticated.
    case authenticated(Authentication)
    /// At a receiving entity, the initiating one has tried SASL and failed: older ways are closed to it (XEP-0078 §3.1).
    case authenticationFailed
    /// What follows is compressed by this method (XEP-0138).
    case compressed(method: String)
    /// The stream has this full address (RFC 6120 §7).
    case bound(JID)
    /// An earlier session goes on, under its full address (XEP-0198).
    case resumed(JID)
    /// What the peer is willing to take (XEP-0478).
    case limits(PeerLimits)
    /// Something that a feature of a host's own knows, by a name of its own.
    case custom(name: String, value: String)
}

/// How the initiating entity authenticated.
public struct Authentication: Hashable, Sendable {
    /// How: a mechanism of SASL, or the namespace of an older way.
    public let mechanism: String
    /// At a receiving entity, as whom: an account, a domain, or nobody in particular (nil). At an initiating entity nil
    /// until an address is bound.
    public let address: JID?
    /// Whether the peer has proved itself in turn, by the mechanism.
    public let isPeerVerified: Bool
    /// At a client, what to remember for the next time (`SASLPolicy.rememberedStrength`).
    public let strengthToRemember: SASLStrength?
    /// At a server, tokens of the client that are to be stored from now on (XEP-0484).
    public let tokens: FASTTokenSlots?

    /// An authentication, as a feature of a host's own brings it about.
    public init(
        mechanism: String, address: JID? = nil, isPeerVerified: Bool = false,
        strengthToRemember: SASLStrength? = nil, tokens: FASTTokenSlots? = nil
    ) {
        self.mechanism = mechanism
        self.address = address
        self.isPeerVerified = isPeerVerified
        self.strengthToRemember = strengthToRemember
        self.tokens = tokens
    }
}

/// What a peer has said it is willing to take (XEP-0478).
public struct PeerLimits: Hashable, Sendable {
    /// Bytes of one first-level element, at most; nil where nothing was said.
    public var maximumStanzaBytes: Int?
    /// Seconds of silence after which the peer may hang up; nil where nothing was said.
    public var idleSeconds: Int?

    /// Limits.
    public init(maximumStanzaBytes: Int? = nil, idleSeconds: Int? = nil) {
        self.maximumStanzaBytes = maximumStanzaBytes
        self.idleSeconds = idleSeconds
    }
}
