public import XMPPNegotiation

/// What a test's host answers to the questions of a stream.
public protocol StreamHost {
    /// Answers a question; nil to leave it open for now.
    mutating func answer(_ question: HostQuestion) -> HostAnswer?

    /// What the host's TLS library knows once the handshake is complete; nil: it fails, and the transport closes.
    mutating func handshake(as role: StreamRole) -> TLSFacts?
}
