public import CryptoSeam
public import XMPPAddress
public import XMPPNegotiation
public import XMPPStanza

/// What a stream is to be: which side, between whom, with which features, and within which bounds.
///
/// It is checked once, by `StreamSetup`, which any number of streams then share.
public struct StreamConfiguration: Sendable {
    /// What happens to bytes that stand in the clear behind the word that begins TLS (S09 of the threat list): honest
    /// peers send none.
    public enum InjectedBytes: Hashable, Sendable, CaseIterable {
        /// The stream ends.
        case fatal
        /// They are handed to the host with the order to begin TLS; this stream never reads them.
        case handedBack
    }

    /// Which side this is.
    public var role: StreamRole
    /// Between whom the stream is.
    public var content: ContentNamespace
    /// At an initiating entity, the domain that is called, whatever host it is found at; for a component, its own.
    public var domain: JID?
    /// At an initiating entity, whom it is from: the bare address of a client, the domain of a server. A client says so
    /// only under TLS (RFC 6120 §4.7.1).
    public var address: JID?
    /// At a receiving entity, the domains that are served, the default first; for components, theirs.
    public var servedDomains: [JID] = []
    /// At a receiving entity, domains that were served once (§4.9.3.5).
    public var goneDomains: [JID] = []
    /// What is put up with in headers.
    public var headerRules = HeaderRules()
    /// The languages that are spoken, the default first (§4.7.4).
    public var languages = ["en"]
    /// The features, in any order.
    public var features: [any StreamFeature]
    /// What is negotiated for.
    public var policy: NegotiationPolicy
    /// The primitives.
    public var crypto: any CryptoProvider.Type
    /// Bounds.
    public var limits: StreamLimits
    /// Waits.
    public var deadlines = StreamDeadlines()
    /// What happens to bytes behind the word that begins TLS.
    public var injectedBytes = InjectedBytes.fatal
    /// Whether answers to requests come to `request` alone: an answer that nobody asked for is dropped and counted, and a
    /// request that nobody answers gets `service-unavailable`. True for clients; a server passes on what is others'.
    public var tracksRequests: Bool
    /// Whether first-level elements of other namespaces are handed to the host; otherwise they end the stream with
    /// `unsupported-stanza-type` (§4.8.4).
    public var deliversNonzas = false
    /// How often the host has been sent elsewhere already, on the way to this stream (§4.9.3.19).
    public var redirectCount = 0
    /// How often it lets itself be sent.
    public var maximumRedirects = 3

    /// A configuration without features.
    public init(
        role: StreamRole, content: ContentNamespace, policy: NegotiationPolicy, features: [any StreamFeature] = [],
        crypto: any CryptoProvider.Type
    ) {
        self.role = role
        self.content = content
        self.policy = policy
        self.features = features
        self.crypto = crypto
        limits = StreamLimits(for: role)
        tracksRequests = role == .initiating && content == .client
    }
}
