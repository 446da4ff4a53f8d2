import XMLStream

/// The initiating entity's side of STARTTLS (RFC 6120 §5.4.2).
///
/// ```text
/// unasked ─chosen→ awaitingProceed ─proceed→ awaitingTransport ─switched→ over
///                         └─failure→ over
/// ```
package enum StartTLSInitiation: UInt8, FeatureMachine {
    /// TLS has not been asked for.
    case unasked
    /// The peer owes `<proceed/>` or `<failure/>`.
    case awaitingProceed
    /// The host owes TLS.
    case awaitingTransport
    /// Terminal: TLS protects the stream, or nothing came of it.
    case over

    package init() { self = .unasked }

    package mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] {
        let effects: [FeatureEffect]
        (self, effects) = Self.step(from: self, on: event)
        return effects
    }

    private static func step(from state: Self, on event: FeatureEvent) -> (Self, [FeatureEffect]) {
        switch (state, event) {
        case (.unasked, .chosen):
            return (
                .awaitingProceed,
                [.sending { () throws(XMLContentError) in try ElementBuilder(.starttls, in: .tls).finish() }]
            )
        case (.awaitingProceed, .received(let element)):
            if element.isNamed(.proceed, in: .tls) { return (.awaitingTransport, [.switchTransport(.tls)]) }
            if element.isNamed(.failure, in: .tls) {
                // The peer ends the stream now (§5.4.2.2), whatever policy would have.
                return (.over, [.fail(.unprotected("the peer cannot begin it"))])
            }
            return (.over, [.violation(.unsupportedStanzaType, expected: "an answer to the request for TLS")])
        case (.awaitingTransport, .switched(.tls(let facts))):
            return (.over, [.grant(.secure(facts)), .restart])

        // The host is at fault, or the negotiation that hands events on.
        case (.unasked, .received), (.unasked, .answered), (.unasked, .switched), (.awaitingProceed, .chosen),
            (.awaitingProceed, .answered), (.awaitingProceed, .switched), (.awaitingTransport, .chosen),
            (.awaitingTransport, .received), (.awaitingTransport, .answered),
            (.awaitingTransport, .switched(.compression)):
            return (state, [.refuse])

        // The terminal state absorbs everything.
        case (.over, _): return (.over, [.refuse])
        }
    }

    package func snapshot() -> [UInt8]? { [rawValue] }

    /// The machine that a snapshot was taken of; nil where the bytes are none.
    package init?(restoring snapshot: [UInt8]) {
        guard snapshot.count == 1, let byte = snapshot.first else { return nil }
        self.init(rawValue: byte)
    }

    package var stateName: String { "\(self)" }
}
