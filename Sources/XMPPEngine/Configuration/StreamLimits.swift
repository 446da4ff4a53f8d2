public import XMLStream
public import XMPPNegotiation

/// Bounds on everything in a stream that grows with what a peer sends, or with what a host sends.
public struct StreamLimits: Hashable, Sendable {
    /// What a peer may send before the initiating entity has authenticated.
    public var beforeAuthentication: XMLLimits
    /// What a peer may send from then on: stanzas of 10 000 bytes at least, whatever is set (RFC 6120 §13.12).
    public var afterAuthentication = XMLLimits() {
        didSet { afterAuthentication.stanzaBytes = max(afterAuthentication.stanzaBytes, StreamLimits.leastStanzaBytes) }
    }
    /// Stanzas that wait for the stream to be ready.
    public var queuedStanzas = 256
    /// Bytes of them; and of the stanzas that a peer sends for which the stream is ready before it is on this side.
    public var queuedBytes = 1 << 20
    /// Bytes that may wait while the stream does, for an answer of the host or for random bytes, besides those of the
    /// call of `receive` that made it wait.
    public var heldBytes = 64 << 10
    /// Bytes that have been written and that the host has not drained. Once there are as many, `send` throws
    /// `StreamMisuse.Code.full`; once there are twice as many, a peer to whom there is more to answer ends the stream
    /// (`resource-constraint`).
    public var undrainedBytes = 16 << 20
    /// Requests that wait for an answer of the peer.
    public var openRequests = 1024
    /// Requests of the peer that wait for an answer of the host's.
    public var owedAnswers = 1024
    /// Bytes of their ids and addresses.
    public var owedAnswerBytes = 256 << 10

    /// The defaults of a side.
    public init(for role: StreamRole) {
        switch role {
        case .initiating: beforeAuthentication = .beforeAuthenticationAsInitiator
        case .receiving: beforeAuthentication = .beforeAuthentication
        }
    }

    private static let leastStanzaBytes = 10_000
}

/// How long a stream waits. It has no clock: it asks the host for timers.
public struct StreamDeadlines: Hashable, Sendable {
    /// From the beginning until the stream is ready.
    public var negotiation = Duration.seconds(60)
    /// After so long without a byte sent, at the latest, white space is sent (RFC 6120 §4.6.1); nil: only to a peer that
    /// says it hangs up otherwise (XEP-0478), which is sent some in time whatever stands here. Five minutes at least are
    /// asked for (§4.6.4).
    public var keepalive: Duration?
    /// After so long without a byte received, and twice that at most, the stream ends with `connection-timeout`; nil:
    /// never.
    public var silence: Duration?
    /// From the own end tag until the peer's (§4.4).
    public var closing = Duration.seconds(5)
    /// For the host to answer a request of the peer's, before `service-unavailable` does: so long, and twice that at most.
    public var answer = Duration.seconds(30)

    /// The defaults.
    public init() {}
}
