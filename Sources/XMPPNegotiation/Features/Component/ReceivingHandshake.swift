import XMLStream
import XMPPAddress
import XMPPStanza

/// The server's side of the handshake (XEP-0114 §3). One attempt is all that a component gets.
enum ReceivingHandshake: FeatureMachine {
    /// The component owes its handshake.
    case awaitingHandshake(ComponentHandshakeFeature.Verification?)
    /// The host owes a verdict.
    case verifying
    /// Terminal: the component has authenticated.
    case authenticated
    /// Terminal: it has not.
    case failed

    mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] {
        let effects: [FeatureEffect]
        (self, effects) = ReceivingHandshake.step(from: self, on: event, in: context)
        return effects
    }

    private static func step(
        from state: ReceivingHandshake, on event: FeatureEvent, in context: FeatureContext
    ) -> (ReceivingHandshake, [FeatureEffect]) {
        switch (state, event) {
        case (.awaitingHandshake(let verification), .received(let element)):
            guard element.isNamed(.handshake, in: .jabberComponentAccept) else {
                return (.failed, [.violation(.unsupportedStanzaType, expected: "a handshake")])
            }
            guard let shown = StreamIDDigest.parse(element.text) else { return refused }
            return verify(shown, by: verification, in: context)
        case (.verifying, .answered(.legacyCredentials(.success(let jid)))):
            guard jid == context.facts.domain else { return (state, [.refuse]) }
            return accept(context.facts)
        case (.verifying, .answered(.legacyCredentials(.failure))): return refused
        case (.verifying, .answered(.unavailable)): return (.failed, [.fail(.unavailable(.handshake))])

        // The host is at fault.
        case (.awaitingHandshake, .chosen), (.awaitingHandshake, .answered), (.awaitingHandshake, .switched),
            (.verifying, .chosen), (.verifying, .received), (.verifying, .answered), (.verifying, .switched):
            return (state, [.refuse])

        // Terminal states absorb everything.
        case (.authenticated, _), (.failed, _): return (state, [.refuse])
        }
    }

    private static func verify(
        _ shown: [UInt8], by verification: ComponentHandshakeFeature.Verification?, in context: FeatureContext
    ) -> (ReceivingHandshake, [FeatureEffect]) {
        guard let streamID = context.facts.streamID, let verification else {
            return (.failed, [.fail(.unavailable(.handshake))])
        }
        switch verification {
        case .secret(let secret):
            let right = StreamIDDigest.digest(of: streamID, secret, with: context.crypto)
            return context.crypto.areEqual(right, shown) ? accept(context.facts) : refused
        case .host:
            let credentials = LegacyCredentials.component(
                domain: context.facts.domain, streamID: streamID, digest: shown)
            return (.verifying, [.ask(.legacyCredentials(credentials))])
        }
    }

    private static func accept(_ facts: StreamFacts) -> (ReceivingHandshake, [FeatureEffect]) {
        (.authenticated, [.grant(.authenticated(.component(facts))), .handshake(), .finish])
    }

    private static var refused: (ReceivingHandshake, [FeatureEffect]) {
        (.failed, [.violation(.notAuthorized, expected: "the hash of the stream's id and the secret")])
    }
}

extension ReceivingHandshake {
    func snapshot() -> [UInt8]? {
        switch self {
        case .awaitingHandshake: [0]
        case .verifying: nil
        case .authenticated: [1]
        case .failed: [2]
        }
    }

    init?(restoring bytes: [UInt8], _ verification: ComponentHandshakeFeature.Verification?) {
        switch bytes {
        case [0]: self = .awaitingHandshake(verification)
        case [1]: self = .authenticated
        case [2]: self = .failed
        default: return nil
        }
    }
}
