public import XMPPAddress
public import XMPPSASL
public import XMPPStanza

/// All that is known about a stream. Features read it; only what they grant, and what the headers say, changes it.
public struct StreamFacts: Hashable, Sendable {
    /// Which side this is.
    public let role: StreamRole
    /// Between whom the stream is: client and server, two servers, or component and server.
    public let content: ContentNamespace
    /// The domain of the receiving entity, or, for a component, its own; nil until a header named it.
    public package(set) var domain: JID?
    /// Whom the initiating entity says to be from; nil until a header said so.
    public package(set) var initiator: JID?
    /// The name that the receiving entity gave the present stream (RFC 6120 §4.7.3).
    public package(set) var streamID: String?
    /// The version of XMPP in force (§4.7.5).
    public package(set) var version: StreamVersion?
    /// The language of what the peer sends (§4.7.4).
    public package(set) var language: String?
    /// TLS, once it protects the stream.
    public package(set) var tls: TLSFacts?
    /// How the initiating entity authenticated, once it has.
    public package(set) var authentication: Authentication?
    /// Whether the initiating entity has tried SASL and failed.
    public package(set) var hasFailedToAuthenticate = false
    /// The method of compression, once there is one.
    public package(set) var compressionMethod: String?
    /// The full address of the initiating entity, once it is bound or resumed.
    public package(set) var address: JID?
    /// Whether the address is that of an earlier session that goes on.
    public package(set) var isResumed = false
    /// What the peer is willing to take.
    public package(set) var peerLimits = PeerLimits()
    /// What features of the host's own have granted.
    public package(set) var custom: [String: String] = [:]
    /// The features that have been negotiated since the transport opened, in order.
    public package(set) var negotiated: [FeatureKey] = []

    /// What is known of a stream before its first byte.
    public init(role: StreamRole, content: ContentNamespace, domain: JID? = nil, initiator: JID? = nil) {
        self.role = role
        self.content = content
        self.domain = domain
        self.initiator = initiator
    }

    /// Whether TLS protects the stream.
    public var isSecure: Bool { tls != nil }
    /// Whether the initiating entity has authenticated.
    public var isAuthenticated: Bool { authentication != nil }

    /// What an exchange of SASL runs in.
    public var channel: SASLChannel {
        guard let tls else { return .open }
        return SASLChannel(
            tls.protection, isServerVerified: role == .initiating, isEarlyData: tls.isEarlyData,
            bindings: tls.bindings)
    }

    /// Forgets what was said in the clear: somebody else may have said it (RFC 6120 §5.4.3.3). Addresses of headers are
    /// said again; that they do not change is checked elsewhere.
    mutating func forgetWhatWasSaidInTheClear() {
        peerLimits = PeerLimits()
        custom = [:]
        if role == .receiving { initiator = nil }
    }

    /// Takes a fact up.
    package mutating func take(_ fact: StreamFact) {
        switch fact {
        case .secure(let facts): tls = facts
        case .authenticated(let how): authentication = how
        case .authenticationFailed: hasFailedToAuthenticate = true
        case .compressed(let method): compressionMethod = method
        case .bound(let jid): address = jid
        case .resumed(let jid):
            address = jid
            isResumed = true
        case .limits(let limits): peerLimits = limits
        case .custom(let name, let value): custom[name] = value
        }
    }
}
