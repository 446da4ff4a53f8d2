import XMLStream
import XMPPStanza

/// The client's side of session establishment (RFC 3921 §3).
enum InitiatingSession: UInt8, FeatureMachine {
    /// Nothing has been sent.
    case idle = 0
    /// The server owes an answer.
    case awaitingResult = 1
    /// Terminal: there is a session.
    case established = 2
    /// Terminal: the server does not give one.
    case refused = 3

    mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] {
        let effects: [FeatureEffect]
        (self, effects) = InitiatingSession.step(from: self, on: event)
        return effects
    }

    private static func step(
        from state: InitiatingSession, on event: FeatureEvent
    ) -> (InitiatingSession, [FeatureEffect]) {
        switch (state, event) {
        case (.idle, .chosen):
            let request = FeatureRequest.make(.set, id) { () throws(XMLContentError) in
                try ElementBuilder(.session, in: .session).finish()
            }
            return (.awaitingResult, [request])
        case (.awaitingResult, .received(let element)):
            switch FeatureRequest.outcome(of: id, element) {
            case .result: return (.established, [.finish])
            case .error(let error): return (.refused, [.fail(.refused(.session, error))])
            case .unrelated: return (state, [])
            }

        // The host is at fault.
        case (.idle, .received), (.idle, .answered), (.idle, .switched), (.awaitingResult, .chosen),
            (.awaitingResult, .answered), (.awaitingResult, .switched):
            return (state, [.refuse])

        // Terminal states absorb everything.
        case (.established, _), (.refused, _): return (state, [.refuse])
        }
    }

    private static let id = "session-1"

    func snapshot() -> [UInt8]? { [rawValue] }

    init?(restoring bytes: [UInt8]) {
        guard bytes.count == 1, let byte = bytes.first else { return nil }
        self.init(rawValue: byte)
    }
}
