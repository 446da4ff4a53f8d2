/// What a stream is negotiated for, and what it must not go without.
public struct NegotiationPolicy: Hashable, Sendable {
    /// When a stream is ready for stanzas.
    public enum Goal: Hashable, Sendable {
        /// Once the initiating entity has authenticated: between servers, and for components.
        case authenticated
        /// Once it has an address besides, bound or resumed: for clients.
        case bound
    }

    /// When the stream is ready for stanzas.
    public var goal: Goal
    /// Whether nothing may happen without TLS (RFC 7590 §3.1). Where it is off, TLS is used if the peer has it.
    public var requiresTLS: Bool
    /// Whether the host is asked about a certificate that is not the peer's, or not to be believed, before the stream
    /// ends: for people who decide by a fingerprint (RFC 6120 §13.7.2). Off: the stream ends.
    public var asksAboutRefusedCertificates = false
    /// How often a new stream may begin on one transport. Honest streams take three or four.
    public var maximumRestarts = 8
    /// How many elements the peer may send until the stream is ready.
    public var maximumElements = 200

    /// A policy.
    public init(goal: Goal, requiresTLS: Bool = true) {
        self.goal = goal
        self.requiresTLS = requiresTLS
    }

    /// Whether what is known is enough.
    package func isReached(by facts: StreamFacts) -> Bool {
        switch goal {
        case .authenticated: facts.isAuthenticated
        case .bound: facts.isAuthenticated && facts.address != nil
        }
    }
}
