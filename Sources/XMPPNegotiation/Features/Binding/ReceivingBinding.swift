import XMLStream
import XMPPAddress
import XMPPSASL
import XMPPStanza

/// The server's side of resource binding (RFC 6120 §7).
///
/// ```text
/// offered ─request→ generating ─random bytes→ choosing ─address→ bound
///    │ ⟲ bad request                              └─ error → offered
///    └─ more than the retries allowed → ended
/// ```
enum ReceivingBinding: FeatureMachine {
    /// The client owes a request, after so many that were refused.
    case offered(ResourceBindingFeature, failures: UInt8)
    /// The host owes random bytes, for where it does not give the resource that is asked for, or none is.
    case generating(ResourceBindingFeature, failures: UInt8, IQ, resource: String?)
    /// The host owes the address.
    case choosing(ResourceBindingFeature, failures: UInt8, IQ)
    /// Terminal: the stream has an address.
    case bound
    /// Terminal: the client has tried too often, or broke a rule.
    case ended

    mutating func receive(_ event: FeatureEvent, in context: FeatureContext) -> [FeatureEffect] {
        let effects: [FeatureEffect]
        (self, effects) = ReceivingBinding.step(from: self, on: event, for: context.facts.authentication?.address?.bare)
        return effects
    }

    private static func step(
        from state: ReceivingBinding, on event: FeatureEvent, for account: JID?
    ) -> (ReceivingBinding, [FeatureEffect]) {
        switch (state, event) {
        case (.offered(let feature, let failures), .received(let element)):
            guard let request = IQ(element), request.isRequest, request.isAnswerable else {
                return (.ended, [.violation(.unsupportedStanzaType, expected: "a request to bind a resource")])
            }
            return consider(request, feature, failures)
        case (.generating(let feature, let failures, let request, let resource), .answered(.randomBytes(let bytes))):
            let name = String(decoding: StreamIDDigest.hexadecimal(bytes.exposed), as: UTF8.self)
            guard bytes.exposed.count == randomByteCount else { return (state, [.refuse]) }
            let wish = ResourceWish(account: account, resource: resource, generated: name)
            return (.choosing(feature, failures: failures, request), [.ask(.resource(wish))])
        case (.choosing(_, _, let request), .answered(.resource(.success(let jid)))):
            guard jid.isFull, account.map({ $0.hasSameBare(as: jid) }) ?? true else { return (state, [.refuse]) }
            return (.bound, [.grant(.bound(jid)), result(jid, to: request), .finish])
        case (.choosing(let feature, let failures, let request), .answered(.resource(.failure(let error)))):
            return refuse(request, error, feature, failures)
        case (.choosing(let feature, let failures, let request), .answered(.unavailable)),
            (.generating(let feature, let failures, let request, _), .answered(.unavailable)):
            return refuse(request, StanzaError(.internalServerError, type: .wait), feature, failures)

        // The host is at fault.
        case (.offered, .chosen), (.offered, .answered), (.offered, .switched), (.generating, .chosen),
            (.generating, .received), (.generating, .answered), (.generating, .switched), (.choosing, .chosen),
            (.choosing, .received), (.choosing, .answered), (.choosing, .switched):
            return (state, [.refuse])

        // Terminal states absorb everything.
        case (.bound, _), (.ended, _): return (state, [.refuse])
        }
    }

    /// Looks at what the client asks for.
    private static func consider(
        _ request: IQ, _ feature: ResourceBindingFeature, _ failures: UInt8
    ) -> (ReceivingBinding, [FeatureEffect]) {
        guard let kept = FeatureRequest.envelope(of: request),
            request.element.attribute(.type, equals: "set"), (try? request.check()) != nil,
            let bind = request.payload, bind.isNamed(.bind, in: .bind)
        else { return refuse(request, StanzaError(.badRequest), feature, failures) }
        var resource: String?
        if let wanted = bind.child(.resource, in: .bind)?.text {
            resource = try? ResourceBindingFeature.prepared(wanted)
            if resource == nil, feature.onUnusableResource == .refuse {
                return refuse(request, StanzaError(.badRequest), feature, failures)
            }
        }
        return (
            .generating(feature, failures: failures, kept, resource: resource),
            [.ask(.randomBytes(count: randomByteCount))]
        )
    }

    /// Answers with an error, and ends the stream where there have been too many (§7.7.3).
    private static func refuse(
        _ request: IQ, _ error: StanzaError, _ feature: ResourceBindingFeature, _ failures: UInt8
    ) -> (ReceivingBinding, [FeatureEffect]) {
        let answer = FeatureEffect.error(error, to: request)
        guard failures < feature.maximumRetries else {
            return (.ended, [answer, .violation(.policyViolation, expected: "fewer requests to bind a resource")])
        }
        return (.offered(feature, failures: failures &+ 1), [answer])
    }

    private static func result(_ jid: JID, to request: IQ) -> FeatureEffect {
        .result(of: request) { () throws(XMLContentError) in
            var bind = ElementBuilder(.bind, in: .bind)
            bind.child(.jid) { $0.text(jid.description) }
            return try bind.finish()
        }
    }

    /// 128 bits: nobody guesses a resource that the server made (§7.6, §13.10.2).
    private static let randomByteCount = 16
}

extension ReceivingBinding {
    func snapshot() -> [UInt8]? {
        switch self {
        case .offered(_, let failures): [0, failures]
        case .generating, .choosing: nil
        case .bound: [1]
        case .ended: [2]
        }
    }

    init?(restoring bytes: [UInt8], for feature: ResourceBindingFeature) {
        switch (bytes.first, bytes.count) {
        case (0, 2): self = .offered(feature, failures: bytes[1])
        case (1, 1): self = .bound
        case (2, 1): self = .ended
        default: return nil
        }
    }
}
