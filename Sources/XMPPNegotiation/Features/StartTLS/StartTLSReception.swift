import XMLStream

/// The receiving entity's side of STARTTLS (RFC 6120 §5.4.2).
///
/// ```text
/// offered ─starttls→ awaitingTransport ─switched→ over
///    └─starttls, no TLS at hand→ over
/// ```
package struct StartTLSReception: FeatureMachine {
    package enum State: UInt8, Hashable, Sendable {
        /// The peer may ask for TLS.
        case offered
        /// The host owes TLS.
        case awaitingTransport
        /// Terminal: TLS protects the stream, or there is none to be had.
        case over
    }

    private let isAvailable: Bool
    private var state = State.offered

    package init(isAvailable: Bool) { self.isAvailable = isAvailable }

    /// The machine that a snapshot was taken of; nil where the bytes are none.
    package init?(isAvailable: Bool, restoring snapshot: [UInt8]) {
        guard snapshot.count == 1, let state = snapshot.first.flatMap(State.init) else { return nil }
        self.isAvailable = isAvailable
        self.state = state
    }

    package func snapshot() -> [UInt8]? { [state.rawValue] }

    package mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] {
        let effects: [FeatureEffect]
        (state, effects) = step(on: event)
        return effects
    }

    private func step(on event: FeatureEvent) -> (State, [FeatureEffect]) {
        switch (state, event) {
        case (.offered, .received(let element)):
            guard element.isNamed(.starttls, in: .tls) else {
                return (.over, [.violation(.unsupportedStanzaType, expected: "a request for TLS")])
            }
            guard isAvailable else {
                return (.over, [Self.answer(.failure), .fail(.unprotected("there is none at hand here"))])
            }
            return (.awaitingTransport, [Self.answer(.proceed), .switchTransport(.tls)])
        case (.awaitingTransport, .switched(.tls(let facts))):
            return (.over, [.grant(.secure(facts)), .restart])

        // The host is at fault, or the negotiation that hands events on.
        case (.offered, .chosen), (.offered, .answered), (.offered, .switched), (.awaitingTransport, .chosen),
            (.awaitingTransport, .received), (.awaitingTransport, .answered),
            (.awaitingTransport, .switched(.compression)):
            return (state, [.refuse])

        // The terminal state absorbs everything.
        case (.over, _): return (.over, [.refuse])
        }
    }

    private static func answer(_ name: LocalName) -> FeatureEffect {
        .sending { () throws(XMLContentError) in try ElementBuilder(name, in: .tls).finish() }
    }

    package var stateName: String { "\(state)" }
}
