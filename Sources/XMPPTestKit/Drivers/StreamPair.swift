import XMPPEngine

/// Two streams back to back in memory, an initiating and a receiving one, each with a host and a clock.
public struct StreamPair<InitiatingHost: StreamHost, ReceivingHost: StreamHost> {
    /// The entity that calls.
    public var initiating: StreamDriver<InitiatingHost>
    /// The entity that is called.
    public var receiving: StreamDriver<ReceivingHost>

    /// A pair that has not begun.
    public init(_ initiating: StreamDriver<InitiatingHost>, _ receiving: StreamDriver<ReceivingHost>) {
        self.initiating = initiating
        self.receiving = receiving
    }

    /// Begins on both sides, and carries bytes to and fro until nothing moves any more.
    public mutating func run() {
        receiving.begin()
        initiating.begin()
        settle()
    }

    /// Carries bytes to and fro until nothing moves any more, or so many turns are over.
    ///
    /// - Returns: Whether nothing moves any more.
    @discardableResult
    public mutating func settle(turns: Int = 10_000) -> Bool {
        for _ in 0..<turns {
            let there = initiating.takeSent()
            let back = receiving.takeSent()
            if !there.isEmpty { receiving.receive(there) }
            if !back.isEmpty { initiating.receive(back) }
            if there.isEmpty, back.isEmpty {
                if initiating.pendingTLS != nil, receiving.pendingTLS != nil {
                    receiving.completeTLS()
                    initiating.completeTLS()
                } else if !closeTransports() {
                    return true
                }
            }
        }
        return false
    }

    /// Tells each side that the other has closed the transport, once.
    ///
    /// - Returns: Whether there was anything to tell.
    private mutating func closeTransports() -> Bool {
        if initiating.hasClosedTransport, !receiving.stream.isOver {
            receiving.receive(.transportClosed)
            return true
        }
        if receiving.hasClosedTransport, !initiating.stream.isOver {
            initiating.receive(.transportClosed)
            return true
        }
        return false
    }
}
