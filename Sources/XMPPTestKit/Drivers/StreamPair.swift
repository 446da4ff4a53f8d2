import XMPPEngine

/// Two streams back to back in memory, an initiating and a receiving one, each with a host and a clock.
public struct StreamPair<InitiatingHost: StreamHost, ReceivingHost: StreamHost> {
    /// The entity that calls.
    public var initiating: StreamDriver<InitiatingHost>
    /// The entity that is called.
    public var receiving: StreamDriver<ReceivingHost>

    /// How many more bytes of each side go through before the pipe breaks; nil: it does not.
    private var breaks: (initiating: Int?, receiving: Int?)

    /// A pair that has not begun.
    public init(_ initiating: StreamDriver<InitiatingHost>, _ receiving: StreamDriver<ReceivingHost>) {
        self.initiating = initiating
        self.receiving = receiving
    }

    /// Has the pipe break behind so many bytes of the initiating entity: what it sends from then on is lost, and both
    /// sides are told that the transport is gone.
    public mutating func breakPipe(behindInitiating byteCount: Int) { breaks.initiating = max(0, byteCount) }

    /// Has the pipe break behind so many bytes of the receiving entity.
    public mutating func breakPipe(behindReceiving byteCount: Int) { breaks.receiving = max(0, byteCount) }

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
            var there = initiating.takeSent()
            var back = receiving.takeSent()
            let isBroken = Self.lose(&there, behind: &breaks.initiating) || Self.lose(&back, behind: &breaks.receiving)
            if !there.isEmpty { receiving.receive(there) }
            if !back.isEmpty { initiating.receive(back) }
            if isBroken {
                if !initiating.stream.isOver { initiating.receive(.transportClosed) }
                if !receiving.stream.isOver { receiving.receive(.transportClosed) }
                return true
            }
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

    /// Loses what comes behind the place where the pipe breaks.
    ///
    /// - Returns: Whether it breaks here.
    private static func lose(_ bytes: inout [UInt8], behind rest: inout Int?) -> Bool {
        guard let left = rest, left <= bytes.count else {
            rest = rest.map { $0 - bytes.count }
            return false
        }
        bytes.removeLast(bytes.count - left)
        return true
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
