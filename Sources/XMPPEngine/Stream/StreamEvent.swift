public import XMPPNegotiation

/// What happens to a stream besides bytes.
public enum StreamEvent: Hashable, Sendable {
    /// TLS is negotiated, as was ordered.
    case secured(TLSFacts)
    /// What is sent and received is compressed from here on, as was ordered.
    case compressed
    /// The host answers a question.
    case answered(RequestID, HostAnswer)
    /// A timer that was set has run out.
    case timerFired(StreamTimer)
    /// The transport has come to its end, or failed: no more bytes will come.
    case transportClosed
}
