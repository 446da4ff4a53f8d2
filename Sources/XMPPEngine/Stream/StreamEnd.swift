public import XMPPNegotiation
public import XMPPStanza

/// Why a stream is over. It prints as a sentence without secrets.
public enum StreamEnd: Hashable, Sendable, CustomStringConvertible {
    /// Both sides have closed it.
    case closed
    /// The peer broke a rule.
    case violation(StreamViolation)
    /// The peer ended it with an error.
    case peerError(StreamError)
    /// The peer, which has proved who it is, asks to be called at another host (RFC 6120 §4.9.3.19), with the
    /// configuration of `callingAgain`.
    case redirected(to: OtherHost)
    /// It could not be negotiated.
    case negotiation(NegotiationFailure)
    /// The transport is gone, and the stream was not closed: what was sent last may be lost.
    case transportClosed
    /// The peer took too long.
    case deadline(StreamTimer)
    /// The host ended it with an error, or this side could not go on (`internal-server-error`, with a text that was not
    /// sent).
    case aborted(StreamError)

    public var description: String {
        switch self {
        case .closed: "closed"
        case .violation(let violation): "the peer broke a rule: \(violation)"
        case .peerError(let error): "the peer ended it: \(error)"
        case .redirected(let host): "the peer is to be called at \(host)"
        case .negotiation(let failure): "not negotiated: \(failure)"
        case .transportClosed: "the transport is gone"
        case .deadline(.negotiation): "not negotiated in time"
        case .deadline(.closing): "the peer did not close it in time"
        case .deadline: "the peer was silent for too long"
        case .aborted(let error): "ended by this side: \(error)"
        }
    }
}
