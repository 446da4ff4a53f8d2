import XMLStream
import XMPPSASL
import XMPPStanza

/// The component's side of the handshake (XEP-0114 §3).
enum InitiatingHandshake: FeatureMachine {
    /// Nothing has been sent.
    case idle(Secret?)
    /// The server owes its empty handshake.
    case awaitingAcknowledgement
    /// Terminal: the component has authenticated.
    case authenticated
    /// Terminal: it has not.
    case failed

    mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] {
        let effects: [FeatureEffect]
        (self, effects) = InitiatingHandshake.step(from: self, on: event, in: context)
        return effects
    }

    private static func step(
        from state: InitiatingHandshake, on event: FeatureEvent, in context: FeatureContext
    ) -> (InitiatingHandshake, [FeatureEffect]) {
        switch (state, event) {
        case (.idle(let secret), .chosen):
            guard let secret else { return (.failed, [.fail(.unavailable(.handshake))]) }
            guard let streamID = context.facts.streamID else {
                return (.failed, [.violation(.badFormat, expected: "a header with an id")])
            }
            let digest = StreamIDDigest.digest(of: streamID, secret, with: context.crypto)
            let digits = String(decoding: StreamIDDigest.hexadecimal(digest), as: UTF8.self)
            return (.awaitingAcknowledgement, [.handshake(digits)])
        case (.awaitingAcknowledgement, .received(let element)):
            guard element.isNamed(.handshake, in: .jabberComponentAccept), !element.hasText else {
                return (.failed, [.violation(.unsupportedStanzaType, expected: "an empty handshake")])
            }
            return (.authenticated, [.grant(.authenticated(.component(context.facts))), .finish])

        // The host is at fault.
        case (.idle, .received), (.idle, .answered), (.idle, .switched), (.awaitingAcknowledgement, .chosen),
            (.awaitingAcknowledgement, .answered), (.awaitingAcknowledgement, .switched):
            return (state, [.refuse])

        // Terminal states absorb everything.
        case (.authenticated, _), (.failed, _): return (state, [.refuse])
        }
    }
}

extension InitiatingHandshake {
    func snapshot() -> [UInt8]? {
        switch self {
        case .idle: [0]
        case .awaitingAcknowledgement: [1]
        case .authenticated: [2]
        case .failed: [3]
        }
    }

    init?(restoring bytes: [UInt8], _ secret: Secret?) {
        switch bytes {
        case [0]: self = .idle(secret)
        case [1]: self = .awaitingAcknowledgement
        case [2]: self = .authenticated
        case [3]: self = .failed
        default: return nil
        }
    }
}

extension FeatureEffect {
    /// Sends a handshake with these digits, or the empty one.
    static func handshake(_ digits: String = "") -> FeatureEffect {
        .sending { () throws(XMLContentError) in
            var handshake = ElementBuilder(.handshake, in: .jabberComponentAccept)
            handshake.text(digits)
            return try handshake.finish()
        }
    }
}
