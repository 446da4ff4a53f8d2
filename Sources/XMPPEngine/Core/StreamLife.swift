/// Where a stream stands between its first and its last byte (RFC 6120 §4.2 to §4.4).
///
/// ```text
/// idle ─begun→ opening ─header→ negotiating ─settled→ ready ─closeWished→ closing ─peerClosed→ over
///                 └─────restarted─────┘
/// ```
/// From every state but the first a failure, or the end of the transport, leads to `over`.
package enum StreamLife: Hashable, Sendable, CaseIterable {
    /// Nothing has been sent or received.
    case idle
    /// The peer owes its header.
    case opening
    /// The headers are exchanged, and the stream is not ready.
    case negotiating
    /// Stanzas go to and fro.
    case ready
    /// This side has closed a stream that was ready; stanzas still come in (§4.4).
    case closing
    /// This side has closed a stream that was not ready; nothing that comes counts but the end.
    case abandoning
    /// Terminal.
    case over

    package enum Event: Hashable, Sendable, CaseIterable {
        /// The host begins.
        case begun
        /// The peer's header came, and is all right.
        case header
        /// A new stream begins on the same transport.
        case restarted
        /// Negotiation has reached its goal.
        case settled
        /// The host wishes to close.
        case closeWished
        /// The peer's end tag came.
        case peerClosed
        /// The transport came to its end.
        case transportClosed
        /// The peer did not close in time.
        case closingTimedOut
        /// Something failed; what, the engine knows.
        case failed
    }

    package enum Action: Hashable, Sendable {
        /// Send the own end tag.
        case writeEnd
        /// Wait for the peer's, but not for ever.
        case awaitEnd
        /// It ended as it should.
        case endClosed
        /// It ended without the end tags.
        case endCut
        /// It ended since the peer did not close it.
        case endTimedOut
        /// It ended in failure.
        case endFailed
        /// The transport is not needed any more.
        case closeTransport
        /// The host called out of order.
        case refuse
    }

    /// Takes an event.
    package mutating func receive(_ event: Event) -> [Action] {
        let actions: [Action]
        (self, actions) = Self.step(from: self, on: event)
        return actions
    }

    private static func step(from state: StreamLife, on event: Event) -> (StreamLife, [Action]) {
        switch (state, event) {
        case (.idle, .begun): (.opening, [])
        case (.opening, .header): (.negotiating, [])
        case (.negotiating, .restarted): (.opening, [])
        case (.negotiating, .settled): (.ready, [])

        case (.idle, .closeWished), (.idle, .transportClosed): (.over, [.endClosed, .closeTransport])
        case (.opening, .closeWished), (.negotiating, .closeWished): (.abandoning, [.writeEnd, .awaitEnd])
        case (.ready, .closeWished): (.closing, [.writeEnd, .awaitEnd])

        case (.opening, .peerClosed), (.negotiating, .peerClosed), (.ready, .peerClosed):
            (.over, [.writeEnd, .endClosed, .closeTransport])
        case (.closing, .peerClosed), (.abandoning, .peerClosed): (.over, [.endClosed, .closeTransport])

        case (.opening, .transportClosed), (.negotiating, .transportClosed), (.ready, .transportClosed),
            (.closing, .transportClosed), (.abandoning, .transportClosed):
            (.over, [.endCut, .closeTransport])
        case (.closing, .closingTimedOut), (.abandoning, .closingTimedOut):
            (.over, [.endTimedOut, .closeTransport])

        case (.idle, .failed), (.opening, .failed), (.negotiating, .failed), (.ready, .failed), (.closing, .failed),
            (.abandoning, .failed):
            (.over, [.endFailed, .closeTransport])

        // What was under way when this side closed goes on to no effect.
        case (.abandoning, .header), (.abandoning, .restarted), (.abandoning, .settled): (.abandoning, [])

        // The host is at fault, or the engine: say so and change nothing.
        case (.idle, .header), (.idle, .restarted), (.idle, .settled), (.idle, .peerClosed),
            (.idle, .closingTimedOut), (.opening, .begun), (.opening, .restarted), (.opening, .settled),
            (.opening, .closingTimedOut), (.negotiating, .begun), (.negotiating, .header),
            (.negotiating, .closingTimedOut), (.ready, .begun), (.ready, .header), (.ready, .restarted),
            (.ready, .settled), (.ready, .closingTimedOut), (.closing, .begun), (.closing, .header),
            (.closing, .restarted), (.closing, .settled), (.closing, .closeWished), (.abandoning, .begun),
            (.abandoning, .closeWished):
            (state, [.refuse])

        // The terminal state absorbs everything.
        case (.over, _): (.over, [.refuse])
        }
    }
}
