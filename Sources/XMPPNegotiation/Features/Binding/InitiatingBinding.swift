import XMLStream
import XMPPAddress
import XMPPStanza

/// The client's side of resource binding (RFC 6120 §7).
///
/// ```text
/// idle ─chosen→ awaitingAddress ─result→ bound
///                    ⟲ conflict, once └─ error → refused
/// ```
enum InitiatingBinding: FeatureMachine {
    /// Nothing has been sent.
    case idle(ResourceBindingFeature)
    /// The server owes an answer to the first or the second request.
    case awaitingAddress(ResourceBindingFeature, isSecond: Bool)
    /// Terminal: the stream has an address.
    case bound
    /// Terminal: the server does not give one.
    case refused

    mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] {
        let effects: [FeatureEffect]
        (self, effects) = InitiatingBinding.step(from: self, on: event)
        return effects
    }

    private static func step(
        from state: InitiatingBinding, on event: FeatureEvent
    ) -> (InitiatingBinding, [FeatureEffect]) {
        switch (state, event) {
        case (.idle(let feature), .chosen):
            return (.awaitingAddress(feature, isSecond: false), [request(feature.resource, isSecond: false)])
        case (.awaitingAddress(let feature, let isSecond), .received(let element)):
            switch FeatureRequest.outcome(of: id(isSecond: isSecond), element) {
            case .result(let payload): return adopt(payload)
            case .error(let error): return retry(feature, isSecond: isSecond, error)
            case .unrelated: return (state, [])
            }

        // The host is at fault.
        case (.idle, .received), (.idle, .answered), (.idle, .switched), (.awaitingAddress, .chosen),
            (.awaitingAddress, .answered), (.awaitingAddress, .switched):
            return (state, [.refuse])

        // Terminal states absorb everything.
        case (.bound, _), (.refused, _): return (state, [.refuse])
        }
    }

    /// Takes the address that the server gives, whatever was asked for (§7.7.1, §4.3.6).
    private static func adopt(_ payload: Element?) -> (InitiatingBinding, [FeatureEffect]) {
        guard let payload, payload.isNamed(.bind, in: .bind), let text = payload.child(.jid, in: .bind)?.text,
            let jid = try? JID(wire: text), jid.isFull
        else { return (.refused, [.violation(.badFormat, expected: "a full address that is bound")]) }
        return (.bound, [.grant(.bound(jid)), .finish])
    }

    private static func retry(
        _ feature: ResourceBindingFeature, isSecond: Bool, _ error: StanzaError
    ) -> (InitiatingBinding, [FeatureEffect]) {
        guard error.condition == .conflict, !isSecond, feature.resource != nil else {
            return (.refused, [.fail(.refused(.bind, error))])
        }
        switch feature.onConflict {
        case .giveUp: return (.refused, [.fail(.refused(.bind, error))])
        case .letServerChoose:
            return (.awaitingAddress(feature, isSecond: true), [request(nil, isSecond: true)])
        case .ask(for: let other):
            return (.awaitingAddress(feature, isSecond: true), [request(other, isSecond: true)])
        }
    }

    private static func request(_ resource: String?, isSecond: Bool) -> FeatureEffect {
        FeatureRequest.make(.set, id(isSecond: isSecond)) { () throws(XMLContentError) in
            var bind = ElementBuilder(.bind, in: .bind)
            if let resource { bind.child(.resource) { $0.text(resource) } }
            return try bind.finish()
        }
    }

    private static func id(isSecond: Bool) -> String { isSecond ? "bind-2" : "bind-1" }
}

extension InitiatingBinding {
    func snapshot() -> [UInt8]? {
        switch self {
        case .idle: [0]
        case .awaitingAddress(_, isSecond: false): [1]
        case .awaitingAddress(_, isSecond: true): [2]
        case .bound: [3]
        case .refused: [4]
        }
    }

    init?(restoring bytes: [UInt8], for feature: ResourceBindingFeature) {
        switch bytes {
        case [0]: self = .idle(feature)
        case [1]: self = .awaitingAddress(feature, isSecond: false)
        case [2]: self = .awaitingAddress(feature, isSecond: true)
        case [3]: self = .bound
        case [4]: self = .refused
        default: return nil
        }
    }
}
